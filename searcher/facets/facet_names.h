// The fields that articles can be counted by.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/query/field_names.h"

namespace dateline::searcher {

inline constexpr std::size_t kMostFacets = 16;  // fields of one search

// Years and months are of the date; the others are those of the catalogue and the archive's own.
FieldNames known_facets(const FieldNames& archive);

// "no facet 'colour'; did you mean ...": of the first that does not exist, with all that do.
// Nothing where all exist.
std::optional<std::string> facet_mistake(const std::vector<std::string>& fields,
                                         const FieldNames& archive);

}  // namespace dateline::searcher
