// Where in a JSON object its articles are: the object itself, or lists, maps and tables inside.
#pragma once

#include <simdjson.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/sources/field_map.h"

namespace dateline::indexer {

struct JsonMember {
  std::string_view name;
  simdjson::dom::element value;
};

// An object that is an article, or a row of a table that has no object of its own.
struct JsonArticle {
  std::vector<JsonMember> members;
  std::string within;  // "articles/3", "a1"; "" where the record is the article
  std::string prefix;  // name_key() of the names around it, for --map
};

struct WrapperVisitor {
  std::function<void(JsonArticle)> article;

  // An element of a list or map of articles that is none.
  std::function<void(const std::string& within)> stranger;
};

enum class Found {
  kNothing,
  kArticles,
  kNoArticles,  // a line that tells Elasticsearch what to do with the next one
};

// Calls `visitor` for every article of `root`, in order.
//
// An object is an article where its own fields, or those of objects that hold the fields of an
// article ("_source", "fields"), have a text. Otherwise articles are looked for inside: in lists
// and objects whose name says so ("articles", "items", "response.docs"), in any list or map whose
// objects have headline and text, in maps by id, and in the tables that pandas writes (columns of
// cells by index, columns of lists, "columns" with "data"). Where nothing is found, an object with
// a headline is an article, and so is one that has the fields and nothing in them. At most 8 levels
// deep.
Found visit_articles(simdjson::dom::element root, const FieldMap& fields,
                     const WrapperVisitor& visitor);

}  // namespace dateline::indexer
