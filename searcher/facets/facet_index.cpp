#include "searcher/facets/facet_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/index/file.h"

namespace dateline::searcher {
namespace {

struct SegmentValue {
  std::string_view value;
  std::size_t segment;
  std::uint32_t place;
};

// The values of all segments together, equal ones side by side.
std::vector<SegmentValue> merged_values(const FacetField& field) {
  std::vector<SegmentValue> merged;
  for (std::size_t segment = 0; segment < field.columns.size(); ++segment) {
    const auto& column = field.columns[segment];
    const auto middle = static_cast<std::ptrdiff_t>(merged.size());
    for (std::uint32_t place = 0; column && place < column->values(); ++place) {
      merged.push_back({column->value(place), segment, place});
    }
    std::inplace_merge(
        merged.begin(), merged.begin() + middle, merged.end(),
        [](const SegmentValue& a, const SegmentValue& b) { return a.value < b.value; });
  }
  return merged;
}

void number_values(FacetField& field) {
  for (const auto& column : field.columns) {
    field.places.emplace_back(column ? column->values() : 0);
  }
  for (const auto& [value, segment, place] : merged_values(field)) {
    if (field.values.empty() || field.values.back() != value) field.values.push_back(value);
    field.places[segment][place] = static_cast<std::uint32_t>(field.values.size() - 1);
  }
}

void require_facet(const FacetFile& file, const std::string& name) {
  const auto known = file.fields().find(name);
  if (known == file.fields().end() || known->second.entry.state == FacetState::kKept) return;
  throw Error(ErrorKind::kUsage,
              fmt::format("'{}' cannot be counted by: it has more than {} different values", name,
                          kMostArchiveValues));
}

}  // namespace

const std::vector<FacetFile>& FacetIndex::files() {
  if (!files_.empty()) return files_;
  std::vector<FacetFile> files;
  for (const OpenSegment& segment : index_.segments()) {
    const MappedFile& mapped = segment.facets;
    files.emplace_back(mapped.bytes(), mapped.path());
    if (files.back().articles() != segment.entry.articles) {
      throw damaged(mapped.path(), "it belongs to another segment");
    }
  }
  return files_ = std::move(files);
}

const FacetField& FacetIndex::field(const std::string& name) {
  if (const auto known = fields_.find(name); known != fields_.end()) return known->second;
  FacetField field;
  for (const FacetFile& file : files()) {
    require_facet(file, name);
    field.columns.push_back(file.column(name));
  }
  // Where it stays, because values are views into the columns.
  FacetField& kept = fields_.emplace(name, std::move(field)).first->second;
  number_values(kept);
  return kept;
}

}  // namespace dateline::searcher
