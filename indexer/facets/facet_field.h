// One field of a facets.index in the making: put together from several inputs, then packed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/facets/format.h"
#include "indexer/facets/facet_input.h"

namespace dateline::indexer {

// What the articles of all inputs, one behind the other, have of a field.
struct FacetField {
  FacetState state = FacetState::kKept;
  std::vector<std::string> values;                // ascending, each of some article
  std::vector<std::vector<std::uint32_t>> lists;  // of several values; ascending
  std::vector<std::uint32_t> choices;             // by article; entry 0 is like entry 1
};

FacetField gather_field(std::string_view name, std::span<const FacetInput* const> inputs);

struct PackedField {
  FacetEntry entry;
  std::string bytes;
};

// The bytes as common/facets/format.h describes them.
PackedField pack_field(const FacetField& field);

}  // namespace dateline::indexer
