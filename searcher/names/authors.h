// A byline taken apart into its authors: what facets count by, and what RIS and BibTeX name.
//
// Archives print bylines in every way: "Ann Example and Bob Penn", "By ANN EXAMPLE, Political
// Correspondent", "Lord, Peter; de la Cruz, Maria", "Reporting by A. Hack; Editing by B. Pen",
// "Reuters Staff". What is certainly not an author (editors, job titles, places, addresses of mail)
// is left out; where a rule is not sure it keeps the text as printed, as one author without a
// family name. All functions take any text and are thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

struct Author {
  std::string family;  // "van der Meer"; empty of an agency, or where the parts are not known
  std::string given;   // "Ann", "J. R."
  std::string suffix;  // "Jr.", "III"; empty without one
  std::string whole;   // "Ann van der Meer", "Martin King Jr.", "Reuters Staff"
  bool operator==(const Author&) const = default;
};

// In the order of the byline; none where it is blank, else at least one. Lists are parted by
// commas, semicolons, slashes, bars, "&" and the word for "and" in some twenty languages; a word
// that is also an initial or a part of names ("Ortega y Gasset") parts whole names only.
//
// A name has two to six words that begin with capitals, of which the last is the family's with the
// particles before it. Family names that come first with a comma ("Lord, Peter", "van der Berg,
// Anna") are read so. Without a comma that is wrong ("Xi Jinping"), as it is in the programs that
// read bibliographies.
std::vector<Author> authors_of(std::string_view byline);

}  // namespace dateline::searcher
