#include "indexer/sources/field_map.h"

#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/text/ascii.h"

namespace dateline::indexer {
namespace {

struct UsualName {
  std::string_view name;
  Role role;
};

// Of two names for one role the earlier is preferred, so what is surer or fuller stands first: a
// name of a publication before its domain, the date of publication before any other.
constexpr std::array kUsualNames = {
    UsualName{"headline", Role::kHeadline},
    UsualName{"title", Role::kHeadline},
    UsualName{"body", Role::kBody},
    UsualName{"text", Role::kBody},
    UsualName{"maintext", Role::kBody},
    UsualName{"content", Role::kBody},
    UsualName{"articlebody", Role::kBody},
    UsualName{"date_publish", Role::kDate},
    UsualName{"published", Role::kDate},
    UsualName{"date_published", Role::kDate},
    UsualName{"datepublished", Role::kDate},
    UsualName{"published_at", Role::kDate},
    UsualName{"publishedat", Role::kDate},
    UsualName{"publication_date", Role::kDate},
    UsualName{"publish_date", Role::kDate},
    UsualName{"pubdate", Role::kDate},
    UsualName{"date", Role::kDate},
    UsualName{"source", Role::kSource},
    UsualName{"publisher", Role::kSource},
    UsualName{"publication", Role::kSource},
    UsualName{"source_domain", Role::kSource},
    UsualName{"agency", Role::kAgency},
    UsualName{"byline", Role::kByline},
    UsualName{"author", Role::kByline},
    UsualName{"authors", Role::kByline},
    UsualName{"place", Role::kPlace},
    UsualName{"section", Role::kSection},
    UsualName{"category", Role::kSection},
    UsualName{"url", Role::kUrl},
    UsualName{"id", Role::kId},
    UsualName{"language", Role::kLanguage},
    UsualName{"lang", Role::kLanguage},
};

struct RoleName {
  std::string_view name;
  Role role;
};

constexpr std::array<RoleName, kRoles> kRoleNames = {{
    {"headline", Role::kHeadline},
    {"body", Role::kBody},
    {"date", Role::kDate},
    {"source", Role::kSource},
    {"agency", Role::kAgency},
    {"byline", Role::kByline},
    {"place", Role::kPlace},
    {"section", Role::kSection},
    {"url", Role::kUrl},
    {"id", Role::kId},
    {"language", Role::kLanguage},
}};

std::string all_role_names() {
  std::string names;
  for (const auto& [name, role] : kRoleNames) {
    if (!names.empty()) names += ", ";
    names += name;
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
  const auto known = std::ranges::find(kRoleNames, part, &RoleName::name);
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
  const auto usual = std::ranges::find(kUsualNames, name, &UsualName::name);
  if (usual == kUsualNames.end()) return std::nullopt;
  return Match{usual->role, mapped_.size() + static_cast<std::size_t>(usual - kUsualNames.begin())};
}

bool is_role_name(std::string_view name) {
  return std::ranges::find(kRoleNames, name, &RoleName::name) != kRoleNames.end();
}

}  // namespace dateline::indexer
