// The description of the query language, docs/query-language.md, built into the program.
#pragma once

#include <string>
#include <string_view>

namespace dateline::searcher {

// The document as it stands, in Markdown.
std::string_view query_language();

// The same for a terminal, at most 80 columns where no example is wider: headings in capitals,
// without the marks of Markdown, and each row of a table as an example with its meaning beside it
// and, in square brackets, how many articles of the sample archive it finds. Understands what the
// document is written in: headings, paragraphs, lists with one level, code blocks, tables, `code`,
// **strong** and [links](url), a row's \| within code included.
std::string query_help();

}  // namespace dateline::searcher
