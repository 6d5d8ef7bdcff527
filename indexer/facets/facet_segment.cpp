#include "indexer/facets/facet_segment.h"

#include <limits>

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();

FacetLists live_lists(const FacetColumn& column, const DeletedArticles& deleted) {
  FacetLists live;
  for (std::uint32_t i = 0; i < column.values(); ++i) live.values.emplace_back(column.value(i));
  std::vector<std::uint32_t> numbers(column.choices(), kUnseen);
  std::uint32_t number = 0;
  for (std::uint32_t article = 1; article <= column.articles(); ++article) {
    if (deleted.contains(article)) continue;
    ++number;
    const std::uint32_t choice = column.choice_of(article);
    if (choice == 0) continue;
    if (numbers[choice] == kUnseen) {
      numbers[choice] = static_cast<std::uint32_t>(live.lists.size());
      auto& list = live.lists.emplace_back();
      column.for_each_value(choice, [&list](std::uint32_t value) { list.push_back(value); });
    }
    live.rows.push_back({number, numbers[choice]});
  }
  return live;
}

}  // namespace

FacetSegment::FacetSegment(const std::filesystem::path& path, const DeletedArticles& deleted)
    : mapped_(path), file_(mapped_.bytes(), path), deleted_(deleted) {}

std::vector<std::string> FacetSegment::fields() const {
  std::vector<std::string> names;
  for (const auto& [name, field] : file_.fields()) names.push_back(name);
  return names;
}

std::optional<FacetLists> FacetSegment::lists(std::string_view field) const {
  const auto found = file_.fields().find(field);
  if (found == file_.fields().end()) return std::nullopt;
  if (found->second.entry.state != FacetState::kTooMany) {
    return live_lists(*file_.column(field), deleted_);
  }
  FacetLists none;
  none.too_many = true;
  return none;
}

}  // namespace dateline::indexer
