#include "searcher/facets/facet_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/index/catalogue_schema.h"

namespace dateline::searcher {
namespace {

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

FieldNames known_facets(const FieldNames& archive) {
  FieldNames known = archive;
  for (const CatalogueField& field : kCatalogueFields) known.emplace(field.name);
  known.insert({"month", "year"});
  return known;
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
