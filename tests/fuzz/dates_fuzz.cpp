// Any bytes are days or a mistake inside them; days are written so that they are read back on any
// day, and a date within words is found by its words.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "searcher/query/day_range.h"

namespace {

using namespace dateline::searcher;

constexpr std::chrono::year_month_day kToday = std::chrono::year{2024} / 2 / 29;

void check(bool holds) {
  if (!holds) std::abort();
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto read = read_day_range(text, kToday);
  const auto words = words_of(text);
  const std::size_t taken = longest_date(words, kToday);
  check(taken <= words.size() && taken <= kMaxDateWords && (taken > 0 || words.empty()));
  if (const auto* mistake = std::get_if<DateMistake>(&read)) {
    check(mistake->offset <= size && !mistake->message.empty());
    return 0;
  }
  check(words.size() > kMaxDateWords || taken == words.size());
  const auto& range = std::get<dateline::DayRange>(read);
  check(range.first || range.last);
  const auto again = read_day_range(to_query_text(range), {});
  check(std::get<dateline::DayRange>(again) == range);
  return 0;
}
