// What a file is that holds no article in a form that is read, told by its beginning.
//
// Whatever is not understood is refused by name and never taken for one article of plain text. Each
// form is a row of a table in foreign_forms.cpp: its mark, its name, and what the user can do. So
// the rules are strict the other way too: no story may be refused for a sign that prose can hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

// The beginning of a file or member as the rows look at it. Views into what it was made of.
struct Head {
  explicit Head(std::string_view bytes);

  static constexpr std::size_t kMaxLines = 64;

  std::string_view bytes;               // as they stand
  std::string_view text;                // behind a byte order mark, blanks and control bytes
  std::vector<std::string_view> lines;  // of `text`, trimmed, without empty ones; the last may be
                                        // cut off
};

// A form known by the first bytes alone, such as "a PDF document": nothing that is text has them.
std::optional<std::string> binary_form(std::string_view bytes);

// A form of text: "an HTML page", "a WARC file: extract the text of its pages first".
std::optional<std::string> text_form(const Head& head);

// What a zip is that is one document and no container of articles: "a Word document".
std::optional<std::string_view> package_form(std::string_view zip);

// Whether lines are source code, by several signs together: a story about code is none.
bool is_source_code(const std::vector<std::string_view>& lines);

}  // namespace dateline::indexer
