// An article as a bibliographic reference, its byline taken apart into authors (see
// searcher/names/authors.h): what RIS and BibTeX share, and what formats without quotes put for an
// address.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "searcher/names/authors.h"

namespace dateline::searcher {

// The day of publication as far as it is known.
struct ReferenceDate {
  std::chrono::year_month_day day;  // the first of its month or year where only that is known
  bool has_month = false;
  bool has_day = false;
};

// Where it is printed: "A1"; "12" and "14". Empty where it is not known.
struct PageRange {
  std::string first;
  std::string last;  // only of numbers
};

// Texts are the article's own and still need the escapes of their format.
struct Reference {
  std::string title;            // "[No headline]" where there is none, as bibliographies put it
  std::vector<Author> authors;  // an agency's story without a byline is the agency's
  std::string publication;      // the source, else the agency, else empty
  std::string address;          // see web_address(); empty where there is none
  PageRange pages;              // of the archive's own field for it
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
