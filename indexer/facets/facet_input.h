// What a facets.index is written from: facets of new articles in memory, or of merged segments.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article.h"

namespace dateline::indexer {

struct FacetValue {
  std::string_view field;
  std::string_view value;  // never empty; cut at kMaxFacetBytes, see common/facets/format.h
  bool operator==(const FacetValue&) const = default;
  auto operator<=>(const FacetValue&) const = default;
};

// Ascending, none twice. Views into the article.
std::vector<FacetValue> facet_values(const Article& article);

// Whether every archive has the field: then all its values are kept.
bool is_common_facet(std::string_view field);

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

// The facets of a batch of articles. One thread fills it; then any number of threads may read it.
class FacetBatch final : public FacetInput {
 public:
  // Appends an article; the first is number 1.
  void add(const Article& article);

  // Forgets a field of all articles.
  void drop(const std::string& field) { fields_.erase(field); }

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
