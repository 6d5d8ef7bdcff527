// Brings the headlines and bodies of articles into the one form that Article asks for.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// One line without space at its ends: every run of white space becomes one space.
std::string one_line(std::string_view text);

// "\r\n" and "\r" become "\n". Costs a search where there are none.
void unify_line_ends(std::string& text);

// Paragraphs separated by one empty line, each on one line.
//
// An empty line always parts paragraphs. A single line end does so unless the text is hard-wrapped:
// no line is longer than kMaxWrappedLine bytes, and most of the lines that another follows directly
// stop in the middle of a sentence.
inline constexpr std::size_t kMaxWrappedLine = 100;
std::string paragraphs(std::string_view text);

// Adds `line` to a paragraph: with a space between, but none where a word was parted at its hyphen
// ("record-" "breaking").
void join_line(std::string& paragraph, std::string_view line);

// "By Jane Doe, Reuters" -> "Jane Doe, Reuters".
std::string_view without_by(std::string_view byline);

}  // namespace dateline::indexer
