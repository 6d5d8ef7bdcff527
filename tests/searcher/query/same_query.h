// Equality of queries by meaning, columns aside, and a dump of the tree that tells every reading
// apart.
#pragma once

#include <string>

#include "searcher/query/query.h"

namespace dateline::searcher {

// "and(word:stem(kishida), not(phrase:exact:headline(white house)))". Unlike to_string it shows the
// nodes themselves and knows nothing of the query language.
std::string dump(const Node& node);

inline bool same(const Query& a, const Query& b) {
  return dump(a.root) == dump(b.root);
}

}  // namespace dateline::searcher
