// The Xapian catalogue of a segment: which terms, values and data a document has.
//
// One document an article, its id the article number. No positions, no term lists, no words of
// headline or body: those are in text.index.
//
//   Q0123456789abcdef      identity: xxh3 of Article::id; compare the record's id, hashes may meet
//   Y2023                  publication, as far as it is known:
//   M202301                  year, month and
//   D20230113                day, absent where only the month is known
//   U                      undated
//   Fbyline:jane           a word of a field
//   Fbyline:jane doe       two neighbouring words of one value of a field
//
//   value slot 0           the date code in 4 bytes, highest first; none where undated
//   data                   the article without its body, see article_record.h
//
// Field words are the terms of the analyser: every token of the value is a term, every two words
// (kWord) at neighbouring positions are a pair. A field phrase is the AND of its pairs, which is
// exact enough for values of a few words. Fields: byline, source, agency, section, place,
// language, url and the archive's own, whose names count up to kMaxFieldBytes. So no term is
// longer than 195 bytes (Xapian throws from 246). Raise kFormatVersion with every change.
//
// Two exceptions pay for themselves: `url` has words (kWord) alone, and `id` is matched as a whole,
// by its Q term. Nearly every pair of a URL's words occurs once, and an id is often the URL again:
// with them a Reuters.com story has 62 terms instead of 26, and the catalogue takes twice the time
// and 1.8 times the bytes.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/text/analyser.h"

namespace dateline {

inline constexpr std::size_t kMaxFieldBytes = 64;
inline constexpr unsigned kDateSlot = 0;
inline constexpr std::string_view kUndatedTerm = "U";

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

std::string id_term(std::string_view id);
std::string year_term(std::chrono::year year);
std::string month_term(std::chrono::year_month month);
std::string day_term(std::chrono::year_month_day day);
std::string field_term(std::string_view field, std::string_view word);
std::string field_pair_term(std::string_view field, std::string_view word, std::string_view next);

// The value of slot 0; empty for kUndated.
std::string date_value(DateCode code);

// Reads what date_value writes; kUndated for anything else.
DateCode parse_date_value(std::string_view value);

// What one article puts into the catalogue.
struct CatalogueEntry {
  std::vector<std::string> terms;  // ascending, none twice
  std::string date;                // value of slot 0
  std::string record;              // document data
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
