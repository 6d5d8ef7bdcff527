#include "searcher/query/field.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "common/text/ascii.h"
#include "searcher/query/foreign_names.h"
#include "searcher/query/word_pattern.h"

namespace dateline::searcher {
namespace {

struct BuiltIn {
  std::string_view name;
  FieldKind kind = FieldKind::kCatalogue;
  TextPart part = TextPart::kAnywhere;
};

// The one table of names. What is not in it is a field of the archive's own.
constexpr BuiltIn kBuiltIn[] = {
    {"after", FieldKind::kDate},
    {"agency"},
    {"before", FieldKind::kDate},
    {"byline"},
    {"copies", FieldKind::kNumber},
    {"date", FieldKind::kDate},
    {"headline", FieldKind::kText, TextPart::kHeadline},
    {"hlead", FieldKind::kText, TextPart::kLead},
    {"id", FieldKind::kIdentity},
    {"language"},
    {"place"},
    {"section"},
    {"since", FieldKind::kDate},
    {"source"},
    {"undated", FieldKind::kUndated},
    {"until", FieldKind::kDate},
    {"url", FieldKind::kUrl},
    {"words", FieldKind::kNumber},
};

constexpr std::size_t kMaxListedOfArchive = 8;

// Lists the fields that every index has before those of the archive's own.
std::string listed(const FieldNames& known) {
  std::vector<std::string_view> names;
  std::vector<std::string_view> own;
  for (const std::string& name : known) {
    (built_in_fields().contains(name) ? names : own).push_back(name);
  }
  const bool cut = own.size() > kMaxListedOfArchive;
  if (cut) own.resize(kMaxListedOfArchive);
  names.insert(names.end(), own.begin(), own.end());
  return fmt::format("{}{}", fmt::join(names, ", "), cut ? ", ..." : "");
}

}  // namespace

Field::Field(std::string_view name, Named) : name_(name) {
  if (name.empty()) return;
  const auto* known = std::ranges::find(kBuiltIn, name, &BuiltIn::name);
  kind_ = known != std::end(kBuiltIn) ? known->kind : FieldKind::kCatalogue;
  part_ = known != std::end(kBuiltIn) ? known->part : TextPart::kAnywhere;
}

const FieldNames& built_in_fields() {
  static const FieldNames fields = [] {
    FieldNames names;
    for (const BuiltIn& field : kBuiltIn) names.emplace(field.name);
    return names;
  }();
  return fields;
}

std::optional<std::string> known_field(std::string_view typed, const FieldNames& archive) {
  const auto is_known = [&archive](const std::string& name) {
    return built_in_fields().contains(name) || archive.contains(name);
  };
  std::string name = ascii::lower(typed);
  if (is_known(name)) return name;
  std::ranges::replace_if(
      name, [](char c) { return !ascii::is_alphanumeric(c); }, '_');
  if (archive.contains(name)) return name;
  return std::nullopt;
}

std::string unknown_field(std::string_view name, const FieldNames& archive) {
  const ForeignName* foreign = find_foreign_name(name);
  if (foreign != nullptr && foreign->field.empty()) {
    return fmt::format("unknown field '{}'; {}", name, foreign->advice);
  }
  FieldNames known = built_in_fields();
  known.insert(archive.begin(), archive.end());
  return fmt::format("unknown field '{}'{}; put the text in quotes to search for it as it stands",
                     name, known_instead_of(name, known));
}

std::string known_instead_of(std::string_view name, const FieldNames& known) {
  const auto meant = nearest_field(name, known);
  return fmt::format("{} known are {}", meant ? fmt::format("; did you mean '{}'?", *meant) : ";",
                     listed(known));
}

std::optional<std::string> nearest_field(std::string_view name, const FieldNames& known) {
  if (const ForeignName* foreign = find_foreign_name(name)) {
    if (known.contains(foreign->field)) return std::string(foreign->field);
  }
  const std::size_t limit = name.size() <= 3 ? 1 : 2;
  std::optional<std::string> best;
  std::size_t best_distance = limit + 1;
  for (const std::string& field : known) {
    const std::size_t distance = edit_distance(name, field);
    if (distance < best_distance) {
      best = field;
      best_distance = distance;
    }
  }
  return best;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return edits_between({a.begin(), a.end()}, {b.begin(), b.end()});
}

}  // namespace dateline::searcher
