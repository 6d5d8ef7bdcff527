// The values of an article that can be counted as facets: what facets.index holds of it.
#pragma once

#include <string_view>
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

}  // namespace dateline::indexer
