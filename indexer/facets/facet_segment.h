// A segment's facets as input of a merge, without the articles that are gone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/facets/facet_file.h"
#include "common/index/deletions.h"
#include "common/index/file.h"
#include "indexer/facets/facet_input.h"

namespace dateline::indexer {

// Calls may throw Error(kCorrupt).
class FacetSegment final : public FacetInput {
 public:
  // What it is given must outlive it.
  FacetSegment(const std::filesystem::path& path, const DeletedArticles& deleted);

  std::uint32_t articles() const override { return file_.articles() - deleted_.count(); }
  std::vector<std::string> fields() const override;
  std::optional<FacetLists> lists(std::string_view field) const override;

 private:
  MappedFile mapped_;
  FacetFile file_;
  const DeletedArticles& deleted_;
};

}  // namespace dateline::indexer
