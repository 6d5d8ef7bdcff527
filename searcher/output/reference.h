// An article as a bibliographic reference: what RIS and BibTeX share.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/output/authors.h"

namespace dateline::searcher {

// The day of publication as far as it is known.
struct ReferenceDate {
  std::chrono::year_month_day day;  // the first of its month where only that is known
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

}  // namespace dateline::searcher
