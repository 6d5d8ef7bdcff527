#include "indexer/facets/facet_input.h"

#include <algorithm>
#include <utility>

#include "common/facets/format.h"
#include "common/index/catalogue_schema.h"
#include "common/text/unicode.h"

namespace dateline::indexer {

std::vector<FacetValue> facet_values(const Article& article) {
  std::vector<FacetValue> values;
  const auto add = [&values](std::string_view field, std::string_view value) {
    const std::string_view kept = cut_at_character(value, kMaxFacetBytes);
    if (!kept.empty()) values.push_back({field, kept});
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

// Values come sorted by field, so each field is looked up once an article.
void FacetBatch::add(const Article& article) {
  ++articles_;
  const std::vector<FacetValue> values = facet_values(article);
  for (auto value = values.begin(); value != values.end();) {
    const std::string_view name = value->field;
    auto field = fields_.find(name);
    if (field == fields_.end()) field = fields_.emplace(std::string(name), Field{}).first;
    std::vector<std::uint32_t> list;
    for (; value != values.end() && value->field == name; ++value) {
      list.push_back(place_of(value->value, field->second));
    }
    add_row(std::move(list), field->second);
    const bool too_many = field->second.lists.values.size() > kMostArchiveValues;
    if (too_many && !is_common_facet(name)) {
      field->second = {};
      field->second.lists.too_many = true;
    }
  }
}

std::uint32_t FacetBatch::place_of(std::string_view value, Field& field) {
  if (field.lists.too_many) return 0;
  const auto next = static_cast<std::uint32_t>(field.lists.values.size());
  const auto [known, is_new] = field.places.emplace(value, next);
  if (is_new) {
    field.lists.values.push_back(known->first);
    memory_bytes_ += 2 * value.size() + 100;
  }
  return known->second;
}

void FacetBatch::add_row(std::vector<std::uint32_t> list, Field& field) {
  if (field.lists.too_many) return;
  std::sort(list.begin(), list.end());
  const auto next = static_cast<std::uint32_t>(field.lists.lists.size());
  const auto [known, is_new] = field.numbers.emplace(std::move(list), next);
  if (is_new) {
    field.lists.lists.push_back(known->first);
    memory_bytes_ += 8 * known->first.size() + 100;
  }
  field.lists.rows.push_back({articles_, known->second});
  memory_bytes_ += sizeof(FacetLists::Row);
}

std::vector<std::string> FacetBatch::fields() const {
  std::vector<std::string> names;
  for (const auto& [name, field] : fields_) names.push_back(name);
  return names;
}

std::optional<FacetLists> FacetBatch::lists(std::string_view field) const {
  const auto found = fields_.find(field);
  if (found == fields_.end()) return std::nullopt;
  return found->second.lists;
}

}  // namespace dateline::indexer
