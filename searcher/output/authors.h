// A byline taken apart into authors, for bibliographies.
//
// Archives print bylines in every way: "Ann Example and Bob Penn", "By ANN EXAMPLE, Political
// Correspondent", "Reporting by A. Hack; Editing by B. Pen", "Reuters Staff". What is certainly not
// an author (editors, job titles, places, addresses of mail) is left out; where a rule is not sure
// it keeps the text as printed, as one author without a family name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

struct Author {
  std::string family;  // "van der Meer"; empty where the parts of the name are not known
  std::string given;   // "Ann", "J. R."
  std::string whole;   // "Ann van der Meer", "Reuters Staff"
  bool operator==(const Author&) const = default;
};

// In the order of the byline; none where it is blank, else at least one. A name has two to five
// words that begin with capitals, of which the last is the family's with the particles before it.
// That is wrong for names that begin with the family's ("Xi Jinping"), as it is in the programs
// that read bibliographies.
std::vector<Author> authors_of(std::string_view byline);

}  // namespace dateline::searcher
