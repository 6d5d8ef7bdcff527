// The Xapian catalogue of a segment: which terms a document has.
//
// One document an article, its id the article number. Terms alone, which filter by field:
//
//   Fbyline:jane           a word of a field
//   Fbyline:jane doe       two neighbouring words of one value of a field
//
// No positions, no values, no document data, no term lists: what is shown of an article is in
// articles.zst, the words of its text and its URL are terms of text.index, date and identity are
// columns there. (Measured on 45,312 Reuters.com stories while records, identities and dates were
// here too: 321 bytes and 26 us an article, a fifth of all time that a build took.)
//
// Field words are the terms of the analyser: every token of the value is a term, every two words
// (kWord) at neighbouring positions are a pair. A field phrase is the AND of its pairs, which is
// exact enough for values of a few words. Fields: byline, source, agency, section, place,
// language and the archive's own, whose names count up to kMaxFieldBytes. So no term is longer than
// 195 bytes (Xapian throws from 246). Raise kFormatVersion with every change.
//
// Not here: `id`, which is matched as a whole, and `url` (see common/text_index/url_terms.h).
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/text/analyser.h"

namespace dateline {

inline constexpr std::size_t kMaxFieldBytes = 64;

struct CatalogueField {
  std::string_view name;
  std::string Article::*value;
};

// The fields that every archive has, but for those that text.index answers: url and id.
inline constexpr std::array<CatalogueField, 6> kCatalogueFields = {{
    {"byline", &Article::byline},
    {"source", &Article::source},
    {"agency", &Article::agency},
    {"section", &Article::section},
    {"place", &Article::place},
    {"language", &Article::language},
}};

std::string field_term(std::string_view field, std::string_view word);
std::string field_pair_term(std::string_view field, std::string_view word, std::string_view next);

// The field of such a term; "" of any other.
std::string_view field_of_term(std::string_view term);

// What one article puts into the catalogue.
struct CatalogueEntry {
  std::vector<std::string> terms;  // ascending, none twice; perhaps none at all
};

// Whether one of the archive's own fields can be searched: an index has a bound on their names.
using IsSearched = std::function<bool(std::string_view field)>;

// Not thread-safe: give each thread its own.
class CatalogueEntryMaker {
 public:
  // Of the archive's own fields those that `is_searched`; without it all.
  CatalogueEntry make(const Article& article, const IsSearched& is_searched = {});

 private:
  void add_words(std::string_view field, std::string_view value, std::vector<std::string>& terms);

  Analyser analyser_;
};

}  // namespace dateline
