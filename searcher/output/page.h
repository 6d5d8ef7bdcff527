// Hits, counts and articles for people: the formats "terminal" and "plain".
//
// A hit is a line "RANK. HEADLINE", then, indented, a line "source · date · place", the snippet,
// and the article's id, which --show takes. The last line counts: "1-10 of 234, 12 undated left
// out"; a better spelling may follow: "Did you mean: Blinken?". With copies as one, a line "also in
// SOURCE, SOURCE and 3 more" and one of other versions stand before the id, and the last line is
// "1-3 of 3 in 5 articles". Plain pages have neither colours nor wrapping, so that each part of a
// hit is one line for grep.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/search/hit.h"

namespace dateline::searcher {

enum class Colour : std::uint8_t { kOff, kOn };

struct PageStyle {
  Colour colour = Colour::kOff;
  std::size_t width = 0;  // columns; 0: never wrapped
};

// All functions escape what a terminal must not see and end their text with a newline. Those whose
// matter was not asked for return "".
std::string hits_page(const SearchResult& result, const PageStyle& style);

// The line "Read as: oil NEAR/5 price" where that is not what was typed, and where explanation_page()
// does not tell it.
std::string reading_page(const SearchResult& result, const PageStyle& style);

// How the query was understood: a heading behind an empty line, then explanation_lines().
std::string explanation_page(const SearchResult& result, const PageStyle& style);

// What was counted beside the hits, each behind an empty line: of a facet a line "source: 12
// different, 3 articles without", then the values, each behind its count; of a timeline "by day, 3
// undated" and its histogram.
std::string facets_page(const SearchResult& result, const PageStyle& style);

// A line for each part, indented by its depth, with how many articles match it and what stands in
// the index for its words; then what would match without one of the conditions. Safe for terminals.
std::vector<std::string> explanation_lines(const Explanation& explanation);

// The whole article: headline, what is known about it, text. `headline` and `body` are the
// article's own, with highlights.
struct ArticleText {
  HighlightedText headline;
  HighlightedText body;
};
std::string article_page(const Article& article, const ArticleText& text, const PageStyle& style);

}  // namespace dateline::searcher
