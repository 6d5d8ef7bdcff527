#include "common/text_index/paired_words.h"

#include <algorithm>
#include <array>

#include "common/text_index/format.h"

namespace dateline {
namespace {

struct PairedWord {
  std::string_view word;
  int rank = 0;
};

struct RankedWords {
  int rank;
  std::string_view words;  // each with a space behind it
};

// A word that is listed twice has the rank of where it is listed first.
constexpr RankedWords kLists[] = {
    {1, "the to of in a and "},
    {2,
     "said on for that by it IT is as at its with from percent was US us billion year new york "
     "reuters "},
    {3,
     "be has have are will but would an not which he this more market company up were bank about "
     "than or had we shares also after they their last been could quarter "},
    // Function words.
    {4,
     "some over there one may if since who WHO i out two into no when his all so such what our any "
     "can because under much off before most through should you just do she her him them these "
     "those did my only being then how where between during against very now NOW while down "
     "according including still even like many three both first next well back own per "},
    // What news talks about.
    {4,
     "million share sales financial reporting editing stock government expected prices economy "
     "credit markets week chief business banks investors analysts group rose fell deal capital "
     "growth oil economic cents world time companies investment profit month rate price years cut "
     "earnings earlier executive report told monday tuesday wednesday thursday friday high end "
     "federal united states trading home months president people day news plan long take made make "
     "officials minister state official country "},
    // The most frequent words of the other languages that are stemmed, as the analyser folds them.
    {2, "der die und den von zu das mit sich des auf fur dem ein eine im nicht ist es als auch "},
    {2, "la le et les des en un du une que qui est dans il pour par sur au pas ne ce se "},
    {2, "el los del las por con una su para al lo como mas se que en un no "},
    {2, "il di che per una del non si sono della con ha dei le da "},
    {2, "o os do da em um uma na no com dos por que se "},
    {2, "de het een van en dat te op zijn voor met niet aan is "},
};

template <typename Visit>
constexpr void for_each_listed(Visit visit) {
  for (const RankedWords& list : kLists) {
    for (std::size_t begin = 0; begin < list.words.size();) {
      const std::size_t end = list.words.find(' ', begin);
      visit(PairedWord{list.words.substr(begin, end - begin), list.rank});
      begin = end + 1;
    }
  }
}

constexpr std::size_t count_listed() {
  std::size_t count = 0;
  for_each_listed([&](const PairedWord&) { ++count; });
  return count;
}

// Sorted by word; `count` of them without repetition.
struct Table {
  std::array<PairedWord, count_listed()> words{};
  std::size_t count = 0;
  std::size_t longest = 0;
};

constexpr Table make_table() {
  Table table;
  for_each_listed([&](const PairedWord& listed) {
    const auto end = table.words.begin() + static_cast<std::ptrdiff_t>(table.count);
    const auto place =
        std::ranges::lower_bound(table.words.begin(), end, listed.word, {}, &PairedWord::word);
    if (place != end && place->word == listed.word) return;
    std::move_backward(place, end, end + 1);
    *place = listed;
    ++table.count;
    table.longest = std::max(table.longest, listed.word.size());
  });
  return table;
}

constexpr Table kTable = make_table();

}  // namespace

const std::uint16_t kPairedWords = kTable.count;

std::optional<std::uint16_t> paired_word(std::string_view term) {
  if (term.size() > kTable.longest) return std::nullopt;
  const auto end = kTable.words.begin() + kTable.count;
  const auto found =
      std::ranges::lower_bound(kTable.words.begin(), end, term, {}, &PairedWord::word);
  if (found == end || found->word != term) return std::nullopt;
  return static_cast<std::uint16_t>(found - kTable.words.begin());
}

bool is_kept_pair(std::uint16_t first, std::uint16_t second) {
  return kTable.words[first].rank + kTable.words[second].rank <= kMostRanks;
}

std::string pair_term(std::uint16_t first, std::uint16_t second) {
  std::string term(1, kPairMark);
  term += kTable.words[first].word;
  term += ' ';
  return term += kTable.words[second].word;
}

}  // namespace dateline
