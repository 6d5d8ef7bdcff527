// The fields that a query can name, and what was probably meant by one that does not exist.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace dateline::searcher {

using FieldNames = std::set<std::string, std::less<>>;

// The fields that every index has: of the text, of the catalogue, and those of dates and numbers
// ("since", "words").
const FieldNames& built_in_fields();

// "unknown field 'colour'; did you mean 'color'? ...": with the nearest of the built-in and
// `archive` fields, if one is near, all of them, and how to search for the text as it stands.
std::string unknown_field(std::string_view name, const FieldNames& archive);

// The field of `known` that was probably meant, by another archive's name for it or by its letters.
std::optional<std::string> nearest_field(std::string_view name, const FieldNames& known);

// How many letters must be put in, taken out, changed or swapped with their neighbour to make `a`
// into `b`. Bytes, not characters: field names are ASCII.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace dateline::searcher
