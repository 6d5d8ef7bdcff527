// What a facets.index is written from: batches of new articles and segments that are merged, alike.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::indexer {

// What some articles have of one field.
struct FacetLists {
  struct Row {
    std::uint32_t article;
    std::uint32_t list;  // its place in `lists`
  };

  bool too_many = false;                          // see FacetState::kTooMany; then all is empty
  std::vector<std::string> values;                // in any order, none twice, perhaps of no list
  std::vector<std::vector<std::uint32_t>> lists;  // places in `values`, ascending; none empty
  std::vector<Row> rows;                          // ascending; articles without a value have none
};

class FacetInput {
 public:
  virtual ~FacetInput() = default;

  // Articles that stay, numbered 1 to articles() once those that are gone are left out.
  virtual std::uint32_t articles() const = 0;

  virtual std::vector<std::string> fields() const = 0;

  // Nothing where no article has the field.
  virtual std::optional<FacetLists> lists(std::string_view field) const = 0;
};

}  // namespace dateline::indexer
