#include "indexer/sources/field_map.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "common/error.h"
#include "common/text/ascii.h"
#include "indexer/sources/field_names.h"

namespace dateline::indexer {
namespace {

struct RoleName {
  std::string_view name;  // what --map and a query call it
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

// "text" is a word for the body too: it is what people try first.
std::optional<Role> role_of(std::string_view part) {
  if (part == "text") return Role::kBody;
  const auto known = std::ranges::find(kRoleNames, part, &RoleName::name);
  if (known == kRoleNames.end()) return std::nullopt;
  return known->role;
}

template <typename Take>
void for_each_word(std::string_view words, const Take& take) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) take(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

using NameTable = std::unordered_map<std::string_view, FieldMap::Match>;

NameTable make_table() {
  NameTable table;
  unsigned rank = 0;
  for (const UsualNames& usual : kUsualNames) {
    for_each_word(usual.keys, [&](std::string_view key) {
      table.emplace(key, FieldMap::Match{usual.role, ++rank, usual.surety, false, false});
    });
  }
  for_each_word(kStayOwn, [&](std::string_view key) { table.at(key).stays_own = true; });
  return table;
}

// Chronicling America names its text by language: ocr_eng, ocr_spa.
bool is_ocr_of_a_language(std::string_view key) {
  return key.size() == 6 && key.starts_with("ocr");
}

std::unordered_set<std::string_view> set_of(std::string_view words) {
  std::unordered_set<std::string_view> set;
  for_each_word(words, [&](std::string_view word) { set.insert(word); });
  return set;
}

std::string all_role_names() {
  std::string names;
  for (const RoleName& known : kRoleNames) {
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

std::string name_key(std::string_view archive_name) {
  std::string key;
  key.reserve(archive_name.size());
  for (const char c : archive_name) {
    if (ascii::is_alphanumeric(c) || ascii::is_high(c)) key += ascii::to_lower(c);
  }
  return key;
}

void FieldMap::add(std::string_view mapping) {
  const auto equals = mapping.find('=');
  const auto role = role_of(mapping.substr(0, equals));
  std::string key =
      equals == std::string_view::npos ? std::string() : name_key(mapping.substr(equals + 1));
  if (!role || key.empty()) {
    throw Error(ErrorKind::kUsage, "cannot read the mapping '" + std::string(mapping) +
                                       "': give PART=FIELD, where PART is one of " +
                                       all_role_names());
  }
  mapped_.push_back({*role, std::move(key)});
}

std::optional<FieldMap::Match> FieldMap::match_mapped(std::string_view key) const {
  const auto mapped = std::ranges::find(mapped_, key, &Mapping::key);
  if (mapped == mapped_.end()) return std::nullopt;
  return Match{mapped->role, static_cast<unsigned>(mapped - mapped_.begin()), Surety::kSure, true,
               false};
}

bool FieldMap::leads_to_mapped(std::string_view key) const {
  return std::ranges::any_of(mapped_, [key](const Mapping& mapping) {
    return mapping.key.size() > key.size() && mapping.key.starts_with(key);
  });
}

std::optional<FieldMap::Match> FieldMap::match(std::string_view key) const {
  static const NameTable table = make_table();
  if (auto mapped = match_mapped(key)) return mapped;
  if (is_ocr_of_a_language(key)) key = "ocr";
  const auto found = table.find(key);
  if (found == table.end()) return std::nullopt;
  Match match = found->second;
  match.rank += static_cast<unsigned>(mapped_.size());
  return match;
}

bool is_role_name(std::string_view name) {
  return std::ranges::find(kRoleNames, name, &RoleName::name) != kRoleNames.end();
}

std::string_view role_name(Role role) {
  return std::ranges::find(kRoleNames, role, &RoleName::role)->name;
}

// "source" alone is the paper, "_source" is what Elasticsearch wraps a document in.
bool holds_fields_of_article(std::string_view archive_name) {
  static const auto names = set_of(kHoldFields);
  return archive_name == "_source" || names.contains(name_key(archive_name));
}

bool holds_articles(std::string_view key) {
  static const auto names = set_of(kHoldArticles);
  return names.contains(key);
}

bool holds_only_articles(std::string_view key) {
  static const auto names = set_of(kHoldOnlyArticles);
  return names.contains(key);
}

bool is_media(std::string_view key) {
  return key == "media";
}

bool describes_feed(std::string_view key) {
  static const auto names = set_of(kDescribeFeeds);
  return names.contains(key);
}

}  // namespace dateline::indexer
