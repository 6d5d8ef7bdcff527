// Finds in an article's text exactly what a query matched, and cuts the best pieces out for a hit.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"

namespace dateline::searcher {

struct Meaning;

// Text with the ranges that matched, in code points [start, end), ascending, not overlapping.
struct HighlightedText {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> highlights;
};

struct SnippetOptions {
  std::size_t target_characters = 280;  // whole sentences up to about here, at least one

  // The snippet is so many pieces at most, where one does not show every part of the query that the
  // body has. All have to fit in the target, with 40 characters for each; 1: always one piece.
  std::size_t max_fragments = 3;
};

// Lights what the query found, and nothing else:
//   - words in any form that the query allows, what patterns stand for, synonyms;
//   - phrases as a whole with the words in their holes, and nowhere else;
//   - of NEAR, /s and /p, however nested, the words and phrases of both sides that take part in a
//     spot (see NearNode), of more than kMaxSpots in the leftmost, and not what lies between; of
//     NOT NEAR those of the left side that are near none of the right;
//   - all spots of what is under an atleast, as the article was found;
//   - hlead: in the headline and the first paragraph of the body;
//   - nothing under a NOT, no dates, numbers and other fields. Weights change nothing.
// One per query and thread; keeps the words stemmed.
class Highlighter {
 public:
  // See Searcher::meaning(). It need not outlive the highlighter.
  explicit Highlighter(const Meaning& meaning);
  ~Highlighter();

  // The whole text with everything lit that the query found in it.
  HighlightedText highlight_headline(const Article& article);
  HighlightedText highlight_body(const Article& article);

  // The piece of the body with the most of the query's different parts, preferring whole sentences
  // and the piece that comes first; the start of the body where only the headline matched. Where
  // pieces that lie apart show more parts, they are joined by " … " in the order of the text.
  // Highlights are in code points of the joined text. Lines are joined: the snippet is one line.
  // "…" marks where a sentence had to be cut.
  HighlightedText snippet(const Article& article, const SnippetOptions& options);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::searcher
