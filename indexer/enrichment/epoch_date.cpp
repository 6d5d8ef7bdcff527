#include "indexer/enrichment/epoch_date.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

using std::chrono::minutes;

constexpr std::int64_t kLatestSeconds = 4'102'444'800;      // the year 2100
constexpr std::int64_t kEarliestSeconds = -14'000'000'000;  // the year 1526
constexpr std::int64_t kLeast = 10'000;                     // below: a count, or -1 for nothing

PublicationTime at_seconds(std::int64_t seconds, minutes offset) {
  PublicationTime time;
  const auto at = std::chrono::floor<minutes>(std::chrono::seconds{seconds}) + offset;
  time.local = std::chrono::local_days{} + at;
  time.utc_offset = offset;
  time.precision = Precision::kMinute;
  return time;
}

// The second that holds the moment `number` of units; nothing outside the years that news is of.
std::optional<PublicationTime> at_units(double number, std::int64_t units_a_second,
                                        minutes offset) {
  const double seconds = std::floor(number / static_cast<double>(units_a_second));
  // Compared before it is cast: a number that no integer holds must not be.
  const bool of_news = seconds >= static_cast<double>(kEarliestSeconds) &&
                       seconds < static_cast<double>(kLatestSeconds);
  if (!of_news) return std::nullopt;
  return at_seconds(static_cast<std::int64_t>(seconds), offset);
}

std::size_t digits_of(double number) {
  std::size_t digits = 0;
  for (; number >= 1; number /= 10) ++digits;
  return digits;
}

// How many of the unit are a second; 0 where the number is of no unit.
std::int64_t units_a_second(std::size_t digits, bool negative) {
  if (digits == 9 || digits == 10 || (negative && digits < 9)) return 1;
  if (digits == 12 || digits == 13 || (negative && digits == 11)) return 1'000;
  if (digits == 15 || digits == 16) return 1'000'000;
  if (digits == 18 || digits == 19) return 1'000'000'000;
  return 0;
}

std::optional<PublicationTime> from_number(double number, minutes offset) {
  const double size = std::abs(number);
  if (size < static_cast<double>(kLeast)) return std::nullopt;
  const auto units = units_a_second(digits_of(size), number < 0);
  return units == 0 ? std::nullopt : at_units(number, units, offset);
}

bool is_number_sign(char c) {
  return is_digit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
}

std::optional<double> read_number(std::string_view text) {
  constexpr std::size_t kMostBytes = 40;
  if (text.size() > kMostBytes || !std::ranges::all_of(text, is_number_sign)) return std::nullopt;
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

// "/Date(1577836800000+0100)/": milliseconds, and the zone to show them in.
std::optional<PublicationTime> read_date_call(std::string_view text) {
  constexpr std::string_view kOpening = "Date(";
  const std::size_t opening = text.find(kOpening);
  const std::size_t close = text.find(')', opening == std::string_view::npos ? 0 : opening);
  if (opening == std::string_view::npos || close == std::string_view::npos) return std::nullopt;
  const std::string_view inside =
      text.substr(opening + kOpening.size(), close - opening - kOpening.size());
  const std::size_t sign = inside.find_first_of("+-", 1);
  minutes offset{0};
  if (sign != std::string_view::npos) {
    const auto zone = read_number(inside.substr(sign + 1));
    constexpr double kMostZone = 1459;
    if (!zone || *zone < 0 || *zone > kMostZone) return std::nullopt;
    const int hhmm = static_cast<int>(*zone);
    offset = minutes{hhmm / 100 * 60 + hhmm % 100};
    if (inside[sign] == '-') offset = -offset;
  }
  const auto number = read_number(inside.substr(0, sign));
  constexpr std::int64_t kMilliseconds = 1000;
  return number ? at_units(*number, kMilliseconds, offset) : std::nullopt;
}

}  // namespace

std::optional<PublicationTime> read_epoch_seconds(std::string_view text) {
  constexpr std::size_t kDigits = 10;
  if (text.size() != kDigits || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  std::int64_t seconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (text.front() == '0' || seconds >= kLatestSeconds) return std::nullopt;
  return at_seconds(seconds, minutes{0});
}

std::optional<PublicationTime> read_epoch(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.back() == ')' || text.ends_with(")/") || text.ends_with(")\\/")) {
    return read_date_call(text);
  }
  const bool zeros_first = text.front() == '0' && text.size() > 1 && text[1] != '.';
  const auto number = zeros_first ? std::nullopt : read_number(text);
  return number ? from_number(*number, minutes{0}) : std::nullopt;
}

}  // namespace dateline::indexer
