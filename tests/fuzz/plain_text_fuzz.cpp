// Any bytes through the readers of dates and of plain text: what their headers promise must hold.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/enrichment/date_text.h"
#include "indexer/enrichment/dateline.h"
#include "indexer/enrichment/enrich.h"
#include "indexer/enrichment/paragraphs.h"
#include "indexer/sources/parse.h"

namespace {

using namespace dateline;
using namespace dateline::indexer;

void require(bool holds) {
  if (!holds) std::abort();
}

bool lies_in(std::string_view part, std::string_view whole) {
  return part.empty() ||
         (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

void check_date(std::string_view text) {
  const auto time = parse_date_text(text);
  if (time) require(time->dated() && time->day().ok() && to_date_code(*time) != kUndated);
  const auto day = parse_yearless_day(text);
  if (day) require(day->ok() && !time);
}

void check_dateline(std::string_view body) {
  const auto dateline = parse_dateline(body);
  if (!dateline) return;
  require(dateline->end > 0 && dateline->end <= body.size());
  require(lies_in(dateline->place, body) && lies_in(dateline->agency, body));
  require(lies_in(dateline->byline, body));
}

void check_article(std::string_view text) {
  const Origin origin{"fuzz.txt", "", 0};
  Article article = read_plain_text(text);
  require(article.id.empty());
  require(to_paragraphs(article.body) == article.body);
  const std::string body = article.body;
  enrich(article, origin, {});
  require(article.body == body && !article.language.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  check_date(text);
  check_dateline(text);
  check_article(text);
  return 0;
}
