// The values of facets.index as names to count by: of all segments, those together that readers take
// for one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/facets/facet_file.h"

namespace dateline {
class Index;
}

namespace dateline::searcher {

// A field of all segments, in the order of the manifest.
struct FacetField {
  std::vector<std::optional<FacetColumn>> columns;  // nothing where no article has the field

  // What values are counted as, see counted_names.h: in the spelling that most articles of the index
  // have, ascending.
  std::vector<std::string> names;

  // For each segment, for each of its values the numbers of its names, from 0: those of value v are
  // of[starts[v]] to of[starts[v + 1]].
  struct NamesOfValues {
    std::vector<std::uint32_t> starts = {0};
    std::vector<std::uint32_t> of;
  };
  std::vector<NamesOfValues> numbers;

  // Calls visit(name) for each name of a choice of a segment, ascending, none twice. `scratch` is
  // room for it.
  template <typename Visit>
  void for_each_name(std::size_t segment, std::uint32_t choice, std::vector<std::uint32_t>& scratch,
                     Visit visit) const {
    const NamesOfValues& values = numbers[segment];
    scratch.clear();
    columns[segment]->for_each_value(choice, [&](std::uint32_t value) {
      for (auto i = values.starts[value]; i < values.starts[value + 1]; ++i) {
        scratch.push_back(values.of[i]);
      }
    });
    std::sort(scratch.begin(), scratch.end());
    const auto end = std::unique(scratch.begin(), scratch.end());
    for (auto name = scratch.begin(); name != end; ++name) visit(*name);
  }
};

// Reads nothing before a field is asked for, and each field once. Not thread-safe.
class FacetIndex {
 public:
  // The index must outlive it.
  explicit FacetIndex(const Index& index) : index_(index) {}

  // Valid as long as this object. Some microseconds for each different value that the archive
  // prints, and where a name is spelt in several ways a few nanoseconds an article. Throws Error:
  // kCorrupt, and kUsage where the field has too many different values to be a facet.
  const FacetField& field(const std::string& name);

 private:
  const std::vector<FacetFile>& files();

  const Index& index_;
  std::vector<FacetFile> files_;
  std::map<std::string, FacetField> fields_;
};

}  // namespace dateline::searcher
