#include "indexer/enrichment/date_text.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/date_grammar.h"
#include "indexer/enrichment/date_language.h"
#include "indexer/enrichment/date_phrases.h"
#include "indexer/enrichment/date_scanner.h"
#include "indexer/enrichment/epoch_date.h"

// No std::regex, locale or stream: an export of a million articles has several dates in each.
// date::parse of Howard Hinnant's library is a stream reader of one given format; it is the second
// opinion in the tests instead.

namespace dateline::indexer {
namespace {

using std::chrono::day;
using std::chrono::month;

// Where wire codes begin: old agency records carry them behind the date.
std::size_t find_control(std::string_view text) {
  const auto is_control = [](char c) { return c >= '\0' && c < ' ' && !is_blank(c); };
  return static_cast<std::size_t>(std::ranges::find_if(text, is_control) - text.begin());
}

// Lead bytes of the letters with digits of their own, and of Chinese and full-width ones.
constexpr bool leads_number(unsigned char byte) {
  return byte == 0xD9 || byte == 0xDB || (byte >= 0xE0 && byte != 0xE2);
}

// Whether it is worth looking a line up in all languages, which most lines of prose are not.
bool may_be_date(std::string_view text) {
  constexpr std::ptrdiff_t kMostBlanks = 14;
  constexpr std::size_t kYearDigits = 4;
  const auto may_be_number = [](char c) {
    return is_digit(c) || leads_number(static_cast<unsigned char>(c));
  };
  text.remove_prefix(
      static_cast<std::size_t>(std::ranges::find_if(text, may_be_number) - text.begin()));
  std::size_t run = 0;
  bool year = false;
  std::size_t numbers = 0;
  bool other_number = false;
  for (const char c : text) {
    if (is_digit(c)) {
      numbers += run++ == 0 ? 1 : 0;
      year |= run == kYearDigits;
    } else {
      run = 0;
      other_number |= leads_number(static_cast<unsigned char>(c));
    }
  }
  if (!(year && numbers > 1) && !other_number) return false;
  return std::ranges::count(text, ' ') <= kMostBlanks;
}

// Whether a stop stands right behind the first number of so many digits.
bool has_dotted(const DateInLanguage& text, std::size_t least_digits, std::size_t most_digits) {
  for (std::size_t i = 0; i < text.pieces.size(); ++i) {
    const DatePiece& piece = text.pieces[i];
    const std::size_t digits = piece.text.size();
    if (piece.kind != DatePiece::Kind::kNumber) continue;
    if (digits < least_digits || digits > most_digits) continue;
    if (i + 1 == text.pieces.size()) return false;
    const DatePiece& next = text.pieces[i + 1];
    return next.kind == DatePiece::Kind::kSign && next.text == "." && !next.after_blank;
  }
  return false;
}

struct Reading {
  DateInLanguage text;
  PublicationTime time;
  unsigned lost = 0;
};

std::optional<PublicationTime> unanimous(const std::vector<Reading>& readings) {
  for (const Reading& reading : readings) {
    if (reading.time != readings.front().time) return std::nullopt;
  }
  return readings.empty() ? std::nullopt : std::optional(readings.front().time);
}

// Languages that differ on a word (listopad is October to some and November to others) are told
// apart by whether they set a stop behind the day, else by the weekday.
std::optional<PublicationTime> choose(std::vector<Reading> readings) {
  if (const auto time = unanimous(readings)) return time;
  std::vector<Reading> alike;
  std::ranges::copy_if(readings, std::back_inserter(alike), [](const Reading& reading) {
    return reading.text.dots_days == has_dotted(reading.text, 1, 2) &&
           reading.text.dots_years == has_dotted(reading.text, 4, 4);
  });
  if (const auto time = unanimous(alike)) return time;
  std::erase_if(readings, [](const Reading& reading) {
    const std::chrono::weekday printed{std::chrono::local_days{reading.time.day()}};
    return reading.text.weekday != printed.c_encoding();
  });
  return unanimous(readings);
}

std::optional<PublicationTime> read_in_languages(std::string_view text, Remainder remainder,
                                                 DayOrder order) {
  std::vector<Reading> readings;
  for (DateInLanguage& translated : in_languages(text, remainder == Remainder::kKnown)) {
    if (const auto read = read_phrases(translated, remainder, order)) {
      readings.push_back({std::move(translated), read->time, read->lost});
    }
  }
  const auto least = std::ranges::min_element(readings, {}, &Reading::lost);
  const unsigned least_lost = least == readings.end() ? 0 : least->lost;
  std::erase_if(readings, [&](const Reading& reading) { return reading.lost > least_lost; });
  return choose(std::move(readings));
}

// English with what papers print beside, which needs no dictionary.
std::optional<PublicationTime> read_english(std::string_view text, DayOrder order) {
  if (std::ranges::any_of(text, ascii::is_high)) return std::nullopt;
  const auto words = in_scanner_words(text);
  const auto read = words ? read_phrases(*words, Remainder::kKnown, order) : std::nullopt;
  return read ? std::optional(read->time) : std::nullopt;
}

// As a program wraps it: quotes and brackets around.
std::string_view unwrapped(std::string_view text) {
  constexpr std::string_view kWraps = "\"'[]{}";
  while (!text.empty() && kWraps.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && kWraps.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return trim(text);
}

std::optional<PublicationTime> read_text(std::string_view text, DayOrder order) {
  if (const auto time = read_epoch_seconds(text)) return time;
  if (const auto time = read_plain_date(text, {order})) return time;
  if (!may_be_date(text)) return std::nullopt;
  if (const auto time = read_english(text, order)) return time;
  return read_in_languages(text, Remainder::kKnown, order);
}

std::optional<PublicationTime> read_field(std::string_view text, DayOrder order) {
  constexpr std::string_view kFraction = ".0";  // a table's whole number: "20200102.0"
  const std::string_view whole =
      text.substr(0, text.size() - std::min<std::size_t>(2, text.size()));
  const bool of_table = text.ends_with(kFraction) && std::ranges::all_of(whole, is_digit);
  if (const auto time = read_plain_date(of_table ? whole : text, {order, true})) return time;
  if (const auto time = read_epoch(unwrapped(text))) return time;
  if (const auto time = read_english(unwrapped(text), order)) return time;
  return read_in_languages(unwrapped(text), Remainder::kAny, order);
}

// Whether a word may be a weekday, which those of clocks and zones are not.
bool may_name_weekday(std::string_view text) {
  constexpr std::size_t kLongestOther = 4;
  std::string word;
  for (const char c : text) {
    if (ascii::is_high(c)) return true;
    if (ascii::is_alphanumeric(c) && !is_digit(c)) {
      word += ascii::to_lower(c);
      continue;
    }
    if (word.size() > kLongestOther || is_weekday_word(word)) return true;
    word.clear();
  }
  return word.size() > kLongestOther || is_weekday_word(word);
}

// Of a text with several days nobody knows to which a weekday belongs.
bool has_one_year(std::string_view text) {
  constexpr std::size_t kYearDigits = 4;
  std::size_t run = 0, years = 0;
  for (const char c : text) {
    run = is_digit(c) ? run + 1 : 0;
    if (run == kYearDigits) ++years;
  }
  return years == 1;
}

// As all languages that know the words have it; 0 for Sunday.
std::optional<unsigned> weekday_of(std::string_view text) {
  std::optional<unsigned> weekday;
  if (!may_name_weekday(text) || !has_one_year(text)) return std::nullopt;
  for (const DateInLanguage& translated : in_languages(text, false)) {
    if (!translated.weekday) continue;  // "sat" is an hour elsewhere
    if (weekday.value_or(*translated.weekday) != *translated.weekday) {
      return std::nullopt;
    }
    weekday = translated.weekday;
  }
  return weekday;
}

// "Thu 1/2/2020" is of January, because the first of February was a Saturday.
std::optional<PublicationTime> settled_by_weekday(std::optional<PublicationTime> time,
                                                  std::string_view text, DayOrder order) {
  if (!time || time->doubt.order != DateDoubt::Order::kEither) return time;
  const auto weekday = weekday_of(text);
  if (!weekday) return time;
  const auto fits = [&](const PublicationTime& reading) {
    return std::chrono::weekday{std::chrono::local_days{reading.day()}}.c_encoding() == *weekday;
  };
  const auto exchanged = with_day_and_month_exchanged(*time);
  const bool is_right = fits(*time);
  if (is_right == fits(exchanged)) return time;
  if (!is_right) time = exchanged;
  const bool day_first = (order == DayOrder::kDayFirst) == is_right;
  time->doubt.order = day_first ? DateDoubt::Order::kDayFirst : DateDoubt::Order::kMonthFirst;
  return time;
}

}  // namespace

std::optional<PublicationTime> parse_date_text(std::string_view text, DayOrder order) {
  text = trim(text.substr(0, find_control(text)));
  if (text.empty() || text.size() > kMaxDateBytes) return std::nullopt;
  return settled_by_weekday(read_text(text, order), text, order);
}

std::optional<PublicationTime> parse_date_field(std::string_view text, DayOrder order) {
  text = trim(text.substr(0, find_control(text)));
  if (text.empty() || text.size() > kMaxDateBytes) return std::nullopt;
  return settled_by_weekday(read_field(text, order), text, order);
}

std::optional<std::chrono::month_day> parse_yearless_day(std::string_view text) {
  if (text.size() > kMaxDateBytes) return std::nullopt;
  DateScanner scanner(text);
  if (!scanner.scan() || scanner.time_of_day()) return std::nullopt;
  const std::string_view shape = scanner.shape();
  if (shape != "md" && shape != "dm") return std::nullopt;
  const std::size_t month_at = shape == "md" ? 0 : 1;
  const std::chrono::month_day printed{month{scanner.part(month_at).value},
                                       day{scanner.part(1 - month_at).value}};
  if (!printed.ok()) return std::nullopt;
  return printed;
}

bool is_weekday(std::string_view text) {
  if (text.size() > kMaxDateBytes) return false;
  DateScanner scanner(text);
  return scanner.scan() && scanner.has_weekday() && scanner.shape().empty() &&
         !scanner.time_of_day();
}

}  // namespace dateline::indexer
