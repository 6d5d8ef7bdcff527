#include "indexer/facets/facet_values.h"

#include <algorithm>

#include "common/facets/format.h"
#include "common/index/catalogue_schema.h"

namespace dateline::indexer {
namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

std::string_view cut(std::string_view value) {
  if (value.size() <= kMaxFacetBytes) return value;
  std::size_t end = kMaxFacetBytes;
  while (end > 0 && is_continuation(value[end])) --end;
  return value.substr(0, end);
}

}  // namespace

std::vector<FacetValue> facet_values(const Article& article) {
  std::vector<FacetValue> values;
  const auto add = [&values](std::string_view field, std::string_view value) {
    if (const std::string_view kept = cut(value); !kept.empty()) values.push_back({field, kept});
  };
  for (const CatalogueField& field : kCatalogueFields) add(field.name, article.*field.value);
  for (const ArchiveField& field : article.fields) add(field.name, field.value);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

bool is_common_facet(std::string_view field) {
  return std::any_of(kCatalogueFields.begin(), kCatalogueFields.end(),
                     [field](const CatalogueField& known) { return known.name == field; });
}

}  // namespace dateline::indexer
