// Tables that pandas writes as one JSON object.
#pragma once

#include <simdjson.h>

#include <functional>
#include <string_view>
#include <vector>

#include "indexer/sources/field_map.h"

namespace dateline::indexer {

struct JsonMember;

using VisitRow = std::function<void(std::string_view name, std::vector<JsonMember> members)>;

// Calls `visit` for every row, under its index or its number counted from 1; false where `object`
// is no table with a column for headline or text:
//
//   {"title": {"0": "A", "1": "B"}, "text": {"0": ...}}     cells by index
//   {"title": ["A", "B"], "text": [...]}                     lists of one length, two or more
//   {"columns": ["title", "text"], "data": [["A", ...]]}     names apart
bool visit_table(simdjson::dom::object object, const FieldMap& fields, const VisitRow& visit);

}  // namespace dateline::indexer
