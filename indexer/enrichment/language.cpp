#include "indexer/enrichment/enrich.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "common/text/analyser.h"
#include "common/text/ascii.h"
#include "indexer/enrichment/language_detector.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kBytesRead = 2 << 10;
constexpr std::size_t kFewestHits = 4;
constexpr std::size_t kFewestOfTwo = 20;      // words, of a text that may be in two languages
constexpr std::size_t kLongestSmallWord = 8;  // of those below

// The most frequent small words as the analyser folds them. A word of several languages counts for
// each, so what tells is the words that only one has.
struct SmallWords {
  std::string_view language;
  std::string_view words;  // each with a space on either side
};

constexpr std::array<SmallWords, 7> kSmallWords = {{
    {"en",
     " the of and to in is that for it was on with as be by at from his he have are not this "
     "but had an they were which their has its would will been who said we or there after "
     "about more than she her you all when what could also into over one up out if "},
    {"de",
     " der die und in den von zu das mit sich des auf fur ist im dem nicht ein eine als auch "
     "es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem uber "
     "einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wir ich gegen "
     "vom konnen kann "},
    {"fr",
     " de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce "
     "il sont l d qu n s avec aux ont cette son mais comme ou sa elle ses ete nous leur fait "
     "deux etait aussi entre ces apres sans tout je vous meme selon "},
    {"es",
     " de la que el en y a los del se las por un para con no una su al lo como mas es pero sus "
     "le ha este si sobre esta entre cuando muy sin ya fue han hay desde son todo tambien era "
     "dos hasta nos segun contra anos ser donde porque "},
    {"it",
     " di e che la il un a per in una del non si i le con della dei da al sono ha come piu gli "
     "nel ma alla dal o anche delle lo nella su se l dell all d questo stato sul tra essere "
     "alle dopo anni degli hanno dalla due ai loro suo quando "},
    {"pt",
     " de a o que e do da em um para com nao uma os no se na por mais as dos como mas ao das "
     "foi pelo pela ele ser ate isso entre sua seu tem sao nos ja quando muito sobre aos esta "
     "tambem so ainda segundo anos disse depois sem mesmo apos "},
    {"nl",
     " de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij nog "
     "uit door naar heeft hij ze wordt tot je deze over werd was meer zich had worden kan al "
     "ik die hebben geen we na zo wel onder tegen volgens "},
}};

struct Score {
  std::string_view language;
  std::size_t hits = 0;
};

using LanguageSet = std::uint8_t;  // bit n: language n lists the word
static_assert(kSmallWords.size() <= 8);

// A word of up to eight bytes, none of them 0, as a number.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t number = 0;
  for (const char c : word) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

// Which languages list a word; asked for most words of every article.
class SmallWordTable {
 public:
  constexpr SmallWordTable() {
    for (std::size_t language = 0; language < kSmallWords.size(); ++language) {
      std::string_view rest = kSmallWords[language].words.substr(1);
      for (std::size_t end = rest.find(' '); end != std::string_view::npos; end = rest.find(' ')) {
        Slot& slot = slots_[place_of(packed(rest.substr(0, end)))];
        slot.word = packed(rest.substr(0, end));
        slot.languages |= static_cast<LanguageSet>(1u << language);
        rest.remove_prefix(end + 1);
      }
    }
  }

  constexpr LanguageSet languages(std::string_view word) const {
    if (word.size() > kLongestSmallWord) return 0;
    return slots_[place_of(packed(word))].languages;
  }

 private:
  struct Slot {
    std::uint64_t word = 0;
    LanguageSet languages = 0;
  };
  static constexpr unsigned kBits = 11;  // three times as many as there are words

  // Of the word, or of the free slot where it would be.
  constexpr std::size_t place_of(std::uint64_t word) const {
    std::size_t place = word * 0x9e37'79b9'7f4a'7c15 >> (64 - kBits);
    while (slots_[place].word != 0 && slots_[place].word != word) {
      place = (place + 1) & (slots_.size() - 1);
    }
    return place;
  }

  std::array<Slot, 1 << kBits> slots_{};
};

constexpr SmallWordTable kTable;

bool has_small_words(std::string_view language) {
  return std::ranges::find(kSmallWords, language, &SmallWords::language) != kSmallWords.end();
}

}  // namespace

// English costs no more than its small words. Catalan looks Spanish by them, and Danish, which has
// "at" and "for" but no "the", looks English. So what they say of other languages is asked again of
// the detector, which knows more of them; where it names one that has small words here, these
// decide.
//
// Numbers are no words of a language; a table of results would be of every language.
std::string_view guess_language(std::string_view text, std::string_view fallback) {
  std::array<Score, kSmallWords.size()> scores;
  for (std::size_t i = 0; i < scores.size(); ++i) scores[i].language = kSmallWords[i].language;

  Analyser analyser;
  std::size_t words = 0;
  bool is_surely_english = false;
  for (const Token& token : analyser.analyse(text.substr(0, kBytesRead))) {
    if (token.kind != TokenKind::kWord || ascii::is_digit(token.term.front())) continue;
    ++words;
    is_surely_english |= token.term == "the" || token.term == "and" || token.term == "of";
    const LanguageSet listed = kTable.languages(token.term);
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i].hits += listed >> i & 1;
  }
  std::sort(scores.begin(), scores.end(),
            [](const Score& a, const Score& b) { return a.hits > b.hits; });
  const bool enough = scores[0].hits >= kFewestHits && scores[0].hits * 8 >= words;
  const bool clear = scores[0].hits * 4 >= scores[1].hits * 5;
  const std::string_view guess = enough && clear ? scores[0].language : std::string_view{};
  if (guess == "en" && is_surely_english) return guess;
  const std::string_view detected = detect_language(text.substr(0, kBytesRead));
  if (guess.empty()) {
    const bool is_mixed = scores[1].hits > 1 && words < kFewestOfTwo && has_small_words(detected);
    return detected.empty() || is_mixed ? fallback : detected;
  }
  return detected.empty() || has_small_words(detected) ? guess : detected;
}

}  // namespace dateline::indexer
