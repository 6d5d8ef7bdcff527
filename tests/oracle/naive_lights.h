// What a query must light in articles, as snippet.h says it: the places of words and phrases that
// take part in what was found.
#pragma once

#include "searcher/query/query.h"
#include "tests/oracle/naive_archive.h"
#include "tests/oracle/naive_spots.h"

namespace dateline::oracle {

class NaiveLights {
 public:
  // Both must outlive it.
  NaiveLights(const NaiveArchive& archive, NaiveSpots& places)
      : archive_(archive), places_(places) {}

  // All places of words and phrases; of those beside a NEAR the ones that make one of its places,
  // beside a NOT NEAR those of the left side that it keeps. Nothing under a NOT, nothing of fields
  // that are not of the text.
  SpotsByArticle find(const searcher::Node& node);

 private:
  void add(const searcher::Node& node, SpotsByArticle& lit);
  void add_all(const std::vector<searcher::Node>& nodes, SpotsByArticle& lit);
  void add_taking_part(const searcher::Node& node, const SpotsByArticle& kept, SpotsByArticle& lit);
  void add_sides(const searcher::NearNode& near, const SpotsByArticle& kept, SpotsByArticle& lit);

  const NaiveArchive& archive_;
  NaiveSpots& places_;
};

}  // namespace dateline::oracle
