#include "indexer/sources/field_map.h"

#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/text/ascii.h"

namespace dateline::indexer {
namespace {

struct RoleNames {
  std::string_view name;  // what --map and a query call it
  Role role;
  std::string_view usual;  // what archives call it, apart by spaces
};

// Of two usual names for one role the earlier is preferred, so what is surer or fuller stands
// first: a name of a publication before its domain, the date of publication before any other.
constexpr std::array<RoleNames, kRoles> kRoleNames = {{
    {"headline", Role::kHeadline, "headline title"},
    {"body", Role::kBody, "body text maintext content articlebody"},
    {"date", Role::kDate,
     "date_publish published date_published datepublished published_at publishedat "
     "publication_date publish_date pubdate date"},
    {"source", Role::kSource, "source publisher publication source_domain"},
    {"agency", Role::kAgency, "agency"},
    {"byline", Role::kByline, "byline author authors"},
    {"place", Role::kPlace, "place"},
    {"section", Role::kSection, "section category"},
    {"url", Role::kUrl, "url"},
    {"id", Role::kId, "id"},
    {"language", Role::kLanguage, "language lang"},
}};

// Where a name stands in a list of them, counted from 0.
std::optional<std::size_t> place_in(std::string_view names, std::string_view name) {
  for (std::size_t place = 0; !names.empty(); ++place) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (names.substr(0, end) == name) return place;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return std::nullopt;
}

std::string all_role_names() {
  std::string names;
  for (const RoleNames& known : kRoleNames) {
    if (!names.empty()) names += ", ";
    names += known.name;
  }
  return names;
}

}  // namespace

std::string field_name(std::string_view archive_name) {
  std::string name(archive_name);
  for (char& c : name) c = ascii::is_alphanumeric(c) ? ascii::to_lower(c) : '_';
  return name;
}

void FieldMap::add(std::string_view mapping) {
  const auto equals = mapping.find('=');
  const auto part = mapping.substr(0, equals);
  const auto known = std::ranges::find(kRoleNames, part, &RoleNames::name);
  if (equals == std::string_view::npos || equals + 1 == mapping.size() ||
      known == kRoleNames.end()) {
    throw Error(ErrorKind::kUsage, "cannot read the mapping '" + std::string(mapping) +
                                       "': give PART=FIELD, where PART is one of " +
                                       all_role_names());
  }
  mapped_.push_back({known->role, field_name(mapping.substr(equals + 1))});
}

std::optional<FieldMap::Match> FieldMap::match(std::string_view name) const {
  const auto mapped = std::ranges::find(mapped_, name, &Mapping::name);
  if (mapped != mapped_.end()) {
    return Match{mapped->role, static_cast<std::size_t>(mapped - mapped_.begin())};
  }
  for (const RoleNames& known : kRoleNames) {
    if (const auto place = place_in(known.usual, name)) {
      return Match{known.role, mapped_.size() + *place};
    }
  }
  return std::nullopt;
}

bool is_role_name(std::string_view name) {
  return std::ranges::find(kRoleNames, name, &RoleNames::name) != kRoleNames.end();
}

}  // namespace dateline::indexer
