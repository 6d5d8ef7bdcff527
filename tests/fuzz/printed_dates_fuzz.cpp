// Any bytes through the readers of dates in all languages: what is read is a day that exists, and
// the same each time.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/enrichment/date_fold.h"
#include "indexer/enrichment/date_text.h"
#include "indexer/enrichment/enrich.h"

namespace {

using namespace dateline;
using namespace dateline::indexer;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const std::optional<PublicationTime>& time) {
  if (time) require(time->dated() && time->day().ok() && to_date_code(*time) != kUndated);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto line = parse_date_text(text);
  const auto field = parse_date_field(text);
  check(line);
  check(field);
  require(parse_date_text(text) == line);
  check(parse_date_field(text, DayOrder::kMonthFirst));
  check(parse_path_date(text));
  check(parse_url_date(text));
  fold_date(text.substr(0, kMaxDateBytes));
  return 0;
}
