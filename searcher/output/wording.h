// What results say in words, alike in every format. All texts hold what an article or a query holds,
// so each still needs the escapes of its format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "searcher/search/hit.h"

namespace dateline::searcher {

// "1 article", "234 articles".
std::string counted_articles(std::uint64_t count);

// A time of publication as people read it: "2023-01-13 09:41+05:30", "2023-01", "undated".
std::string shown_date(const PublicationTime& published);

// The source, else the agency, else "".
const std::string& publication_of(const Article& article);

bool has_words(std::string_view headline);  // false: there is no headline, or a blank one

// "1-10 of 234, 12 undated left out", "2 articles" where none were asked for, "about" before a
// total that is not exact.
std::string totals_line(const SearchResult& result);

// What a search must say to be cited and repeated, for formats without keys of their own:
// "dateline-search, generation 42 of the index, query as read: harbour AND date:2023, 234 articles
// match, 201 with copies as one, 12 undated left out". The notes of the result follow, each behind
// a semicolon.
std::string citation(const SearchResult& result);

// Whom else to look at, each source once: a line of copies, "also in The Sentinel, The Courier and 3
// more", then one of versions, "other versions: The Gazette of 2023-01-13"; none of what there is
// not. What lies in the hit's own source is told by its date, what has no source by its id.
std::vector<std::string> related_lines(const Hit& hit);

}  // namespace dateline::searcher
