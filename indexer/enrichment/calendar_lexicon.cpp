#include "indexer/enrichment/calendar_lexicon.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <memory>

#include "common/text/ascii.h"
#include "indexer/enrichment/date_fold.h"

namespace dateline::indexer {
namespace {

using icu::DateFormatSymbols;

// Those that newspapers are printed in and CLDR knows well; variants of one follow each other.
constexpr auto kLocales = std::to_array<const char*>({
    "en",  "en_GB", "af",  "am",      "ar", "ar_DZ",   "ar_LB", "ar_MA",   "as", "ast", "az",
    "be",  "bg",    "bn",  "br",      "bs", "bs_Cyrl", "ca",    "ceb",     "cs", "cy",  "da",
    "de",  "de_AT", "el",  "eo",      "es", "es_MX",   "es_AR", "et",      "eu", "fa",  "fi",
    "fil", "fo",    "fr",  "fr_CA",   "fy", "ga",      "gd",    "gl",      "gu", "ha",  "he",
    "hi",  "hr",    "hsb", "hu",      "hy", "id",      "ig",    "is",      "it", "ja",  "jv",
    "ka",  "kk",    "km",  "kn",      "ko", "ky",      "lb",    "lo",      "lt", "lv",  "mg",
    "mk",  "ml",    "mn",  "mr",      "ms", "mt",      "my",    "nb",      "ne", "nl",  "nn",
    "or",  "pa",    "pl",  "ps",      "pt", "pt_PT",   "rm",    "ro",      "ru", "sd",  "si",
    "sk",  "sl",    "so",  "sq",      "sr", "sr_Latn", "sv",    "sw",      "ta", "te",  "tg",
    "th",  "tk",    "tr",  "tt",      "uk", "ur",      "uz",    "uz_Cyrl", "vi", "xh",  "yi",
    "yo",  "yue",   "zh",  "zh_Hant", "zu",
});

struct OwnWords {
  std::string_view language;
  std::string_view words;  // parted by commas
};

// What is printed in dates beside CLDR's patterns, mostly "year" and "the".
constexpr auto kOwnWords = std::to_array<OwnWords>({
    {"ar", "عام,سنة,في,م"},
    {"az", "il,ci il,cu il"},
    {"be", "года,год"},
    {"bg", "година,год,г"},
    {"ca", "de,del,dia,el"},
    {"cs", "roku,dne"},
    {"da", "den"},
    {"de", "den,der,am,im,jahr,vom"},
    {"el", "του,στις"},
    {"en", "the,of,on,day"},
    {"eo", "la,a"},
    {"es", "de,del,el"},
    {"et", "a,aasta,aastal"},
    {"eu", "ko,eko,ren,a,e"},
    {"fa", "سال,در"},
    {"fi", "vuonna"},
    {"fr", "le,du"},
    {"ga", "an,la"},
    {"gl", "de,do,dia"},
    {"he", "ב,שנת"},
    {"hr", "godine,god"},
    {"hu", "ev,an,en,jen"},
    {"hy", "թ,թվական"},
    {"id", "tanggal"},
    {"it", "il,del,di"},
    {"ja", "年,日,付"},
    {"ka", "წელი,წლის,წ"},
    {"kk", "ж,жыл,жылы,жылгы"},
    {"ko", "년,일"},
    {"ky", "ж,жыл,жылы"},
    {"lt", "m,d,metu,diena"},
    {"lv", "gada,gads"},
    {"mk", "година,год,г"},
    {"mn", "оны,он,гараг,ын,ий,н,дугаар,дүгээр"},
    {"ms", "haribulan"},
    {"nb", "den,ar"},
    {"nl", "op,van,de,den,jaar"},
    {"nn", "den"},
    {"pl", "roku,r,dnia"},
    {"pt", "de,do,em"},
    {"ro", "anul,din"},
    {"ru", "г,год,года,году"},
    {"sk", "roku,dna"},
    {"sl", "leta,dne"},
    {"sr", "године,год,godine,god"},
    {"sv", "den,ar"},
    {"th", "ที่,พ ศ,ค ศ,เดือน,ปี"},
    {"tr", "yili,tarih"},
    {"uk", "р,року,рік"},
    {"uz", "yil,йил"},
    {"vi", "ngay,nam"},
    {"zh", "年,日,号,號"},
    {"yue", "年,日,号,號"},
});

struct OwnMonth {
  std::string_view language;
  unsigned month;
  std::string_view name;
};

// Names that newspapers or later releases of CLDR print.
// clang-format off
constexpr auto kOwnMonths = std::to_array<OwnMonth>({
    {"am", 1, "ጃንዋሪ"},      {"am", 1, "ጃን"},        {"am", 2, "ፌብሩዋሪ"},
    {"am", 2, "ፌብ"},         {"bn", 1, "জানুয়ারি"},   {"bn", 2, "ফেব্রুয়ারি"},
    {"bn", 9, "সেপ্ট"},        {"ceb", 9, "septiyembre"}, {"de", 2, "feber"},
    {"en", 9, "sept"},       {"hi", 10, "अक्टूबर"},    {"hi", 10, "अक्टू"},
    {"si", 1, "දුරුතු"},      {"si", 2, "නවම්"},      {"si", 3, "මැදින්"},
    {"si", 4, "බක්"},        {"si", 5, "වෙසක්"},     {"si", 6, "පොසොන්"},
    {"si", 7, "ඇසළ"},       {"si", 8, "නිකිණි"},     {"si", 9, "බිනර"},
    {"si", 10, "වප්"},       {"si", 11, "ඉල්"},      {"si", 12, "උඳුවප්"},
    {"so", 1, "janaayo"},    {"so", 5, "maayo"},     {"so", 7, "luulyo"},
    {"so", 9, "sebtembar"},
});
// clang-format on

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

bool is_letter_of_pattern(char c) {
  return ascii::is_letter(c);
}

bool is_word_byte(char c) {
  return is_folded_letter(c) || ascii::is_digit(c);
}

// CLDR's pattern of a style; all dates are Gregorian.
std::string pattern_of(const icu::Locale& locale, icu::DateFormat::EStyle style) {
  const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(style, locale));
  const auto* simple = dynamic_cast<const icu::SimpleDateFormat*>(format.get());
  if (simple == nullptr) return "";
  icu::UnicodeString pattern;
  simple->toPattern(pattern);
  return to_utf8(pattern);
}

}  // namespace

std::string calendar_phrase(std::string_view folded) {
  std::string phrase;
  bool parted = false;
  for (const char c : folded) {
    if (!is_word_byte(c)) {
      parted = true;
      continue;
    }
    const bool turns = !phrase.empty() && phrase.back() != ' ' &&
                       ascii::is_digit(phrase.back()) != ascii::is_digit(c);
    if (!phrase.empty() && (parted || turns)) phrase += ' ';
    parted = false;
    phrase += c;
  }
  return phrase;
}

const CalendarLexicon& CalendarLexicon::all() {
  static const CalendarLexicon lexicon;
  return lexicon;
}

const std::vector<CalendarMeaning>* CalendarLexicon::find(std::string_view phrase) const {
  const auto found = phrases_.find(phrase);
  return found == phrases_.end() ? nullptr : &found->second;
}

CalendarLexicon::CalendarLexicon() {
  std::string_view language;
  std::size_t number = 0;
  for (const char* const locale : kLocales) {
    const std::string_view name(locale);
    const std::string_view base = name.substr(0, name.find('_'));
    if (!language.empty() && base != language) ++number;
    assert(number < kMostCalendarLanguages);
    if (base != language) add_own_words(base, number);
    language = base;
    add_language(number, locale);
  }
}

void CalendarLexicon::add_own_words(std::string_view language, std::size_t number) {
  for (const OwnWords& own : kOwnWords) {
    if (own.language != language) continue;
    for (std::string_view rest = own.words; !rest.empty();) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      add(calendar_phrase(fold_date(rest.substr(0, comma))), CalendarWord::kBetween, 0, number);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }
  for (const OwnMonth& own : kOwnMonths) {
    if (own.language == language) add_month(own.name, own.month, number);
  }
  if (language == "th" || language == "lo") buddhist_.set(number);
}

void CalendarLexicon::add_language(std::size_t language, const char* locale) {
  const std::string gregorian = std::string(locale) + "@calendar=gregorian";
  prefixes_.clear();
  suffixes_.clear();
  weekday_suffixes_.clear();
  weekday_prefixes_.clear();
  const icu::Locale of(gregorian.c_str());
  for (const auto style :
       {icu::DateFormat::kFull, icu::DateFormat::kLong, icu::DateFormat::kMedium}) {
    add_pattern(language, pattern_of(of, style));
  }
  add_names(language, gregorian);
}

// A pattern is letters that stand for parts, words in quotes, and signs; foreign letters need no
// quotes. A word that touches a name is a part of it in print: "במאי", "วันอังคารที่".
void CalendarLexicon::add_pattern(std::size_t language, std::string_view pattern) {
  std::string literal;
  char part = 0;  // the one before the literal
  bool quoted = false;
  const auto end_literal = [&](char next) {
    const std::string folded = fold_date(literal);
    std::string phrase = calendar_phrase(folded);
    if (!phrase.empty()) {
      const std::string first = phrase.substr(0, phrase.find(' '));
      const std::string last = phrase.substr(phrase.rfind(' ') + 1);
      if (part == 'M' && is_folded_letter(folded.front())) suffixes_.push_back(first);
      if (next == 'M' && is_folded_letter(folded.back())) prefixes_.push_back(last);
      if (part == 'E' && is_folded_letter(folded.front())) weekday_suffixes_.push_back(first);
      if (next == 'E' && is_folded_letter(folded.back())) weekday_prefixes_.push_back(last);
      add_words_between(phrase, language);
    }
    if (part == 'd' && folded.starts_with('.')) dotted_days_.set(language);
    if (part == 'y' && folded.starts_with('.')) dotted_years_.set(language);
    literal.clear();
  };
  for (const char c : pattern) {
    if (c == '\'') {
      quoted = !quoted;
    } else if (!quoted && is_letter_of_pattern(c)) {
      const char next = c == 'L' ? 'M' : c == 'c' ? 'E' : c;
      if (!literal.empty() || next != part) end_literal(next);
      part = next;
    } else {
      literal += c;
    }
  }
  end_literal(0);
}

void CalendarLexicon::add_words_between(std::string_view phrase, std::size_t language) {
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    add(phrase.substr(0, end), CalendarWord::kBetween, 0, language);
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
}

void CalendarLexicon::add_names(std::size_t language, const std::string& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const DateFormatSymbols symbols(icu::Locale(locale.c_str()), status);
  if (U_FAILURE(status)) return;
  int32_t eras = 0;
  const icu::UnicodeString* era = symbols.getEras(eras);
  if (eras == 2) {
    add(calendar_phrase(fold_date(to_utf8(era[1]))), CalendarWord::kBetween, 0, language);
  }
  for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
    for (const auto width : {DateFormatSymbols::WIDE, DateFormatSymbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      for (int32_t i = 0; i < count && i < 12; ++i) {
        add_month(to_utf8(names[i]), static_cast<unsigned>(i) + 1, language);
      }
      names = symbols.getWeekdays(count, context, width);
      for (int32_t i = 1; i < count; ++i) {  // ICU counts from 1
        const std::string phrase = calendar_phrase(fold_date(to_utf8(names[i])));
        if (std::ranges::any_of(phrase, ascii::is_digit)) continue;
        const auto day = static_cast<unsigned>(i) - 1;
        add(phrase, CalendarWord::kWeekday, day, language);
        for (const auto& suffix : weekday_suffixes_) {
          add(phrase + suffix, CalendarWord::kWeekday, day, language);
        }
        for (const auto& prefix : weekday_prefixes_) {
          add(prefix + phrase, CalendarWord::kWeekday, day, language);
        }
      }
    }
  }
}

// Names that are numbers with a word ("tháng 5", "5월") are read by the word.
void CalendarLexicon::add_month(std::string_view name, unsigned month, std::size_t language) {
  const std::string phrase = calendar_phrase(fold_date(name));
  const std::size_t digit = phrase.find_first_of("0123456789");
  if (digit != std::string::npos) {
    const std::size_t end = phrase.find_first_not_of("0123456789", digit);
    if (digit > 0) add(phrase.substr(0, digit - 1), CalendarWord::kMonthBehindIt, 0, language);
    if (end == std::string::npos) return;
    const std::string behind = phrase.substr(end + 1);
    add(behind, CalendarWord::kMonthBeforeIt, 0, language);
    for (const auto& suffix : suffixes_) {
      add(behind + suffix, CalendarWord::kMonthBeforeIt, 0, language);
    }
    return;
  }
  add(phrase, CalendarWord::kMonth, month, language);
  for (const auto& suffix : suffixes_) add(phrase + suffix, CalendarWord::kMonth, month, language);
  for (const auto& prefix : prefixes_) add(prefix + phrase, CalendarWord::kMonth, month, language);
}

void CalendarLexicon::add(std::string_view phrase, CalendarWord word, unsigned value,
                          std::size_t language) {
  if (phrase.empty()) return;
  auto found = phrases_.find(phrase);
  if (found == phrases_.end())
    found = phrases_.emplace(phrase, std::vector<CalendarMeaning>()).first;
  auto& meanings = found->second;
  const auto same = std::ranges::find_if(meanings, [&](const CalendarMeaning& meaning) {
    return meaning.word == word && meaning.value == value;
  });
  if (same != meanings.end()) {
    same->languages.set(language);
    return;
  }
  meanings.push_back({word, static_cast<std::uint8_t>(value), {}});
  meanings.back().languages.set(language);
  most_words_ =
      std::max(most_words_, static_cast<std::size_t>(std::ranges::count(phrase, ' ')) + 1);
  most_bytes_ = std::max(most_bytes_, phrase.size());
}

}  // namespace dateline::indexer
