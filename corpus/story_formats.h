// How a story is written down: a line of JSON, or a text file.
#pragma once

#include <string>

#include "corpus/generator.h"

namespace dateline::corpus {

// The identity that every format gives the story: "story-00000042".
std::string id_of(const Story& story);

// Appends one line of JSON with its newline. Fields: id, title, byline, date (null when undated),
// source, section, language, copy_of (only on copies: the id of what they abridge), text.
void append_json_line(const Story& story, std::string& out);

// Appends the headline, a line each for byline and for source and day where there are any, an empty
// line, and the paragraphs, parted by empty lines.
void append_text(const Story& story, std::string& out);

}  // namespace dateline::corpus
