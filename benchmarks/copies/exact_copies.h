// Which articles of an index are copies by the exact definition: found without fingerprints.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/copies/shingles.h"
#include "common/index/index.h"
#include "indexer/copies/copy_choice.h"

namespace dateline::bench {

// A live article and what it is told by.
struct ShingledArticle {
  std::size_t segment = 0;
  ArticleNumber number = 0;
  std::string id;
  indexer::ComparedText text;
};

// All live articles in the order of the index. Takes 8 bytes of memory for every word.
std::vector<ShingledArticle> read_shingled(Index& index);

// Two places in the list of articles, the lower first.
struct AlikePair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  auto operator<=>(const AlikePair&) const = default;
};

// Every pair of articles that are alike, ascending: versions of each other too, and reports of one
// template. An inverted list of
// all shingles gives for each article those that share one of its rarest; more than a fifth of
// them are tried, which no article that is alike can miss. Each is then compared as a whole.
std::vector<AlikePair> find_alike(const std::vector<ShingledArticle>& articles);

}  // namespace dateline::bench
