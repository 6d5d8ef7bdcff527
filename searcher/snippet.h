// Finds in an article's text exactly what a query matched, and cuts the best piece out for a hit.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "common/article.h"
#include "searcher/hit.h"
#include "searcher/query/expansions.h"
#include "searcher/query/query.h"

namespace dateline::searcher {

struct SnippetOptions {
  std::size_t target_characters = 280;  // whole sentences up to about here, at least one
};

// One per query and thread; keeps the query's words analysed and stemmed.
class Highlighter {
 public:
  // `expansions` are those of Searcher::expansions(); without them no pattern is lit.
  explicit Highlighter(const Query& query, const Expansions& expansions = {});
  ~Highlighter();

  // The whole text with everything lit that the query's positive text parts match in it: words in
  // any form that the query allows, phrases as a whole and nowhere else. Nothing under a NOT is
  // lit.
  HighlightedText highlight_headline(const Article& article);
  HighlightedText highlight_body(const Article& article);

  // The piece of the body with the most of the query's different parts, preferring whole sentences
  // and the piece that comes first; the start of the body where only the headline matched. Lines
  // are joined: the snippet is one line. "…" marks where a sentence had to be cut.
  HighlightedText snippet(const Article& article, const SnippetOptions& options);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::searcher
