#include "searcher/facets/facet_index.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "common/index/catalogue_schema.h"
#include "common/index/file.h"

namespace dateline::searcher {
namespace {

struct SegmentValue {
  std::string_view value;
  std::size_t segment;
  std::uint32_t number;  // among those of the segment
};

// The values of all segments together, equal ones side by side. Each segment has its own in order,
// so they are merged and never sorted.
std::vector<SegmentValue> merged_values(const FacetField& field) {
  std::vector<SegmentValue> merged;
  for (std::size_t segment = 0; segment < field.columns.size(); ++segment) {
    const auto& column = field.columns[segment];
    const auto middle = static_cast<std::ptrdiff_t>(merged.size());
    for (std::uint32_t number = 0; column && number < column->values(); ++number) {
      merged.push_back({column->value(number), segment, number});
    }
    std::inplace_merge(
        merged.begin(), merged.begin() + middle, merged.end(),
        [](const SegmentValue& a, const SegmentValue& b) { return a.value < b.value; });
  }
  return merged;
}

void number_values(FacetField& field) {
  for (const auto& column : field.columns) {
    field.numbers.emplace_back(column ? column->values() : 0);
  }
  for (const auto& [value, segment, number] : merged_values(field)) {
    if (field.values.empty() || field.values.back() != value) field.values.push_back(value);
    field.numbers[segment][number] = static_cast<std::uint32_t>(field.values.size() - 1);
  }
}

void require_facet(const FacetFile& file, const std::string& name) {
  const auto known = file.fields().find(name);
  if (known == file.fields().end() || known->second.entry.state == FacetState::kKept) return;
  throw Error(ErrorKind::kUsage,
              fmt::format("'{}' cannot be counted by: it has more than {} different values", name,
                          kMostArchiveValues));
}

// Years and months are of the date.
FieldNames known_facets(const FieldNames& archive) {
  FieldNames known = archive;
  for (const CatalogueField& field : kCatalogueFields) known.emplace(field.name);
  known.insert({"month", "year"});
  return known;
}

constexpr std::size_t kMaxListed = 24;

std::string no_facet(const std::string& field, const FieldNames& known) {
  std::string message = fmt::format("there is no facet '{}'", field);
  const auto meant = nearest_field(field, known);
  if (meant) message += fmt::format("; did you mean '{}'?", *meant);
  std::vector<std::string> listed(known.begin(), known.end());
  const bool cut = listed.size() > kMaxListed;
  if (cut) listed.resize(kMaxListed);
  return message + fmt::format("{} known are {}{}", meant ? "" : ";", fmt::join(listed, ", "),
                               cut ? ", ..." : "");
}

}  // namespace

// All or none: a file that is damaged leaves nothing behind for the next call.
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

std::optional<std::string> facet_mistake(const std::vector<std::string>& fields,
                                         const FieldNames& archive) {
  const FieldNames known = known_facets(archive);
  for (const std::string& field : fields) {
    if (!known.contains(field)) return no_facet(field, known);
  }
  return std::nullopt;
}

}  // namespace dateline::searcher
