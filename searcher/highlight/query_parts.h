// What of a query can be seen in a text: its words and phrases that are not negated, and which of
// them have to stand near others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "searcher/places/places.h"
#include "searcher/query/expansions.h"
#include "searcher/query/interpretation.h"
#include "searcher/query/query.h"

namespace dateline::searcher {

// A word or phrase. Its patterns are expanded.
struct QueryPart {
  Interpretation interpretation;
  TextPart scope = TextPart::kAnywhere;
  bool in_near = false;  // lit only where a NearTree says so
};

// A NearNode with what stands at its sides: its places are made of those of its children.
struct NearTree {
  std::optional<std::size_t> part;   // a leaf: the places of this part
  std::optional<Nearness> nearness;  // a NearNode of two children; else of any child
  std::vector<NearTree> children;
};

struct VisibleQuery {
  std::vector<QueryPart> parts;  // in order of the query
  std::vector<NearTree> nears;   // the outermost NearNodes
};

// Parts on fields of the catalogue and parts that mean nothing are left out. Weights change
// nothing; of an AtLeastNode all places count, as the article has enough of them.
VisibleQuery visible_query(const Query& query, const Expansions& expansions);

}  // namespace dateline::searcher
