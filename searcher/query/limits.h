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
std::variant<Node, LimitMistake> read_date_limit(const Field& field, std::string_view text,
                                                 std::chrono::year_month_day today);

// ">1000", ">=1000", "<200", "<=200", "1000", "500..1000", "500..", "..1000".
std::variant<Node, LimitMistake> read_number_limit(const Field& field, std::string_view text);

}  // namespace dateline::searcher
