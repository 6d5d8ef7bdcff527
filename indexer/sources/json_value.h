// A JSON value of any shape -> its text, for the part of an article that it is to be.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>

#include "indexer/sources/field_map.h"

namespace dateline::indexer {

// Strings, numbers and truth values as text; nothing for null, lists and objects.
std::optional<std::string> scalar_text(simdjson::dom::element value);

// The text that `value` has for a role, as prose (see field_value.h) where the role is read as
// such; "" where it has none. Read are strings and numbers, lists of them, and
//
//   - for all: {"rendered": ...}, {"value": ...}, {"name": ...}, {"$t": ...}, lists of such;
//   - texts: blocks [{"type": "p", "text": ...}], also nested, without those that are no text
//     (pictures, kickers, bylines); of renderings of one text, [{"role": "main", "value": ...}] of
//     ninjs, the one with most text;
//   - people: {"first": ..., "last": ...}, {"display_name": ...}; each name once;
//   - dates: {"$date": ...}, {"$numberLong": ...}, {"year": ..., "month": ...}, [2020, 1, 2], the
//     first of several.
//
// At most 16 levels deep.
std::string text_of(simdjson::dom::element value, Role role);

// Parses `json` as it is, or repaired where only that helps (see json_repair.h). `repaired` becomes
// true where characters were replaced. What it gives lives as long as `parser` parses nothing else.
simdjson::error_code parse_json(std::string_view json, simdjson::dom::parser& parser,
                                simdjson::dom::element& root, bool& repaired);

}  // namespace dateline::indexer
