// What stands after the fields of dates and numbers: date: since: before: until: after: words:
// copies:
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "searcher/query/query.h"

namespace dateline::searcher {

struct LimitMistake {
  std::size_t offset = 0;  // bytes from the start of what was read
  std::string message;
};

// "date" takes a period or a range, "since" and "after", "until" and "before" take a period: from
// its first day or past its last, to its last day or short of its first.
bool is_date_field(std::string_view field);
std::variant<Node, LimitMistake> read_date_limit(std::string_view field, std::string_view text,
                                                 std::chrono::year_month_day today);

// ">1000", ">=1000", "<200", "<=200", "1000", "500..1000", "500..", "..1000".
bool is_number_field(std::string_view field);
std::variant<Node, LimitMistake> read_number_limit(std::string_view field, std::string_view text);

}  // namespace dateline::searcher
