#include "searcher/query/limits.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>

#include "searcher/query/day_range.h"

namespace dateline::searcher {
namespace {

// What a date code can hold; see common/publication_time.h.
constexpr std::chrono::year kFirstYear{1000};
constexpr std::chrono::year kLastYear{3041};

using std::chrono::days;
using std::chrono::sys_days;

DayRange limited(std::string_view field, const DayRange& period) {
  if (field == "since") return {period.first, std::nullopt};
  if (field == "until") return {std::nullopt, period.last};
  if (field == "before") return {std::nullopt, sys_days{*period.first} - days{1}};
  return {sys_days{*period.last} + days{1}, std::nullopt};
}

std::optional<std::uint64_t> read_number(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failure != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (number == std::numeric_limits<std::uint64_t>::max()) return std::nullopt;  // no more above it
  return number;
}

std::optional<NumberNode> read_compared(Quantity quantity, std::string_view text) {
  const bool or_equal = text.size() > 1 && text[1] == '=';
  const auto number = read_number(text.substr(or_equal ? 2 : 1));
  if (!number) return std::nullopt;
  if (text[0] == '>') return NumberNode{quantity, or_equal ? *number : *number + 1, std::nullopt};
  if (!or_equal && *number == 0) return std::nullopt;  // nothing is less than 0
  return NumberNode{quantity, 0, or_equal ? *number : *number - 1};
}

std::optional<NumberNode> read_range(Quantity quantity, std::string_view text, std::size_t dots) {
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  NumberNode range{quantity, 0, {}};
  if (from.empty() && to.empty()) return std::nullopt;
  if (!from.empty()) {
    const auto least = read_number(from);
    if (!least) return std::nullopt;
    range.least = *least;
  }
  if (to.empty()) return range;
  range.most = read_number(to);
  if (!range.most || *range.most < range.least) return std::nullopt;
  return range;
}

std::optional<NumberNode> read_number_range(Quantity quantity, std::string_view text) {
  if (text.starts_with('<') || text.starts_with('>')) return read_compared(quantity, text);
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) return read_range(quantity, text, dots);
  const auto number = read_number(text);
  if (!number) return std::nullopt;
  return NumberNode{quantity, *number, *number};
}

}  // namespace

std::variant<Node, LimitMistake> read_date_limit(const Field& field, std::string_view text,
                                                 std::chrono::year_month_day today) {
  const bool takes_range = field.name() == "date";
  auto range = takes_range ? read_day_range(text, today) : read_period(text, today);
  if (auto* mistake = std::get_if<DateMistake>(&range)) {
    return LimitMistake{mistake->offset, std::move(mistake->message)};
  }
  const DayRange& days = std::get<DayRange>(range);
  if (takes_range) return Node{DateNode{days}};
  const DayRange limit = limited(field.name(), days);
  const bool is_empty = (limit.first && limit.first->year() > kLastYear) ||
                        (limit.last && limit.last->year() < kFirstYear);
  if (is_empty) {
    return LimitMistake{0, fmt::format("no article is {} {}: years run from {} to {}", field.name(),
                                       text, int{kFirstYear}, int{kLastYear})};
  }
  return Node{DateNode{limit}};
}

std::variant<Node, LimitMistake> read_number_limit(const Field& field, std::string_view text) {
  const Quantity quantity = field.name() == "copies" ? Quantity::kCopies : Quantity::kWords;
  const auto range = read_number_range(quantity, text);
  if (!range) {
    return LimitMistake{0,
                        fmt::format("'{}' is no number of {}; write {}:>1000, {}:<200 or "
                                    "{}:200..1000",
                                    text, field.name(), field.name(), field.name(), field.name())};
  }
  return Node{*range};
}

}  // namespace dateline::searcher
