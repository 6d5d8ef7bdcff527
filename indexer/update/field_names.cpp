#include "indexer/update/field_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/update/batch.h"

namespace dateline::indexer {
namespace {

void drop_fields(Batch& batch, const std::set<std::string, std::less<>>& refused) {
  for (CatalogueEntry& entry : batch.catalogue) {
    std::erase_if(entry.terms,
                  [&](const std::string& term) { return refused.contains(field_of_term(term)); });
  }
  for (const std::string& name : refused) batch.facets.drop(name);
}

}  // namespace

void FieldNames::admit(Batch& batch) {
  std::set<std::string, std::less<>> refused;
  for (const std::string& name : batch.archive_fields) {
    if (names_.contains(name)) continue;
    if (names_.size() < most_) {
      names_.insert(name);
    } else {
      refused.insert(name);
    }
  }
  if (refused.empty()) return;
  drop_fields(batch, refused);
  for (const std::string& name : refused) {
    if (refused_.size() < most_) refused_.insert(name);
  }
}

std::string FieldNames::complaint() const {
  if (refused_.empty()) return {};
  constexpr std::size_t kMostExamples = 3;
  std::string examples;
  std::size_t count = 0;
  for (const std::string& name : refused_) {
    if (count++ == kMostExamples) break;
    examples += fmt::format("{}'{}'", examples.empty() ? "" : ", ", name);
  }
  return fmt::format(
      "the index has {} names of fields, the most that it may have: fields of {}{} other name{} "
      "cannot be searched, such as {}",
      names_.size(), refused_.size() == most_ ? "at least " : "", refused_.size(),
      refused_.size() == 1 ? "" : "s", examples);
}

}  // namespace dateline::indexer
