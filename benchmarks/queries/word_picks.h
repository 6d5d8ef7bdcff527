// Words of an article that a query is made of, picked at random.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "benchmarks/queries/article_sampler.h"
#include "corpus/random.h"

namespace dateline::bench {

using Words = std::vector<std::string>;

// Plain words from anywhere in the article, no two the same; none where it has too few.
Words different_words(const SampledArticle& article, std::size_t count, corpus::Random& random);

// Words as they stand in the article; none where one of them is not plain.
Words neighbours(const SampledArticle& article, std::size_t count, corpus::Random& random);

// Two different plain words, the second up to `distance` words after the first; none where the
// place that was tried has no such words.
Words near_words(const SampledArticle& article, std::size_t distance, corpus::Random& random);

// The word with one letter dropped, doubled, changed or swapped with the next; never the first one,
// which is seldom mistyped. It may come out as it was. Of two letters at least.
std::string misspelt(std::string word, corpus::Random& random);

}  // namespace dateline::bench
