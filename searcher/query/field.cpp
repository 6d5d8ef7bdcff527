#include "searcher/query/field.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "searcher/query/word_pattern.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kMaxListed = 24;

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

// Names that other archives use for our fields.
constexpr std::pair<std::string_view, std::string_view> kAliases[] = {
    {"author", "byline"},    {"by", "byline"},          {"category", "section"},
    {"city", "place"},       {"dateline", "place"},     {"desk", "section"},
    {"lang", "language"},    {"location", "place"},     {"newspaper", "source"},
    {"publisher", "source"}, {"publication", "source"}, {"published", "date"},
    {"title", "headline"},   {"year", "date"},
};

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

std::string unknown_field(std::string_view name, const FieldNames& archive) {
  FieldNames known = built_in_fields();
  known.insert(archive.begin(), archive.end());
  return fmt::format("unknown field '{}'{}; put the text in quotes to search for it as it stands",
                     name, known_instead_of(name, known));
}

std::string known_instead_of(std::string_view name, const FieldNames& known) {
  const auto meant = nearest_field(name, known);
  std::vector<std::string> listed(known.begin(), known.end());
  const bool cut = listed.size() > kMaxListed;
  if (cut) listed.resize(kMaxListed);
  return fmt::format("{} known are {}{}", meant ? fmt::format("; did you mean '{}'?", *meant) : ";",
                     fmt::join(listed, ", "), cut ? ", ..." : "");
}

std::optional<std::string> nearest_field(std::string_view name, const FieldNames& known) {
  for (const auto& [alias, field] : kAliases) {
    if (name == alias && known.contains(field)) return std::string(field);
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
