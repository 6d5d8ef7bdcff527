// Where a part of a query stands in articles, as query.h defines places: every pair of places is
// looked at, in every article that has the words.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "searcher/query/query.h"
#include "tests/oracle/naive_archive.h"
#include "tests/oracle/naive_words.h"

namespace dateline::oracle {

// Positions [first, last], both words of the place.
struct Spot {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  auto operator<=>(const Spot&) const = default;
};

using Spots = std::vector<Spot>;  // ascending, none twice

// An article without places is not in it.
using SpotsByArticle = std::map<std::uint32_t, Spots>;

class NaiveSpots {
 public:
  // Both must outlive it.
  NaiveSpots(const NaiveArchive& archive, NaiveWords& words) : archive_(archive), words_(words) {}

  // Of a node that may be a side of a NearNode; any other has no places.
  SpotsByArticle find(const searcher::Node& node);

  // What a part counts for: both sides of a NearNode together, the left where the right is
  // negated; of alternatives the smallest, those aside of which the archive lacks a word; of
  // a phrase all its words.
  double idf(const searcher::Node& node);

 private:
  SpotsByArticle find_typed(const std::string& typed, searcher::Form form,
                            const std::string& field);
  SpotsByArticle find_any(const std::vector<searcher::Node>& children);
  SpotsByArticle find_near(const searcher::NearNode& near);
  double idf_of_typed(const std::string& typed, searcher::Form form);
  double least_idf(const std::vector<searcher::Node>& children);

  const NaiveArchive& archive_;
  NaiveWords& words_;
};

// Whether a place of the left side is near one of the right, in their article.
bool is_near(const Spot& left, const Spot& right, const searcher::NearNode& near,
             const NaiveArticle& article);

// Whether all of a place lies where a field of the text is: "", "headline" or "hlead".
bool lies_in(const Spot& place, const std::string& field, const NaiveArticle& article);

// How many places there are when those that overlap count once, as AtLeastNode says.
std::size_t count_apart(const Spots& places);

}  // namespace dateline::oracle
