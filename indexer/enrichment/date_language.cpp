#include "indexer/enrichment/date_language.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "common/month_names.h"
#include "indexer/enrichment/calendar_lexicon.h"
#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/date_fold.h"
#include "indexer/enrichment/date_labels.h"
#include "indexer/enrichment/date_scanner.h"

namespace dateline::indexer {
namespace {

using Kind = DatePiece::Kind;

constexpr std::array<std::string_view, 12> kMonthNames = {"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};

// A piece with what its phrase means in any language; null where it means nothing.
struct MeantPiece {
  DatePiece piece;
  const std::vector<CalendarMeaning>* meanings = nullptr;
};
using MeantPieces = std::vector<MeantPiece>;

Kind kind_of(char c) {
  if (is_digit(c)) return Kind::kNumber;
  return is_folded_letter(c) ? Kind::kUnknown : Kind::kSign;
}

std::vector<DatePiece> cut(std::string_view folded) {
  std::vector<DatePiece> pieces;
  bool after_blank = false;
  for (std::size_t i = 0; i < folded.size();) {
    if (is_blank(folded[i])) {
      after_blank = true;
      ++i;
      continue;
    }
    const Kind kind = kind_of(folded[i]);
    std::size_t end = i + 1;
    while (kind != Kind::kSign && end < folded.size() && kind_of(folded[end]) == kind &&
           !is_blank(folded[end])) {
      ++end;
    }
    pieces.push_back({kind, std::string(folded.substr(i, end - i)), after_blank});
    after_blank = false;
    i = end;
  }
  return pieces;
}

// The words of a name are parted by a blank, a hyphen, or the stop of an abbreviation.
bool parts_a_name(const DatePiece& piece) {
  return piece.kind == Kind::kSign && (piece.text == "." || piece.text == "-");
}

// Takes the longest phrase that begins at `at`; returns the pieces that it takes, 0 for none.
std::size_t take_phrase(const std::vector<DatePiece>& pieces, std::size_t at, MeantPieces& meant) {
  const CalendarLexicon& lexicon = CalendarLexicon::all();
  std::string phrase;
  std::size_t words = 0;
  std::size_t taken = 0;
  const std::vector<CalendarMeaning>* meanings = nullptr;
  for (std::size_t i = at; i < pieces.size() && words < lexicon.most_words(); ++i) {
    if (parts_a_name(pieces[i])) continue;
    if (pieces[i].kind != Kind::kUnknown) break;
    if (!phrase.empty()) phrase += ' ';
    phrase += pieces[i].text;
    ++words;
    if (const auto* found = lexicon.find(phrase)) {
      meanings = found;
      taken = i + 1 - at;
    }
  }
  if (meanings == nullptr) return 0;
  MeantPiece piece{pieces[at], meanings};
  meant.push_back(std::move(piece));
  return taken;
}

// Thai, Lao, Burmese and Khmer, by their lead bytes in UTF-8; Chinese, Japanese and Korean.
bool is_written_without_blanks(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word.front());
  const auto next = word.size() > 1 ? static_cast<unsigned char>(word[1]) : 0;
  if (lead == 0xE0) return next >= 0xB8;
  if (lead == 0xE1) return next <= 0x82 || next == 0x9E || next == 0x9F;
  return lead >= 0xE3;
}

std::size_t next_letter(std::string_view word, std::size_t at) {
  ++at;
  while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) ++at;
  return at;
}

// Words of scripts that set no blanks: the longest known part first, letter by letter what is none.
void take_parts(const DatePiece& piece, MeantPieces& meant) {
  const CalendarLexicon& lexicon = CalendarLexicon::all();
  const std::string_view word = piece.text;
  std::string unknown;
  bool after_blank = piece.after_blank;
  const auto end_unknown = [&] {
    if (unknown.empty()) return;
    meant.push_back({{Kind::kUnknown, std::exchange(unknown, {}), after_blank}, nullptr});
    after_blank = false;
  };
  for (std::size_t at = 0; at < word.size();) {
    std::size_t end = std::min(word.size(), at + lexicon.most_bytes());
    const std::vector<CalendarMeaning>* found = nullptr;
    for (; end > at && found == nullptr; --end) {
      const bool cuts_letter =
          end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80;
      if (!cuts_letter && (found = lexicon.find(word.substr(at, end - at))) != nullptr) break;
    }
    if (found == nullptr) {
      const std::size_t next = next_letter(word, at);
      unknown += word.substr(at, next - at);
      at = next;
      continue;
    }
    end_unknown();
    meant.push_back({{Kind::kUnknown, std::string(word.substr(at, end - at)), after_blank}, found});
    after_blank = false;
    at = end;
  }
  end_unknown();
}

MeantPieces find_meanings(const std::vector<DatePiece>& pieces) {
  MeantPieces meant;
  for (std::size_t at = 0; at < pieces.size();) {
    const DatePiece& piece = pieces[at];
    if (piece.kind != Kind::kUnknown) {
      meant.push_back({piece, nullptr});
      ++at;
    } else if (const std::size_t taken = take_phrase(pieces, at, meant)) {
      at += taken;
    } else {
      if (is_written_without_blanks(piece.text) && !label_kind(piece.text)) {
        take_parts(piece, meant);
      } else {
        meant.push_back({piece, nullptr});
      }
      ++at;
    }
  }
  return meant;
}

// The languages that know most of the pieces.
CalendarLanguages best_languages(const MeantPieces& meant) {
  std::array<unsigned, kMostCalendarLanguages> known{};
  unsigned most = 0;
  for (const MeantPiece& piece : meant) {
    if (piece.meanings == nullptr) continue;
    CalendarLanguages languages;
    for (const CalendarMeaning& meaning : *piece.meanings) languages |= meaning.languages;
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (languages[i]) most = std::max(most, ++known[i]);
    }
  }
  CalendarLanguages best;
  for (std::size_t i = 0; i < known.size() && most > 0; ++i) best[i] = known[i] == most;
  return best;
}

const CalendarMeaning* meaning_as(const MeantPiece& piece, CalendarWord word,
                                  std::size_t language) {
  if (piece.meanings == nullptr) return nullptr;
  for (const CalendarMeaning& meaning : *piece.meanings) {
    if (meaning.word == word && meaning.languages[language]) return &meaning;
  }
  return nullptr;
}

bool is_scanner_word(std::string_view word) {
  constexpr auto kClockWords =
      std::to_array<std::string_view>({"a", "am", "e", "er", "h", "m", "midnight", "nd", "noon",
                                       "p", "pm", "rd", "st", "t", "th", "w"});
  static_assert(std::ranges::is_sorted(kClockWords));
  return std::ranges::binary_search(kClockWords, word) || find_month(word).has_value() ||
         is_weekday_word(word) || is_date_filler(word) || find_zone(word).has_value() ||
         is_american_zone(word) || announces_clock(word) || label_kind(word).has_value();
}

// Makes the pieces of one language.
class Translator {
 public:
  explicit Translator(std::size_t language) : language_(language) {}

  DateInLanguage run(const MeantPieces& meant) {
    months_ = static_cast<std::size_t>(std::ranges::count_if(meant, [&](const MeantPiece& piece) {
      return meaning_as(piece, CalendarWord::kMonth, language_) != nullptr;
    }));
    const bool buddhist = CalendarLexicon::all().buddhist()[language_];
    for (const MeantPiece& piece : meant) add(piece);
    result_.dots_days = CalendarLexicon::all().dotted_days()[language_];
    result_.dots_years = CalendarLexicon::all().dotted_years()[language_];
    if (buddhist)
      for (DatePiece& piece : result_.pieces) count_from_christ(piece);
    return std::move(result_);
  }

 private:
  void add(const MeantPiece& meant) {
    DatePiece piece = meant.piece;
    if (piece.kind == Kind::kNumber) return add_number(std::move(piece));
    const bool about = piece.text == "c" || piece.text == "ca";  // a year; no weekday
    const bool known = meant.meanings != nullptr && !about && !belongs_to_clock(piece.text);
    if (known && add_known(meant)) return;
    if (piece.kind == Kind::kUnknown && is_scanner_word(piece.text)) piece.kind = Kind::kWord;
    if (piece.kind != Kind::kSign) month_follows_ = false;
    result_.pieces.push_back(std::move(piece));
  }

  bool add_known(const MeantPiece& meant) {
    const auto as = [&](CalendarWord word) { return meaning_as(meant, word, language_); };
    if (as(CalendarWord::kMonthBeforeIt) != nullptr && make_month_of_last()) return true;
    if (as(CalendarWord::kMonthBehindIt) != nullptr) return month_follows_ = true;
    const auto* month = as(CalendarWord::kMonth);
    const auto* weekday = as(CalendarWord::kWeekday);
    if (month != nullptr && !(weekday != nullptr && months_ > 1 && !result_.weekday)) {
      result_.pieces.push_back(
          {Kind::kMonth, std::string(kMonthNames[month->value - 1]), meant.piece.after_blank});
      return true;
    }
    if (weekday != nullptr) {
      if (month != nullptr) --months_;
      result_.weekday = weekday->value;
      return true;
    }
    return as(CalendarWord::kBetween) != nullptr || is_weekday_elsewhere(meant);
  }

  // German "am" behind a clock is English.
  static bool belongs_to_clock(std::string_view word) {
    return word == "am" || word == "pm" || word == "t";
  }

  // Weekdays of a neighbour's language or spelling say no less; but "h" and "p" are more than that.
  static bool is_weekday_elsewhere(const MeantPiece& meant) {
    constexpr std::size_t kLeastBytes = 4;
    return meant.piece.text.size() >= kLeastBytes &&
           std::ranges::all_of(*meant.meanings, [](const CalendarMeaning& meaning) {
             return meaning.word == CalendarWord::kWeekday;
           });
  }

  void add_number(DatePiece piece) {
    if (month_follows_) {
      month_follows_ = false;
      if (make_month(piece)) {
        result_.pieces.push_back(std::move(piece));
        return;
      }
    }
    result_.pieces.push_back(std::move(piece));
  }

  // The number before "月", which may stand behind a hyphen: "5-р".
  bool make_month_of_last() {
    auto& pieces = result_.pieces;
    while (!pieces.empty() && pieces.back().kind == Kind::kSign && pieces.back().text == "-") {
      pieces.pop_back();
    }
    return !pieces.empty() && make_month(pieces.back());
  }

  static bool make_month(DatePiece& piece) {
    constexpr std::size_t kMostDigits = 2;
    if (piece.kind != Kind::kNumber || piece.text.size() > kMostDigits) return false;
    const int number = std::stoi(piece.text);
    if (number < 1 || number > static_cast<int>(kMonthNames.size())) return false;
    piece.kind = Kind::kMonth;
    piece.text = kMonthNames[static_cast<std::size_t>(number) - 1];
    return true;
  }

  static void count_from_christ(DatePiece& piece) {
    constexpr int kBefore = 543;
    constexpr int kFirst = 2400;
    constexpr std::size_t kYearDigits = 4;
    if (piece.kind != Kind::kNumber || piece.text.size() != kYearDigits) return;
    const int year = std::stoi(piece.text);
    if (year >= kFirst) piece.text = std::to_string(year - kBefore);
  }

  std::size_t language_;
  std::size_t months_ = 0;
  bool month_follows_ = false;
  DateInLanguage result_;
};

// Before the dictionary is asked, which must be loaded for the first: a date has a month, a weekday,
// and few words between.
bool is_prose(const std::vector<DatePiece>& pieces) {
  constexpr std::ptrdiff_t kMostAscii = 4;
  constexpr std::ptrdiff_t kMostOthers = 7;
  const auto is_unknown = [](const DatePiece& piece) {
    return piece.kind == Kind::kUnknown && !is_scanner_word(piece.text);
  };
  const auto is_ascii = [&](const DatePiece& piece) {
    return is_unknown(piece) && std::ranges::none_of(piece.text, ascii::is_high);
  };
  return std::ranges::count_if(pieces, is_ascii) > kMostAscii ||
         std::ranges::count_if(pieces, is_unknown) > kMostOthers;
}

// What tells two results apart.
std::string signature(const DateInLanguage& text) {
  std::string key = text.dots_days ? "." : "";
  key += text.dots_years ? ":" : "";
  key += text.weekday ? std::to_string(*text.weekday) : "";
  for (const DatePiece& piece : text.pieces) {
    key += static_cast<char>('0' + static_cast<int>(piece.kind));
    key.append(piece.text).append(1, ' ');
  }
  return key;
}

}  // namespace

std::optional<DateInLanguage> in_scanner_words(std::string_view ascii) {
  std::string folded(ascii);
  std::ranges::transform(folded, folded.begin(), to_lower);
  DateInLanguage text;
  for (DatePiece& piece : cut(folded)) {
    if (piece.kind == Kind::kUnknown && is_weekday_word(piece.text) && !find_month(piece.text)) {
      continue;
    }
    if (piece.kind == Kind::kUnknown) {
      const auto month = find_month(piece.text);
      if (month) piece.text = kMonthNames[unsigned{*month} - 1];
      piece.kind = month                         ? Kind::kMonth
                   : is_scanner_word(piece.text) ? Kind::kWord
                                                 : Kind::kUnknown;
    }
    text.pieces.push_back(std::move(piece));
  }
  if (text.pieces.size() > kMostDatePieces) return std::nullopt;
  return text;
}

std::vector<DateInLanguage> in_languages(std::string_view text, bool is_line) {
  const std::vector<DatePiece> pieces = cut(fold_date(text));
  if (pieces.size() > kMostDatePieces || (is_line && is_prose(pieces))) return {};
  const MeantPieces meant = find_meanings(pieces);
  const CalendarLanguages languages = best_languages(meant);
  if (languages.none()) return {Translator(kMostCalendarLanguages - 1).run(meant)};
  std::map<std::string, DateInLanguage> different;
  for (std::size_t language = 0; language < languages.size(); ++language) {
    if (!languages[language]) continue;
    DateInLanguage translated = Translator(language).run(meant);
    different.try_emplace(signature(translated), std::move(translated));
  }
  std::vector<DateInLanguage> results;
  results.reserve(different.size());
  for (auto& [key, result] : different) results.push_back(std::move(result));
  return results;
}

}  // namespace dateline::indexer
