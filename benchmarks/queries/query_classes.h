// The classes of queries that are measured apart, drawn from an index by a seed or read from a
// file.
//
//   word-rare, word-middle, word-common   one word of that band (see word_bands.h)
//   and               two to four different words of one article
//   or                two to eight different words of one article
//   phrase            two to four words as they stand in an article, whatever they are
//   phrase-rare       two or three words as they stand in an article, one of them rare
//   phrase-common     two to four words as they stand in an article, each in a tenth of all
//   phrase-dated      two or three words as they stand in an article, within the article's month
//   newest            one common word, newest articles first
//   field             a word beside a word of the headline, place, byline or section of its article
//   page              words, ANDs and phrases by turns, to be answered as a whole page
//   near-and          two words of an article that stand up to five words apart
//   near, sentence    the same within five words, in one sentence
//   pattern-and       a word of six letters or more and another one of its article
//   prefix, fuzzy     the same with the first four or five letters of the long one, with edits
//   grouped           the queries of `and`, copies of a story as one
//   facets            the queries of `word-common`, counted by source, place and year
//   suggestion        a word misspelt, as no article writes it
//
// Words are not weeded: stop words are among them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <vector>

#include "common/index/index.h"
#include "searcher/search/searcher.h"

namespace dateline::bench {

// What is asked beside the hits.
enum class Extra : std::uint8_t { kNone, kGroups, kFacets, kSuggestion };

// Facets are counted by these.
inline constexpr const char* kCountedFields[] = {"source", "place", "year"};

struct QueryClass {
  std::string name;
  std::vector<std::string> queries;  // in Dateline's language, no two the same
  searcher::Order order = searcher::Order::kRelevance;
  bool whole_page = false;  // with headlines, snippets and an exact total, ten hits
  Extra extra = Extra::kNone;
  std::string held_against = {};  // a class with the same words, query by query; "": none
  bool operator==(const QueryClass&) const = default;
};

struct DrawOptions {
  std::uint64_t seed = 1;
  std::size_t per_class = 100;
};

// The same index and options give the same queries. A class has fewer than asked for where the
// archive is too small for more, and may be empty. Throws Error(kInput) if the index is empty.
std::vector<QueryClass> draw_queries(Index& index, const DrawOptions& options);

// A query a line, with the name of its class and a tab before it if there are several; queries
// without one are of the class "query". Empty lines are passed over.
std::vector<QueryClass> read_queries(std::istream& in);

}  // namespace dateline::bench
