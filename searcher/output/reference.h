// An article as a bibliographic reference, its byline taken apart into authors: what RIS and BibTeX
// share, and what formats without quotes put for an address.
//
// Archives print bylines in every way: "Ann Example and Bob Penn", "By ANN EXAMPLE, Political
// Correspondent", "Reporting by A. Hack; Editing by B. Pen", "Reuters Staff". What is certainly not
// an author (editors, job titles, places, addresses of mail) is left out; where a rule is not sure
// it keeps the text as printed, as one author without a family name.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

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

// The day of publication as far as it is known.
struct ReferenceDate {
  std::chrono::year_month_day day;  // the first of its month or year where only that is known
  bool has_month = false;
  bool has_day = false;
};

// Texts are the article's own and still need the escapes of their format.
struct Reference {
  std::string title;  // "[No headline]" where there is none, as bibliographies put it
  std::vector<Author> authors;
  std::string publication;  // the source, else the agency, else empty
  std::string address;      // see web_address(); empty where there is none
  std::optional<ReferenceDate> date;
};

Reference reference_of(const Article& article);

// Percent-encoding (RFC 3986): any bytes as ASCII without blanks. ASCII letters, digits and the bytes
// of `kept` stay; every other byte becomes %XX.
std::string percent_encoded(std::string_view text, std::string_view kept);

// The article's URL where it is a web address, http or https with a host; else "". What may not
// stand in an address (blanks, quotes, brackets, anything beyond ASCII) is percent-encoded, so that
// the result can stand in an attribute, in braces or in a terminal as it is. Nothing else is ever
// made a link: not javascript:, not data:, not file:.
std::string web_address(std::string_view url);

}  // namespace dateline::searcher
