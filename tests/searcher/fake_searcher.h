// A Searcher without an index: answers from what a test has told it. Linked in place of the real
// one, so that what surrounds it can be tested by itself.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "searcher/search/searcher.h"

namespace dateline::searcher {

struct FakeIndex {
  std::map<std::string, SearchResult> results;  // by the query as read; any other finds nothing
  std::map<std::string, Article, std::less<>> articles;
  std::vector<SearchOptions> asked;  // the options of every search so far
};

// What every Searcher of this process answers from. Tests clear it in their fixture.
FakeIndex& fake_index();

}  // namespace dateline::searcher
