// Takes a printed date apart: day, month and year in the order they stand, time of day, zone.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline::indexer {

// A part of the calendar day: 'm' a month by name, 'y' a number of four digits or of two behind an
// apostrophe, 'd' of one or two.
struct DatePart {
  char kind = 0;
  unsigned value = 0;
  char separator = 0;      // the last sign before it that is no blank; 0 at the beginning
  std::size_t digits = 0;  // of a number of one or two that stands alone
};

// One pass over one text, which must outlive the scanner.
class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : text_(text) {}

  // Returns false where something stands that is no part of a date, or one part stands twice. Call
  // once; the rest holds only after it returned true.
  bool scan();

  // The kinds of the parts in order: "mdy".
  std::string_view shape() const { return {shape_.data(), part_count_}; }
  const DatePart& part(std::size_t i) const { return parts_[i]; }

  // Nothing for midnight in words or as 24:00: of which of two days it is depends on who prints it.
  std::optional<std::chrono::minutes> time_of_day() const {
    return midnight_ ? std::nullopt : time_of_day_;
  }
  std::optional<std::chrono::minutes> utc_offset() const { return utc_offset_; }
  bool has_weekday() const { return has_weekday_; }
  bool has_american_zone() const { return has_american_zone_; }

  // The text says "updated" and nowhere "published".
  bool of_update() const { return updated_ && !published_; }

  // The year is of two digits that an apostrophe marks: "'20".
  bool has_cut_year() const { return has_cut_year_; }

 private:
  // Each reads on from pos_ and returns false where the text there is no part of a date; scan_time
  // and scan_meridiem return false, with nothing read, where it is another part.
  bool scan_number();
  bool scan_number_run(std::size_t digits);
  bool scan_time(std::size_t hour_digits);
  bool scan_clock(std::size_t digits);
  bool scan_meridiem(unsigned& hour);
  bool scan_offset();
  bool scan_sign();
  bool scan_cut_year();
  bool scan_word();
  bool skip_past(char closing);
  void skip_ordinal();

  // Each takes what was read for what it means; false where it means nothing or stands twice.
  bool take_word_meaning(std::string_view word, std::string_view folded);
  bool take_zone(std::string_view word, std::string_view folded);
  bool take_clock_word(std::string_view folded);
  bool take_hour_behind_t();
  bool zone_follows(std::size_t pos) const;
  bool push(char kind, unsigned value);
  bool set_time(unsigned hour, unsigned minute, unsigned second);

  char at(std::size_t pos) const { return pos < text_.size() ? text_[pos] : '\0'; }
  std::size_t count_digits(std::size_t pos) const;
  unsigned number(std::size_t pos, std::size_t digits) const;

  static constexpr std::size_t kMaxParts = 3;  // day, month and year

  std::string_view text_;
  std::size_t pos_ = 0;
  char last_sign_ = 0;  // since the last part; it becomes the separator of the next
  std::array<DatePart, kMaxParts> parts_;
  std::array<char, kMaxParts> shape_{};  // parts_[i].kind, side by side for shape()
  std::size_t part_count_ = 0;
  std::optional<std::chrono::minutes> time_of_day_;
  std::optional<std::chrono::minutes> utc_offset_;
  bool offset_may_follow_ = false;     // right after a time of day, "GMT" or "UTC"
  bool month_may_be_weekday_ = false;  // "mar" stood first: March or a Tuesday
  bool has_weekday_ = false;
  bool has_american_zone_ = false;
  bool has_cut_year_ = false;
  bool clock_follows_ = false;  // "kl." stood before
  bool midnight_ = false;
  bool updated_ = false;
  bool published_ = false;
};

// Words that stand in printed dates beside the months, found in calendar_words.cpp.
//
// All take a folded word: lower-case ASCII, accents dropped ("miercoles" for "miércoles"). English,
// German, French, Spanish, Portuguese and Italian; the months are in common/month_names.h.

bool is_weekday_word(std::string_view folded);

// Words that stand between the parts of a date and mean nothing: "of", "de", "um", "uhr",
// "published".
bool is_date_filler(std::string_view folded);

// Words before a clock: "kl", "klo".
bool announces_clock(std::string_view folded);

// The zones of the United States, those that depend on the season ("et") too.
bool is_american_zone(std::string_view folded);

// Offset from UTC of a zone abbreviation. Where one is used in several places, the place that
// prints more news with zones has it: IST is India's (not Ireland's or Israel's), CST the American
// central time (not China's), BST the British summer time, AST the Atlantic, GST the Gulf.
std::optional<std::chrono::minutes> find_zone(std::string_view folded);

}  // namespace dateline::indexer
