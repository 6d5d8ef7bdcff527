// A field of the query language, and what was probably meant by one that does not exist.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace dateline::searcher {

// The part of an article's text that words are looked for in.
enum class TextPart : std::uint8_t {
  kAnywhere,  // headline and body
  kHeadline,
  kLead,  // the headline and the first paragraph of the body
};

// What answers for a field.
enum class FieldKind : std::uint8_t {
  kText,       // the words of headline and body
  kIdentity,   // the article's id, as a whole
  kUrl,        // the words of its URL, wherever they stand in it
  kCatalogue,  // the words of any other field, the archive's own among them
  kDate,       // the days of publication: "date", "since", ...
  kUndated,
  kNumber,  // see Quantity in query.h
};

// A field by its name. "" is headline and body; a name that is not built in is one of the archive's
// own.
class Field {
 public:
  Field() = default;

  // Not explicit: a field is written by its name.
  template <std::convertible_to<std::string_view> Name>
  Field(const Name& name) : Field(std::string_view(name), Named{}) {}

  const std::string& name() const { return name_; }
  FieldKind kind() const { return kind_; }
  TextPart part() const { return part_; }  // of the text; kAnywhere for other fields

  bool is_text() const { return kind_ == FieldKind::kText; }
  bool operator==(const Field&) const = default;

 private:
  struct Named {};
  Field(std::string_view name, Named);

  std::string name_;
  FieldKind kind_ = FieldKind::kText;
  TextPart part_ = TextPart::kAnywhere;
};

using FieldNames = std::set<std::string, std::less<>>;

// The fields that every index has: of the text, of the catalogue, and those of dates and numbers
// ("since", "words").
const FieldNames& built_in_fields();

// The field that is typed so: in any case, and as the indexer writes a name of the archive, so that
// "copyright-line", "Desk Code" and "copyright_line" are the same. Nothing where there is none.
std::optional<std::string> known_field(std::string_view typed, const FieldNames& archive);

// "unknown field 'colour'; did you mean 'color'? ...": with the nearest of the built-in and
// `archive` fields, if one is near, all of them, and how to search for the text as it stands.
std::string unknown_field(std::string_view name, const FieldNames& archive);

// "; did you mean 'color'? known are ..." or "; known are ...", to follow a name that is unknown.
std::string known_instead_of(std::string_view name, const FieldNames& known);

// The field of `known` that was probably meant, by another archive's name for it or by its letters.
std::optional<std::string> nearest_field(std::string_view name, const FieldNames& known);

// How many letters must be put in, taken out, changed or swapped with their neighbour to make `a`
// into `b`. Bytes, not characters: field names are ASCII.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace dateline::searcher
