// Paragraphs of plain text: lines wrapped by hand are joined, a line a paragraph is kept.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// Returns the text as Article::body wants it: paragraphs trimmed and parted by one empty line.
//
// Empty lines always part. Between two lines of a block it depends on the whole text: where most
// lines break off inside a sentence, and are long enough for that to be wrapping and not a table,
// they are joined by a space, but for those that open a list ("* ", "- ", "•"). So are the short lines
// of a column that parts words at its edge. Otherwise each line is a paragraph.
//
// A word that goes on in the next line with a small letter is joined without a space. Its hyphen
// stays ("Mon-" and "day" -> "Mon-day"), since it may be a compound's and the analyser finds the
// parts joined as well; a soft hyphen and the sign "¬" go.
std::string to_paragraphs(std::string_view text);

// Whether a line closes as a sentence does: full stop, question or exclamation mark or colon, with
// or without quotes and brackets behind. "the U.S." does not, nor does "wait ...".
bool closes_sentence(std::string_view line);

}  // namespace dateline::indexer
