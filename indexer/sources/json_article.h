// An article out of one JSON object. The only door to simdjson.
#pragma once

#include <cstddef>

#include "indexer/sources/origin.h"
#include "indexer/sources/field_map.h"
#include "indexer/sources/parse.h"
#include "indexer/sources/raw_document.h"

namespace dateline::indexer {

// What is kept of an archive's own fields. Longer values are prose and not for looking up by field.
inline constexpr std::size_t kMaxFieldBytes = 256;
inline constexpr std::size_t kMaxFieldNameBytes = 64;
inline constexpr std::size_t kMaxFieldValues = 64;  // of one article, all its fields together

// `document` is one object in UTF-8. Parts of an article may be strings, numbers or lists of
// strings; of an object in their place ({"name": "Jane Doe"}) the name is taken. Every other
// string, number and truth value is an ArchiveField, lists of them several; other objects, null and
// what is over the limits are left out. Article::id is empty if the object has no id.
//
// A BadArticle is what is no JSON, is nested deeper than 1,024, or has no field for headline or
// text.
ParsedArticle read_json_article(const RawDocument& document, const FieldMap& fields,
                                SourceNotes& notes);

}  // namespace dateline::indexer
