// The formats of --format, a row each: all that the rest of the program knows of a format.
//
// To add one: a writer in a file of its own, declared in writers.h; a row in formats.cpp; goldens.
// What --help lists, what is refused and the tests of all formats read the rows.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "searcher/output/page.h"
#include "searcher/query/parser.h"
#include "searcher/search/hit.h"
#include "searcher/search/searcher.h"

namespace dateline::searcher {

// The answers to many queries in one output, told apart by the ids of the queries.
struct BatchWriter {
  std::string_view name;     // of the format that it writes, as --format takes it
  std::string (*heading)();  // before the first answer
  std::string (*answer)(std::string_view id, const SearchResult& result);

  // In place of the answer to a query that cannot be read; "" where the format has no place for it.
  std::string (*mistake)(std::string_view id, std::string_view query, const QueryMistake& mistake);

  bool carries_counts = false;  // facets, timeline and explanation
};

struct OutputFormat {
  std::string_view name;   // as --format takes it
  bool is_page = false;    // for people, who may ask for a whole article too: --show
  bool is_styled = false;  // a page as the screen wants it: with colours, wrapped

  std::string (*write)(const SearchResult& result, const PageStyle& style) = nullptr;
  const BatchWriter* batch = nullptr;  // none: an output holds one search

  // Notes stand where nobody overlooks them. A note within a table or run file may be unseen, so
  // those are told on the log.
  bool carries_notes = false;
  bool carries_counts = false;  // facets, timeline and explanation
  Detail detail = Detail::kSnippets;
};

// In the order in which --help lists them.
std::span<const OutputFormat> output_formats();

// Nothing where there is no format of this name.
const OutputFormat* find_format(std::string_view name);

}  // namespace dateline::searcher
