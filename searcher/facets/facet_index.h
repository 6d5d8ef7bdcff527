// The facets of an index: which fields its articles can be counted by, and one field of all its
// segments, its values in one order.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/facets/facet_file.h"
#include "common/index/index.h"
#include "searcher/query/field.h"

namespace dateline::searcher {

// A field by segment, in the order of the manifest.
struct FacetField {
  std::vector<std::optional<FacetColumn>> columns;  // nothing where no article has the field

  // Of all segments, ascending, none twice; views into the columns.
  std::vector<std::string_view> values;

  // For each value of a segment its number in `values`, from 0.
  std::vector<std::vector<std::uint32_t>> numbers;
};

// Reads nothing before a field is asked for, and each field once. Not thread-safe.
class FacetIndex {
 public:
  // The index must outlive it.
  explicit FacetIndex(const Index& index) : index_(index) {}

  // Valid as long as this object. Throws Error: kCorrupt, and kUsage where the field has too many
  // different values to be a facet.
  const FacetField& field(const std::string& name);

 private:
  const std::vector<FacetFile>& files();

  const Index& index_;
  std::vector<FacetFile> files_;
  std::map<std::string, FacetField> fields_;
};

// "no facet 'colour'; did you mean ...": of the first field that is neither "year" nor "month", of
// the catalogue or the `archive`, with all that are. Nothing where all are.
std::optional<std::string> facet_mistake(const std::vector<std::string>& fields,
                                         const FieldNames& archive);

}  // namespace dateline::searcher
