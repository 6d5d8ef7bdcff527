#include "searcher/query/date_advice.h"

#include <fmt/format.h>

#include <array>
#include <vector>

namespace dateline::searcher {
namespace {

constexpr std::array<std::string_view, 12> kMonthNames = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

struct Number {
  unsigned value = 0;
  std::size_t digits = 0;
};

// The bytes of a sign that joins numbers, 0 for anything else. The dashes are a range in print.
std::size_t joining_bytes(std::string_view text) {
  for (const std::string_view sign : {"/", ".", "-", "–", "—"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

// Nothing where it is anything but two or three numbers.
std::vector<Number> read_numbers(std::string_view text) {
  constexpr std::size_t kMostDigits = 4;
  std::vector<Number> numbers(1);
  while (!text.empty()) {
    Number& number = numbers.back();
    if ('0' <= text.front() && text.front() <= '9') {
      number.value = number.value * 10 + static_cast<unsigned>(text.front() - '0');
      if (++number.digits > kMostDigits) return {};
      text.remove_prefix(1);
      continue;
    }
    const std::size_t bytes = joining_bytes(text);
    if (bytes == 0 || number.digits == 0 || numbers.size() == 3) return {};
    numbers.emplace_back();
    text.remove_prefix(bytes);
  }
  if (numbers.back().digits == 0) return {};
  return numbers;
}

bool is_month(const Number& number) {
  return 1 <= number.value && number.value <= 12;
}
bool is_day(const Number& number) {
  return 1 <= number.value && number.value <= 31;
}

std::string iso(const Number& year, const Number& month, const Number& day) {
  return fmt::format("{:04}-{:02}-{:02}", year.value, month.value, day.value);
}

std::string in_words(const Number& month, const Number& day) {
  return fmt::format("{} {}", day.value, kMonthNames[month.value - 1]);
}

// Day and month before the year: Europe's order or America's.
std::optional<std::string> advice_on_order(const Number& first, const Number& second,
                                           const Number& year) {
  const bool day_first = is_day(first) && is_month(second);
  const bool month_first = is_month(first) && is_day(second);
  if (day_first && month_first && first.value != second.value) {
    return fmt::format("is ambiguous: write {} ({}) or {} ({})", iso(year, second, first),
                       in_words(second, first), iso(year, first, second), in_words(first, second));
  }
  if (day_first) return "is written " + iso(year, second, first) + " here";
  if (month_first) return "is written " + iso(year, first, second) + " here";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> advice_on_numbers(std::string_view text) {
  const std::vector<Number> numbers = read_numbers(text);
  std::string shape;
  for (const Number& number : numbers)
    shape += number.digits == 4 ? 'y' : number.digits < 3 ? 'd' : '?';
  if (shape == "yy") {
    return fmt::format("is not a date; a range is written {:04}..{:04}", numbers[0].value,
                       numbers[1].value);
  }
  if (shape == "ddy") return advice_on_order(numbers[0], numbers[1], numbers[2]);
  if (shape == "ddd") return "is ambiguous: write the year first, with four digits: 1987-02-05";
  if (shape == "dy" && is_month(numbers[0])) {
    return fmt::format("is written {:04}-{:02} here", numbers[1].value, numbers[0].value);
  }
  if (shape == "yd" && is_month(numbers[1])) {
    return fmt::format("is written {:04}-{:02} here", numbers[0].value, numbers[1].value);
  }
  if (shape == "ydd" && is_month(numbers[1]) && is_day(numbers[2])) {
    return "is written " + iso(numbers[0], numbers[1], numbers[2]) + " here";
  }
  return std::nullopt;
}

}  // namespace dateline::searcher
