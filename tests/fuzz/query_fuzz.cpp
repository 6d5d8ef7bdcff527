// Any bytes are a query or a mistake with a column inside them; what is read is printed and read
// back as the same.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/utf8.h"
#include "searcher/query/parser.h"
#include "searcher/query/query.h"

namespace {

using namespace dateline::searcher;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_reading(std::string_view typed, const ParseOptions& options) {
  const auto first = parse_query(typed, options);
  if (const auto* mistake = std::get_if<QueryMistake>(&first)) {
    check(mistake->column <= dateline::count_characters(typed));
    check(!mistake->message.empty());
    check(!mark(typed, *mistake).empty());
    return;
  }
  const std::string printed = to_string(std::get<Query>(first));
  if (printed.size() > kMaxQueryBytes) return;
  const auto again = parse_query(printed, options);
  check(std::holds_alternative<Query>(again));
  check(to_string(std::get<Query>(again)) == printed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view typed(reinterpret_cast<const char*>(bytes), size);
  check_reading(typed, {SideBySide::kAll, {"topics"}});
  check_reading(typed, {SideBySide::kAny, {}});
  return 0;
}
