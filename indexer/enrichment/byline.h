// Bylines: "By Jane Doe", "By JANE DOE, AP", "By  Al Yoon  and  Walden Siew  - Analysis".
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

struct Byline {
  std::string names;   // "Jane Doe", "Al Yoon and Walden Siew"; as printed but for blanks
  std::string agency;  // "AP" of "By JANE DOE, AP"; empty where the line names none
};

// Cleans what an archive holds as the byline: "By" and its likes are cut off, an agency after a
// comma goes to `agency`, a label of the story ("- Analysis") goes. A byline that is an agency
// alone is in both.
Byline parse_byline(std::string_view text);

// Whether a line of text is a byline and nothing else. Only lines that open with "By" are, or with
// its like in other languages ("Von Anna Roe", "Par Jean Doe"): a name alone cannot be told from a
// short headline. "By the time talks ended" is prose.
bool is_byline_line(std::string_view line);

// Whether a text consists of capitalised words and what stands between names ("and", "van", "al-"),
// with or without an office after a comma ("Asia auto correspondent").
bool are_names(std::string_view text);

// As are_names(), but for a line without "By" above a dateline, where headlines stand, too: each
// name is whole, and there is no word of a headline.
bool are_full_names(std::string_view text);

// The text behind "By ", "Posted by ", "Von " and their like, empty where it does not open so.
std::string_view after_by(std::string_view text);

}  // namespace dateline::indexer
