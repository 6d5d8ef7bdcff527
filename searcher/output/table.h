// Hits as rows of a table: the formats "csv" and "tsv". Columns are described in
// docs/output-formats.md; a test holds this to it.
//
// CSV is RFC 4180: lines end in CR LF, a cell with a comma or a quote stands in quotes. TSV is what
// IANA registered as text/tab-separated-values: no quotes, so that no cell holds a tab or newline.
// In both, a break inside of a text becomes a space, and what a terminal must not see is escaped
// visibly, as neither format has an escape of its own.
//
// A spreadsheet takes a cell that begins with = + - or @ for a formula, which may run programs and
// send what stands in other cells away. Such a text gets an apostrophe before it, also where only
// blanks or apostrophes go before the sign: taking one apostrophe away from a cell of that form
// gives the text back. Numbers of our own are left as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/hit.h"

namespace dateline::searcher {

enum class TableForm : std::uint8_t { kCsv, kTsv };

// The header and a row for each hit. Every row says what the search was; where there is no hit to
// write, one row says only that, its columns of the hit empty.
std::string to_table(const SearchResult& result, TableForm form);

// Of a batch: the header, once, and the rows of each query, with the query's id in the first
// column.
std::string batch_table_header(TableForm form);
std::string to_batch_table(std::string_view query_id, const SearchResult& result, TableForm form);

}  // namespace dateline::searcher
