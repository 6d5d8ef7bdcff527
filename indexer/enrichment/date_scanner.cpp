#include "indexer/enrichment/date_scanner.h"

#include <algorithm>

#include "common/month_names.h"
#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::size_t kMaxWordBytes = 16;
constexpr char kLatinLead = '\xC3';  // of the letters U+00C0 to U+00FF

// Base letters of U+00C0 to U+00DF and, the same again, of U+00E0 to U+00FF.
constexpr std::string_view kLatinBase = "aaaaaaaceeeeiiiidnooooo/ouuuuyty";

struct FoldedWord {
  std::array<char, kMaxWordBytes> letters;
  std::size_t size = 0;
  std::size_t bytes_read = 0;

  std::string_view view() const { return {letters.data(), size}; }
};

// Reads the letters at the start of `text`; a longer word comes back empty.
FoldedWord fold_word(std::string_view text) {
  FoldedWord word;
  std::size_t i = 0;
  while (i < text.size() && word.size < kMaxWordBytes) {
    const char c = text[i];
    if (ascii::is_letter(c)) {
      word.letters[word.size++] = to_lower(c);
      ++i;
    } else if (c == kLatinLead && i + 1 < text.size() && ascii::is_high(text[i + 1])) {
      word.letters[word.size++] = kLatinBase[static_cast<unsigned char>(text[i + 1]) & 0x1F];
      i += 2;
    } else {
      break;
    }
  }
  if (word.size == kMaxWordBytes) word.size = 0;
  word.bytes_read = i;
  return word;
}

// The month of "2.XI.2020", as Central Europe prints it; 0 for any other word.
unsigned roman_month(std::string_view word) {
  constexpr auto kNumerals = std::to_array<std::string_view>(
      {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"});
  const auto* found = std::ranges::find(kNumerals, word);
  return found == kNumerals.end() ? 0 : static_cast<unsigned>(found - kNumerals.begin()) + 1;
}

// The bytes of a blank or sign beyond ASCII that parts a date: spaces, dashes, dots. 0 if none.
std::size_t wide_separator_bytes(std::string_view text) {
  for (const std::string_view sign :
       {"\u00A0", "\u00B7", "\u2009", "\u202F", "\u2013", "\u2014", "\u2022"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

}  // namespace

bool DateScanner::scan() {
  while (pos_ < text_.size()) {
    const char c = text_[pos_];
    if (is_digit(c)) {
      if (!scan_number()) return false;
    } else if (ascii::is_letter(c) || c == kLatinLead) {
      if (!scan_word()) return false;
    } else if ((c == '+' || c == '-') && offset_may_follow_ && is_digit(at(pos_ + 1))) {
      if (!scan_offset()) return false;
    } else if (c == '\'') {
      if (!scan_cut_year()) return false;
    } else if (!scan_sign()) {
      return false;
    }
  }
  return true;
}

bool DateScanner::scan_sign() {
  const char c = text_[pos_];
  if (ascii::is_high(c)) {
    const std::size_t bytes = wide_separator_bytes(text_.substr(pos_));
    pos_ += bytes;
    return bytes > 0;
  }
  if (c == '[' && time_of_day_) return skip_past(']');  // java.time: [Asia/Kolkata]
  if (c == '(' && utc_offset_) return skip_past(')');   // "+0100 (CET)", "EST (21:30 GMT)"
  const bool nothing_yet = part_count_ == 0 && !time_of_day_;
  if (c == ':' && !nothing_yet) return false;
  if (!is_blank(c) && std::string_view(",.-/|()@;:_").find(c) == std::string_view::npos)
    return false;
  if (!is_blank(c)) last_sign_ = c;
  ++pos_;
  return true;
}

bool DateScanner::scan_cut_year() {
  constexpr std::size_t kDigits = 2;
  if (has_cut_year_ || count_digits(pos_ + 1) != kDigits) return false;
  has_cut_year_ = true;
  const unsigned value = number(pos_ + 1, kDigits);
  pos_ += 1 + kDigits;
  return push('y', value);
}

bool DateScanner::skip_past(char closing) {
  const std::size_t end = text_.find(closing, pos_);
  if (end == std::string_view::npos) return false;
  pos_ = end + 1;
  return true;
}

std::size_t DateScanner::count_digits(std::size_t pos) const {
  std::size_t count = 0;
  while (is_digit(at(pos + count))) ++count;
  return count;
}

unsigned DateScanner::number(std::size_t pos, std::size_t digits) const {
  unsigned value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    value = value * 10 + static_cast<unsigned>(text_[pos + i] - '0');
  }
  return value;
}

bool DateScanner::push(char kind, unsigned value) {
  if (part_count_ == kMaxParts) return false;
  offset_may_follow_ = false;
  parts_[part_count_] = {kind, value, last_sign_, 0};
  shape_[part_count_++] = kind;
  last_sign_ = 0;
  return true;
}

bool DateScanner::scan_number() {
  const std::size_t digits = count_digits(pos_);
  if (digits > 2) return scan_number_run(digits);
  if (!time_of_day_ && scan_time(digits)) return true;
  if (at(pos_ + digits) == ':') return false;
  clock_follows_ = false;
  const unsigned value = number(pos_, digits);
  pos_ += digits;
  skip_ordinal();
  if (!push('d', value)) return false;
  parts_[part_count_ - 1].digits = digits;
  return true;
}

// Years, and the days and clocks that are printed without signs between.
bool DateScanner::scan_number_run(std::size_t digits) {
  constexpr std::size_t kDayDigits = 8;
  const std::size_t begin = pos_;
  pos_ += digits;
  if (part_count_ == kMaxParts && !time_of_day_) {  // the clock after "20230113T"; "1005 GMT"
    const bool is_clock =
        to_lower(at(begin - 1)) == 't' || clock_follows_ || (digits == 4 && zone_follows(pos_));
    return (digits == 4 || digits == 6) && is_clock && (pos_ = begin, scan_clock(digits));
  }
  if (digits == 4) return push('y', number(begin, 4));
  if (digits != kDayDigits && digits != kDayDigits + 4 && digits != kDayDigits + 6) return false;
  last_sign_ = '-';
  if (!push('y', number(begin, 4))) return false;
  last_sign_ = '-';
  if (!push('d', number(begin + 4, 2))) return false;
  last_sign_ = '-';
  if (!push('d', number(begin + 6, 2))) return false;
  pos_ = begin + kDayDigits;
  return digits == kDayDigits || scan_clock(digits - kDayDigits);
}

bool DateScanner::scan_clock(std::size_t digits) {
  const std::size_t begin = pos_;
  pos_ += digits;
  const unsigned second = digits == 6 ? number(begin + 4, 2) : 0;
  return set_time(number(begin, 2), number(begin + 2, 2), second);
}

// "6:15pm", "6 p.m.", "18h30", "15:01:01.79", "9.41 Uhr": returns false, with nothing read, where
// the number is no hour. A full stop parts hour and minute only where the text then says that it
// did.
bool DateScanner::scan_time(std::size_t hour_digits) {
  const std::size_t begin = pos_;
  unsigned hour = number(pos_, hour_digits);
  unsigned minute = 0;
  unsigned second = 0;
  pos_ += hour_digits;
  const char mark = to_lower(at(pos_));
  const bool has_minutes =
      (mark == ':' || mark == 'h' || mark == '.') && count_digits(pos_ + 1) == 2;
  if (has_minutes) {
    minute = number(pos_ + 1, 2);
    pos_ += 3;
    const std::size_t second_digits = count_digits(pos_ + 1);
    if (mark == ':' && at(pos_) == ':' && (second_digits == 1 || second_digits == 2)) {
      second = number(pos_ + 1, second_digits);
      pos_ += 1 + second_digits;
      if ((at(pos_) == '.' || at(pos_) == ',') && is_digit(at(pos_ + 1))) {
        pos_ += 1 + count_digits(pos_ + 1);
      }
    }
  } else if (mark == 'h' && !ascii::is_letter(at(pos_ + 1))) {
    ++pos_;
  }
  // Behind a whole date two numbers can be nothing else.
  const bool parted_by_stop = has_minutes && mark == '.' &&
                              (clock_follows_ || part_count_ == kMaxParts || zone_follows(pos_));
  const bool marked = (has_minutes && mark != '.') || parted_by_stop ||
                      (mark == 'h' && pos_ > begin + hour_digits) ||
                      (clock_follows_ && !has_minutes);
  if ((scan_meridiem(hour) || marked) && set_time(hour, minute, second)) return true;
  pos_ = begin;
  return false;
}

// "am", "PM", "a.m.", "noon", and "Uhr", which only says that the number was a time.
bool DateScanner::scan_meridiem(unsigned& hour) {
  constexpr unsigned kNoon = 12;
  std::size_t pos = pos_;
  if (at(pos) == ' ') ++pos;
  if (ascii::is_high(at(pos))) pos += wide_separator_bytes(text_.substr(pos));  // ICU's U+202F
  if (starts_folded(text_.substr(pos), "uhr")) {
    pos_ = pos + 3;
    return true;
  }
  if (hour == kNoon && starts_folded(text_.substr(pos), "noon")) {
    pos_ = pos + 4;
    return true;
  }
  if ((hour == kNoon || hour == 0) && starts_folded(text_.substr(pos), "midnight")) {
    pos_ = pos + 8;
    return midnight_ = true;
  }
  const char half = to_lower(at(pos));
  if (half != 'a' && half != 'p') return false;
  const bool dotted = at(pos + 1) == '.';
  pos += dotted ? 2 : 1;
  if (to_lower(at(pos)) != 'm') return false;
  ++pos;
  if (ascii::is_letter(at(pos))) return false;
  if (dotted && at(pos) == '.') ++pos;
  // "13:41 PM" is printed by many a site and cannot be misread; "13:41 AM" can.
  if (half == 'a' && hour > kNoon) return false;
  if (half == 'a' && hour == kNoon) hour = 0;
  if (half == 'p' && hour < kNoon) hour += kNoon;
  pos_ = pos;
  return true;
}

bool DateScanner::set_time(unsigned hour, unsigned minute, unsigned second) {
  constexpr unsigned kLeapSecond = 60;
  constexpr unsigned kDayHours = 24;
  clock_follows_ = false;
  if (hour == kDayHours && minute == 0 && second == 0) {
    midnight_ = true;
    hour = 0;
  }
  if (hour > 23 || minute > 59 || second > kLeapSecond) return false;
  time_of_day_ = hours{hour} + minutes{minute};
  offset_may_follow_ = true;
  last_sign_ = 0;
  return true;
}

void DateScanner::skip_ordinal() {
  for (const std::string_view suffix : {"st", "nd", "rd", "th", "er", "\u00BA", "\u00AA"}) {
    const std::string_view rest = text_.substr(pos_);
    if (starts_folded(rest, suffix) && !ascii::is_letter(at(pos_ + suffix.size()))) {
      pos_ += suffix.size();
      return;
    }
  }
}

bool DateScanner::scan_word() {
  const FoldedWord folded = fold_word(text_.substr(pos_));
  if (folded.size == 0) return false;
  const std::string_view word = text_.substr(pos_, folded.bytes_read);
  pos_ += folded.bytes_read;
  return take_word_meaning(word, folded.view());
}

bool DateScanner::take_word_meaning(std::string_view word, std::string_view folded) {
  if (folded == "t" && part_count_ == kMaxParts && is_digit(at(pos_))) {
    return take_hour_behind_t();
  }
  if (const unsigned month = roman_month(word); month > 0 && shape() == "d") {
    return push('m', month);
  }
  if (const auto month = find_month(folded)) {
    if (month_may_be_weekday_) {  // "mar. 13 mars 2023": Tuesday, not March
      std::copy(parts_.begin() + 1, parts_.end(), parts_.begin());
      std::copy(shape_.begin() + 1, shape_.end(), shape_.begin());
      --part_count_;
    }
    month_may_be_weekday_ = !month_may_be_weekday_ && folded == "mar" && part_count_ == 0;
    return push('m', unsigned{*month});
  }
  if (is_weekday_word(folded)) return has_weekday_ = true;
  // German before a day; but after an hour that cannot be of the morning it is no zone either.
  if (time_of_day_ && folded == "am") return false;
  if (time_of_day_ && take_zone(word, folded)) return true;
  if (!is_date_filler(folded)) return take_clock_word(folded);
  updated_ |= folded == "updated";
  published_ |= folded == "published" || folded == "posted" || folded == "publicado";
  return true;
}

// "noon" and the like, "kl.", and a zone behind a day without a clock.
bool DateScanner::take_clock_word(std::string_view folded) {
  constexpr unsigned kNoon = 12;
  if (folded == "noon") return time_of_day_ ? *time_of_day_ == hours{kNoon} : set_time(kNoon, 0, 0);
  if (folded == "midnight" && !time_of_day_) return midnight_ = set_time(0, 0, 0);
  if (announces_clock(folded) && !time_of_day_) return clock_follows_ = true;
  if (part_count_ != kMaxParts || !find_zone(folded)) return false;
  has_american_zone_ |= is_american_zone(folded);
  return true;
}

// "2020-01-02T03Z": an hour alone.
bool DateScanner::take_hour_behind_t() {
  constexpr std::size_t kHourDigits = 2;
  if (time_of_day_ || count_digits(pos_) != kHourDigits || at(pos_ + kHourDigits) == ':' ||
      at(pos_ + kHourDigits) == '.') {
    return true;
  }
  const unsigned hour = number(pos_, kHourDigits);
  pos_ += kHourDigits;
  return set_time(hour, 0, 0);
}

// Whether the text goes on with the abbreviation of a zone.
bool DateScanner::zone_follows(std::size_t pos) const {
  if (at(pos) == ' ') ++pos;
  if (pos >= text_.size()) return false;
  return find_zone(fold_word(text_.substr(pos)).view()).has_value();
}

bool DateScanner::take_zone(std::string_view word, std::string_view folded) {
  constexpr std::size_t kMaxZoneBytes = 5;
  const auto offset = find_zone(folded);
  offset_may_follow_ = folded == "gmt" || folded == "utc";
  if (!offset_may_follow_) has_american_zone_ |= is_american_zone(folded);
  if (!offset)
    return word.size() >= 2 && word.size() <= kMaxZoneBytes && std::ranges::all_of(word, is_upper);
  if (!utc_offset_) utc_offset_ = offset;
  return true;
}

// "+05:30", "-0400", "+1": after a time of day, "GMT" or "UTC".
bool DateScanner::scan_offset() {
  const bool west = text_[pos_] == '-';
  const std::size_t begin = pos_ + 1;
  std::size_t digits = count_digits(begin);
  const unsigned hour = number(begin, digits == 4 ? 2 : digits > 2 ? 0 : digits);
  unsigned minute = digits == 4 ? number(begin + 2, 2) : 0;
  if (digits > 2 && digits != 4) return false;
  if (digits <= 2 && at(begin + digits) == ':' && count_digits(begin + digits + 1) == 2) {
    minute = number(begin + digits + 1, 2);
    digits += 3;
  }
  constexpr unsigned kMaxHours = 14;
  if (hour > kMaxHours || minute > 59) return false;
  const minutes east = hours{hour} + minutes{minute};
  utc_offset_ = west ? -east : east;
  offset_may_follow_ = false;
  pos_ = begin + digits;
  return true;
}

}  // namespace dateline::indexer
