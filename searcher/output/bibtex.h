// Hits as entries for BibTeX and biblatex: the format "bibtex".
//
// Texts are UTF-8 with what TeX takes for commands escaped. Braces are written by name, because
// BibTeX counts them even behind a backslash. A title stands in braces of its own, so that no style
// makes "us" of "US".
#pragma once

#include <string>
#include <string_view>

#include "searcher/hit.h"

namespace dateline::searcher {

// A @comment that cites the search, then an entry for each hit, with the same as a note: @article
// where the publication is known, else @misc. An undated article has no date of any kind.
std::string to_bibtex(const SearchResult& result);

// The key of an entry: letters, digits and '-', made of the article's id alone, so that an article
// has the same key in the answer to every query and two articles have different ones.
std::string bibtex_key(std::string_view article_id);

}  // namespace dateline::searcher
