// Hits and articles for people: the formats "terminal" and "plain".
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

#include "common/article.h"
#include "searcher/hit.h"

namespace dateline::searcher {

enum class Colour : std::uint8_t { kOff, kOn };

struct PageStyle {
  Colour colour = Colour::kOff;
  std::size_t width = 0;  // columns; 0: never wrapped
};

// All functions escape what a terminal must not see and end their text with a newline.
std::string hits_page(const SearchResult& result, const PageStyle& style);

// The whole article: headline, what is known about it, text. `headline` and `body` are the
// article's own, with highlights.
struct ArticleText {
  HighlightedText headline;
  HighlightedText body;
};
std::string article_page(const Article& article, const ArticleText& text, const PageStyle& style);

// "1-10 of 234, 12 undated left out", "2 articles" where none were asked for, "about" before a
// total that is not exact.
std::string totals_line(const SearchResult& result);

}  // namespace dateline::searcher
