// The description of the query language, docs/query-language.md, built into the program.
//
// It is the only source of the examples that the README, --help, --help-query and the manual pages
// show. A row of its tables is an example; one in bold is essential, and shown everywhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::searcher {

// The document as it stands, in Markdown.
std::string_view query_language();

// A row of a table: "| `query` | meaning | finds |", or "| **`query`** | ..." of an essential one.
struct QueryExample {
  std::string query;
  std::string meaning;  // Markdown
  std::string finds;    // how many articles of the sample archive; empty where a day decides it
  bool is_essential = false;
};

// Returns nothing for a line that is no example, such as the head of a table.
std::optional<QueryExample> read_example(std::string_view line);

// The document for a terminal, at most 80 columns where no example is wider: headings in capitals,
// no marks of Markdown, and each example with its meaning beside it and, in square brackets, how
// many articles it finds. Understands headings, paragraphs, code blocks, tables of examples,
// `code`, **strong** and [links](url).
std::string query_help();

// The essential examples, laid out in the same way.
std::string query_summary();

}  // namespace dateline::searcher
