// The words of printed dates in many languages: months, weekdays, and what stands between numbers.
//
// Names come from CLDR through ICU, wide and abbreviated, within a date and alone; the words
// between from CLDR's own patterns, and a few that newspapers use beside. English costs nothing of
// this: it is built when a date is met that the scanner (date_scanner.h) cannot read.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

inline constexpr std::size_t kMostCalendarLanguages = 128;
using CalendarLanguages = std::bitset<kMostCalendarLanguages>;

enum class CalendarWord : std::uint8_t {
  kMonth,          // value 1 to 12
  kWeekday,        // value 0 for Sunday to 6
  kBetween,        // "de", "г", "ngày": stands between and says nothing
  kMonthBeforeIt,  // after a number that is a month: "月", "р сар"
  kMonthBehindIt,  // before a number that is a month: "tháng"
};

struct CalendarMeaning {
  CalendarWord word = CalendarWord::kBetween;
  std::uint8_t value = 0;
  CalendarLanguages languages;  // in which it means so
};

class CalendarLexicon {
 public:
  // All languages; built by the first caller (some 0.1 s), then shared. Thread-safe.
  static const CalendarLexicon& all();

  // The meanings of a phrase as fold_date() gives it, its words parted by one space each: "may",
  // "terca feira", "พ ค". Null where it means nothing. Lives as long as the program.
  const std::vector<CalendarMeaning>* find(std::string_view phrase) const;

  // No phrase has more words, and no part of one written without blanks more bytes.
  std::size_t most_words() const { return most_words_; }
  std::size_t most_bytes() const { return most_bytes_; }

  // Languages that set a full stop behind the number of a day, and behind that of a year.
  const CalendarLanguages& dotted_days() const { return dotted_days_; }
  const CalendarLanguages& dotted_years() const { return dotted_years_; }
  // Languages that count years from the birth of the Buddha too.
  const CalendarLanguages& buddhist() const { return buddhist_; }

 private:
  CalendarLexicon();
  void add_language(std::size_t language, const char* locale);
  void add_names(std::size_t language, const std::string& locale);
  void add_pattern(std::size_t language, std::string_view pattern);
  void add_words_between(std::string_view phrase, std::size_t language);
  void add_own_words(std::string_view language, std::size_t number);
  void add(std::string_view phrase, CalendarWord word, unsigned value, std::size_t language);
  void add_month(std::string_view name, unsigned month, std::size_t language);

  std::map<std::string, std::vector<CalendarMeaning>, std::less<>> phrases_;
  std::vector<std::string> prefixes_;  // glued to the names of the language in work
  std::vector<std::string> suffixes_;
  std::vector<std::string> weekday_suffixes_;
  std::vector<std::string> weekday_prefixes_;
  CalendarLanguages dotted_days_;
  CalendarLanguages dotted_years_;
  CalendarLanguages buddhist_;
  std::size_t most_words_ = 1;
  std::size_t most_bytes_ = 1;
};

// The words of a folded text as a phrase: signs and blanks between become one space.
std::string calendar_phrase(std::string_view folded);

}  // namespace dateline::indexer
