#include "indexer/sources/date_columns.h"

#include <algorithm>
#include <array>

#include "common/text/ascii.h"
#include "indexer/enrichment/characters.h"
#include "indexer/sources/field_map.h"
#include "indexer/sources/field_value.h"

namespace dateline::indexer {
namespace {

constexpr auto kYears = std::to_array<std::string_view>(
    {"year", "publicationyear", "pubyear", "publishedyear", "yearpublished", "yearofpublication"});
constexpr auto kMonths = std::to_array<std::string_view>(
    {"month", "publicationmonth", "pubmonth", "publishedmonth", "monthofpublication"});
constexpr auto kDays =
    std::to_array<std::string_view>({"day", "dayofmonth", "publicationday", "pubday",
                                     "publishedday", "publicationdayofmonth", "dayofpublication"});

template <typename Names>
bool is_among(const Names& names, std::string_view key) {
  return std::ranges::find(names, key) != names.end();
}

// The name of a field of the article; "" for one of an object of the archive's own.
std::string key_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return name_key(path);
  return holds_fields_of_article(path.substr(0, dot)) ? name_key(path.substr(dot + 1)) : "";
}

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, ascii::is_digit);
}

// "07" of "7", "7.0" and "07"; "" of what is no number from 1 to `most`.
std::string two_digits(std::string_view text, int most) {
  if (!are_digits(text) || text.size() > 2) return {};
  int number = 0;
  for (const char digit : text) number = number * 10 + (digit - '0');
  if (number < 1 || number > most) return {};
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

bool is_name(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  return !text.empty() && text.size() <= kLongest &&
         std::ranges::none_of(text, [](char c) { return ascii::is_digit(c) || is_blank(c); });
}

}  // namespace

void DateColumns::take(std::string_view path, std::string_view value) {
  constexpr std::size_t kLongestValue = 40;
  if (value.size() > kLongestValue || is_nothing(value)) return;
  const std::string key = key_of(path);
  value = trim(value);
  if (value.ends_with(".0")) value.remove_suffix(2);
  const auto fill = [&](Column& column, std::string text) {
    if (column.value.empty() && !text.empty()) column = {std::string(path), std::move(text)};
  };
  constexpr int kMonthsOfYear = 12, kMostDays = 31;
  if (is_among(kYears, key) && value.size() == 4 && are_digits(value)) {
    fill(year_, std::string(value));
  } else if (is_among(kMonths, key)) {
    fill(month_, is_name(value) ? std::string(value) : two_digits(value, kMonthsOfYear));
  } else if (is_among(kDays, key)) {
    fill(day_, two_digits(value, kMostDays));
  }
}

bool DateColumns::has_day() const {
  return !month_.value.empty() && !day_.value.empty();
}

std::string DateColumns::date() const {
  if (year_.value.empty() || month_.value.empty()) return year_.value;
  if (!are_digits(month_.value)) {
    return (has_day() ? day_.value + " " : "") + month_.value + " " + year_.value;
  }
  return year_.value + "-" + month_.value + (has_day() ? "-" + day_.value : "");
}

std::string DateColumns::names() const {
  std::string names = year_.name;
  if (!month_.value.empty()) names += ", " + month_.name;
  if (has_day()) names += ", " + day_.name;
  return names;
}

}  // namespace dateline::indexer
