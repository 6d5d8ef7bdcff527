// The writers of the formats for programs: a result as text. Each stands in a file of its own, with
// the rules of its format at the head; which one --format means is told by formats.h.
//
// Every text is UTF-8, ends in a line break unless it is empty, and holds nothing that drives a
// terminal. Every format cites the search: query as read, total, generation of the index.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/query/parser.h"
#include "searcher/search/hit.h"

namespace dateline::searcher {

// JSON: one object on one line, in the shape that docs/json-output.md describes.
std::string to_json(const SearchResult& result);

// A line for each hit, each with the search that found it; a line with the search alone where there
// is no hit.
std::string to_json_lines(const SearchResult& result);

// A line of a batch: the object of to_json with the member "id" first, or the mistake in its place.
std::string to_batch_json(std::string_view id, const SearchResult& result);
std::string to_batch_json(std::string_view id, std::string_view query, const QueryMistake& mistake);

enum class TableForm : std::uint8_t { kCsv, kTsv };

// A header and a row for each hit, in the columns that docs/output-formats.md describes. Every row
// says what the search was; where there is no hit to write, one row says only that, its columns of
// the hit empty.
std::string to_table(const SearchResult& result, TableForm form);

// Of a batch: the header, once, and the rows of each query, with the query's id in the first
// column.
std::string batch_table_header(TableForm form);
std::string to_batch_table(std::string_view query_id, const SearchResult& result, TableForm form);

// A page of valid HTML for a browser.
std::string to_html(const SearchResult& result);

// The style sheet of that page, page.css. Ends in a newline and holds no '<', so that nothing in it
// can end the style element.
std::string_view html_style();

// A record of type NEWS for each hit, an empty line between two; "" where there is no hit, as the
// format has no place outside of records. Which tag holds what is in docs/output-formats.md.
std::string to_ris(const SearchResult& result);

// A @comment that cites the search, then an entry for each hit, with the same as a note: @article
// where the publication is known, else @misc. An undated article has no date of any kind.
std::string to_bibtex(const SearchResult& result);

// The key of an entry: letters, digits and '-', made of the article's id alone, so that an article
// has the same key in the answer to every query and two articles have different ones.
std::string bibtex_key(std::string_view article_id);

// A line of a TREC run file for each hit: "qid Q0 docid rank score tag". "" where there is none.
std::string to_trec(std::string_view query_id, const SearchResult& result);

}  // namespace dateline::searcher
