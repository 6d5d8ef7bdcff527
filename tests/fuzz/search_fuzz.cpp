// Any bytes through the whole query path: read, searched with everything that can be asked for, and
// written in every format. The first byte chooses options, the others are the query.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "common/text/unicode.h"
#include "common/utf8.h"
#include "searcher/meaning/meaning.h"
#include "searcher/output/formats.h"
#include "searcher/query/parser.h"
#include "searcher/search/searcher.h"
#include "tests/fuzz/sample_index.h"

namespace {

using namespace dateline::searcher;

constexpr std::chrono::year_month_day kToday = std::chrono::year{2023} / 1 / 14;
constexpr std::size_t kEverything = 1'000;  // more than there are articles

void check(bool holds) {
  if (!holds) std::abort();
}

SearchOptions options_of(std::uint8_t choice) {
  SearchOptions options;
  options.page.order = static_cast<Order>(choice % 3);
  options.page.group = (choice & 4) != 0;
  options.page.limit = (choice & 8) != 0 ? 3 : kEverything;
  options.page.offset = (choice & 16) != 0 ? 1 : 0;
  options.tell.explain = true;
  options.tell.suggest = true;
  if ((choice & 32) == 0) {
    options.count.facets.fields = {"source", "section", "place", "year", "language", "byline"};
    options.count.facets.timeline = static_cast<Period>(choice % 3);
  }
  if ((choice & 64) != 0) options.page.snippet = {60, 2};
  return options;
}

void check_lights(const HighlightedText& text) {
  check(dateline::is_valid_utf8(text.text));
  const std::size_t characters = dateline::count_characters(text.text);
  std::size_t end = 0;
  for (const auto& [first, past] : text.highlights) {
    check(first >= end && past > first && past <= characters);
    end = past;
  }
}

void check_counts(const SearchResult& result, const SearchOptions& options) {
  const std::uint64_t total = result.total.value;
  check(result.total.exact &&
        result.hits.size() <= std::min<std::uint64_t>(total, options.page.limit));
  check(options.page.group == result.groups.has_value() && result.groups.value_or(0) <= total);
  if (!options.page.group && options.page.limit == kEverything) {
    check(result.hits.size() + std::min<std::uint64_t>(total, options.page.offset) == total);
  }
  check(result.explanation->parts.front().articles == total);
  for (const Facet& facet : result.facets) {
    for (const CountedValue& value : facet.values) check(value.articles <= total);
    check(facet.without <= total && facet.values.size() <= facet.different);
  }
  if (!result.timeline) return;
  std::uint64_t dated = 0;
  for (const CountedPeriod& period : result.timeline->periods) dated += period.articles;
  check(dated + result.timeline->undated == total);
}

// Nothing that drives a terminal, and UTF-8.
void check_text(const std::string& text) {
  check(dateline::is_valid_utf8(text));
  check(std::none_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r' && c != '\t') ||
           c == '\x7f';
  }));
}

void check_formats(const SearchResult& result) {
  for (const OutputFormat& format : output_formats()) {
    for (const std::size_t width : {0U, 40U}) {
      const std::string text = format.write(result, {Colour::kOff, width});
      check_text(text);
      check(format.name != "json" || nlohmann::json::accept(text));
    }
    if (format.batch != nullptr) check_text(format.batch->answer("7", result));
  }
}

std::uint64_t count(Searcher& searcher, const Query& query) {
  SearchOptions options;
  options.page.limit = 0;
  return searcher.search(query, options).total.value;
}

// The same question asked in other ways has the same answer.
void check_answers(Searcher& searcher, const Query& query, const ParseOptions& reading,
                   std::uint64_t total) {
  const std::string printed = to_string(query);
  if (printed.size() <= kMaxQueryBytes) {
    const auto again = parse_query(printed, reading);
    check(count(searcher, std::get<Query>(again)) == total);
  }
  const Query others{Node{NotNode{{query.root}}}};
  check(count(searcher, others) + total == count(searcher, {}));
}

// The first hits are those that would be first if all were asked for.
void check_order(Searcher& searcher, const Query& query, const SearchResult& result,
                 SearchOptions options) {
  options.count.facets = {};
  options.tell.explain = options.tell.suggest = false;
  options.page.limit = kEverything;
  options.page.detail = Detail::kNumbers;
  const SearchResult all = searcher.search(query, options);
  check(all.total.value == result.total.value && all.hits.size() >= result.hits.size());
  for (std::size_t i = 0; i < result.hits.size(); ++i) {
    check(all.hits[i].segment == result.hits[i].segment);
    check(all.hits[i].number == result.hits[i].number);
  }
}

void check_search(Searcher& searcher, std::string_view typed, const ParseOptions& reading,
                  const SearchOptions& options) {
  const auto parsed = parse_query(typed, reading);
  if (std::holds_alternative<QueryMistake>(parsed)) return;  // query_fuzz looks at these
  const Query& query = std::get<Query>(parsed);
  SearchOptions asked = options;
  asked.tell.typed = typed;
  SearchResult result = searcher.search(query, asked);
  result.query = typed;
  check_counts(result, options);
  for (const Hit& hit : result.hits) {
    check_lights(hit.headline);
    check_lights(hit.snippet);
  }
  check_formats(result);
  check_answers(searcher, query, reading, result.total.value);
  check_order(searcher, query, result, options);
  if (result.hits.empty()) return;
  const dateline::Article& article = result.hits.front().article;
  Highlighter highlighter(searcher.meaning(query));
  const ArticleText text{highlighter.highlight_headline(article),
                         highlighter.highlight_body(article)};
  check_lights(text.headline);
  check_lights(text.body);
  check_text(article_page(article, text, {Colour::kOff, 60}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const dateline::fuzz::SampleIndex index;
  static Searcher searcher(index.path());
  if (size == 0) return 0;
  const std::string_view typed(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  const SideBySide side_by_side = (bytes[0] & 128) != 0 ? SideBySide::kAny : SideBySide::kAll;
  check_search(searcher, typed, {side_by_side, searcher.archive_fields(), kToday, nullptr},
               options_of(bytes[0]));
  return 0;
}
