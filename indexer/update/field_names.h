// The names of the archives' own fields in an index, and the bound on how many there are.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/sources/kept_fields.h"

namespace dateline::indexer {

struct Batch;

// Each name stands in every manifest and has a column of its own for counting, so an archive that
// makes names of its data ({"votes": {"user17": 1}}) would make an index that nothing can hold. Names
// beyond the bound are refused, the articles are not.
class FieldNames {
 public:
  explicit FieldNames(const std::vector<std::string>& names, std::size_t most = kMaxFieldNames)
      : names_(names.begin(), names.end()), most_(most) {}

  // Takes the names of the batch in, and takes what those that are refused put into catalogue and
  // facets out of it. The articles still show these fields, no query finds them. To be called for
  // all batches in their order, before they are written.
  void admit(Batch& batch);

  // Sorted.
  std::vector<std::string> names() const { return {names_.begin(), names_.end()}; }

  // What is to be said of refused names; "" where there are none.
  std::string complaint() const;

 private:
  std::set<std::string, std::less<>> names_;
  std::size_t most_;
  std::set<std::string, std::less<>> refused_;  // at most as many as are admitted
};

}  // namespace dateline::indexer
