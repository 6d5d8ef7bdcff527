// The Xapian catalogue of a segment: which terms a document has.
//
// One document an article, its id the article number. Terms alone, which filter by field:
//
//   Fbyline:jane           a word of a field
//   Fbyline:jane doe       two neighbouring words of one value of a field
//
// No positions, no values, no document data, no term lists: what is shown of an article is in
// articles.zst, its words, date and identity are columns of text.index. (Measured on 45,312
// Reuters.com stories while records, identities and dates were here too: 321 bytes and 26 us an
// article, a fifth of all time that a build took.)
//
// Field words are the terms of the analyser: every token of the value is a term, every two words
// (kWord) at neighbouring positions are a pair. A field phrase is the AND of its pairs, which is
// exact enough for values of a few words. Fields: byline, source, agency, section, place,
// language, url and the archive's own, whose names count up to kMaxFieldBytes. So no term is
// longer than 195 bytes (Xapian throws from 246). Raise kFormatVersion with every change.
//
// Two exceptions pay for themselves: `url` has words (kWord) alone, and `id`, which is matched as a
// whole, none at all. Nearly every pair of a URL's words occurs once, and an id is often the URL
// again: with them the catalogue takes twice the time and 1.8 times the bytes.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/text/analyser.h"

namespace dateline {

inline constexpr std::size_t kMaxFieldBytes = 64;

enum class FieldPairs : bool { kNo, kYes };

struct CatalogueField {
  std::string_view name;
  std::string Article::*value;
  FieldPairs pairs = FieldPairs::kYes;
};

// The fields that every archive has, but for id.
inline constexpr std::array<CatalogueField, 7> kCatalogueFields = {{
    {"byline", &Article::byline},
    {"source", &Article::source},
    {"agency", &Article::agency},
    {"section", &Article::section},
    {"place", &Article::place},
    {"language", &Article::language},
    {"url", &Article::url, FieldPairs::kNo},
}};

std::string field_term(std::string_view field, std::string_view word);
std::string field_pair_term(std::string_view field, std::string_view word, std::string_view next);

// What one article puts into the catalogue.
struct CatalogueEntry {
  std::vector<std::string> terms;  // ascending, none twice; perhaps none at all
};

// Not thread-safe: give each thread its own.
class CatalogueEntryMaker {
 public:
  CatalogueEntry make(const Article& article);

 private:
  void add_words(std::string_view field, std::string_view value, FieldPairs pairs,
                 std::vector<std::string>& terms);

  Analyser analyser_;
};

}  // namespace dateline
