// The facets of a batch of articles in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "indexer/facets/facet_input.h"
#include "indexer/facets/facet_values.h"

namespace dateline::indexer {

// One thread fills a batch; then any number of threads may read it.
class FacetBatch final : public FacetInput {
 public:
  // Appends an article; the first is number 1.
  void add(const Article& article);

  // About 10 bytes for each field of an article, and the values.
  std::size_t memory_bytes() const { return memory_bytes_; }

  std::uint32_t articles() const override { return articles_; }
  std::vector<std::string> fields() const override;
  std::optional<FacetLists> lists(std::string_view field) const override;

 private:
  struct Field {
    FacetLists lists;
    std::unordered_map<std::string, std::uint32_t> places;        // of values
    std::map<std::vector<std::uint32_t>, std::uint32_t> numbers;  // of lists
  };

  std::uint32_t place_of(std::string_view value, Field& field);
  void add_row(std::vector<std::uint32_t> list, Field& field);

  std::uint32_t articles_ = 0;
  std::size_t memory_bytes_ = 0;
  std::map<std::string, Field, std::less<>> fields_;
};

}  // namespace dateline::indexer
