#include "indexer/copies/report_facts.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/index/checksum.h"
#include "common/text/ascii.h"
#include "common/text/unicode.h"

namespace dateline::indexer {
namespace {

std::uint32_t fact_hash(std::string_view fact) {
  return static_cast<std::uint32_t>(checksum(fact) >> 32);
}

void keep_once(std::vector<std::uint32_t>& facts) {
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
}

struct NumberWord {
  std::string_view word;
  std::string_view digits;
};

// Without "one", which stands for anything.
constexpr auto kNumberWords = std::to_array<NumberWord>(
    {{"two", "2"},       {"three", "3"},     {"four", "4"},     {"five", "5"},
     {"six", "6"},       {"seven", "7"},     {"eight", "8"},    {"nine", "9"},
     {"ten", "10"},      {"eleven", "11"},   {"twelve", "12"},  {"thirteen", "13"},
     {"fourteen", "14"}, {"fifteen", "15"},  {"sixteen", "16"}, {"seventeen", "17"},
     {"eighteen", "18"}, {"nineteen", "19"}, {"twenty", "20"},  {"thirty", "30"},
     {"forty", "40"},    {"fifty", "50"},    {"sixty", "60"},   {"seventy", "70"},
     {"eighty", "80"},   {"ninety", "90"}});

std::string_view digits_of(std::string_view word) {
  constexpr std::size_t kLongest = 9;
  if (word.size() < 3 || word.size() > kLongest) return {};
  const auto* known = std::ranges::find(kNumberWords, ascii::lower(word), &NumberWord::word);
  return known == kNumberWords.end() ? std::string_view{} : known->digits;
}

// Bytes of "PORT ALDWYN, March 2 (Wire) - ", 0 where a body does not begin so.
std::size_t dateline_bytes(std::string_view body) {
  constexpr std::size_t kMostBytes = 120;
  const std::string_view start = body.substr(0, std::min(body.find('\n'), kMostBytes));
  std::size_t end = 0;
  for (const std::string_view dash : {" - ", " -- ", " \u2013 ", " \u2014 "}) {
    const std::size_t at = start.find(dash);
    if (at != std::string_view::npos) end = end == 0 ? at : std::min(end, at);
  }
  return end;
}

// Words, and numbers with the signs inside of them: "4,311", "6-1/8", "1.2".
class FactReader {
 public:
  explicit FactReader(std::string_view text) : text_(text) {}

  void read(ReportFacts& facts) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (ascii::is_digit(c)) {
        facts.numbers.push_back(number());
        opens_sentence_ = false;
      } else if (letter_bytes() > 0) {
        word(facts);
      } else {
        // Quotes, brackets and blanks leave a sentence opening or going on as it is.
        const bool point = c == '.' && !after_initial_;
        if (point || c == '!' || c == '?' || c == '\n' || c == ':') opens_sentence_ = true;
        after_initial_ = false;
        ++at_;
      }
    }
  }

 private:
  // Of the letter that stands here, 0 where none does: curly quotes and dashes are none.
  std::size_t letter_bytes() const {
    if (at_ == text_.size()) return 0;
    if (!ascii::is_high(text_[at_])) return ascii::is_letter(text_[at_]) ? 1 : 0;
    const CodePoint character = decode(text_, at_);
    const CharacterClass kind = classify(character.value);
    const bool letter = kind != CharacterClass::kOther && kind != CharacterClass::kApostrophe;
    return letter ? character.bytes : 0;
  }

  // Without the commas that papers put in or leave out.
  std::uint32_t number() {
    std::string digits;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool inside = at_ + 1 < text_.size() && ascii::is_digit(text_[at_ + 1]);
      const bool sign = c == ',' || c == '.' || c == '/' || c == '-' || c == ':';
      if (!ascii::is_digit(c) && !(sign && inside)) break;
      if (c != ',') digits += c;
      ++at_;
    }
    return fact_hash(digits);
  }

  void word(ReportFacts& facts) {
    const std::size_t begin = at_;
    while (const std::size_t bytes = letter_bytes()) at_ += bytes;
    const std::string_view word = text_.substr(begin, at_ - begin);
    const bool capital = ascii::is_high(word.front()) ? is_capital(decode(word, 0).value)
                                                      : ascii::is_upper(word.front());
    // A lone letter is an initial or stands in an abbreviation: it ends no sentence.
    after_initial_ = capital && word.size() == 1;
    if (capital && !opens_sentence_ && !after_initial_) {
      facts.names.push_back(fact_hash(ascii::lower(word)));
    }
    if (!after_initial_) opens_sentence_ = false;
    const std::string_view digits = digits_of(word);
    if (!digits.empty()) facts.numbers.push_back(fact_hash(digits));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool opens_sentence_ = true;
  bool after_initial_ = false;
};

// How many facts of each text were exchanged for others, and how many there are of the text that has
// less of them.
struct Exchanged {
  std::size_t changed = 0;
  std::size_t all = 0;

  bool at_least(std::size_t least, std::size_t times) const {
    return changed >= least && changed * times >= all;
  }
};

std::size_t missing_in(const std::vector<std::uint32_t>& facts,
                       const std::vector<std::uint32_t>& other) {
  std::size_t missing = 0;
  auto at = other.begin();
  for (const std::uint32_t fact : facts) {
    at = std::lower_bound(at, other.end(), fact);
    if (at == other.end() || *at != fact) ++missing;
  }
  return missing;
}

Exchanged exchanged(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  return {std::min(missing_in(a, b), missing_in(b, a)), std::min(a.size(), b.size())};
}

}  // namespace

ReportFacts facts_of(const Article& article) {
  ReportFacts facts;
  const std::size_t dateline = dateline_bytes(article.body);
  FactReader(std::string_view(article.body).substr(0, dateline)).read(facts);
  for (const std::uint32_t number : facts.numbers) facts.dateline = facts.dateline * 31 + number;
  facts.numbers.clear();
  FactReader(std::string_view(article.body).substr(dateline)).read(facts);
  facts.bytes = article.body.size();
  keep_once(facts.numbers);
  keep_once(facts.names);
  const std::string& source = article.source.empty() ? article.agency : article.source;
  if (!source.empty()) facts.source = checksum(ascii::lower(source));
  if (article.published.precision >= Precision::kDay) {
    const auto day = std::chrono::sys_days{article.published.day()};
    facts.day = static_cast<std::int32_t>(day.time_since_epoch().count());
  }
  return facts;
}

bool may_be_within_days(const ReportFacts& a, const ReportFacts& b, std::int32_t days) {
  return !a.day || !b.day || std::abs(*a.day - *b.day) <= days;
}

// Of one source another day is evidence of its own: it repeats a story within days, with the new day
// in its dateline, and what is alike later was written anew. Between papers a day passes before the
// last has printed it.
bool are_of_one_template(const ReportFacts& a, const ReportFacts& b) {
  const Exchanged numbers = exchanged(a.numbers, b.numbers);
  const Exchanged names = exchanged(a.names, b.names);
  const Exchanged both{numbers.changed + names.changed, numbers.all + names.all};
  const bool same_source = a.source != 0 && a.source == b.source;
  const bool other_day = !may_be_within_days(a, b, same_source ? 0 : 1);
  constexpr std::int32_t kDaysOfRepeats = 4;
  const bool anew = same_source && !may_be_within_days(a, b, kDaysOfRepeats) && a.dateline != 0 &&
                    b.dateline != 0 && a.dateline != b.dateline;
  if (anew) return true;
  if (other_day && same_source) {
    return numbers.at_least(1, 3) || names.at_least(2, 3) || both.at_least(2, 3);
  }
  // A template's reports of one day are as long as each other; a story that was rewritten is not.
  const std::size_t shorter = std::min(a.bytes, b.bytes), longer = std::max(a.bytes, b.bytes);
  if (!other_day && shorter * 10 < longer * 9) return false;
  const bool all_numbers = same_source && numbers.at_least(2, 1);
  const std::size_t least = other_day ? 2 : 3;
  return all_numbers || numbers.at_least(least, 2) || names.at_least(least, 2) ||
         both.at_least(least + 1, 2);
}

}  // namespace dateline::indexer
