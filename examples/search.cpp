// Searches an index from C++, see docs/searching-from-cpp.md.
#include <iostream>

#include "common/error.h"
#include "common/terminal_text.h"
#include "searcher/query/parser.h"
#include "searcher/search/searcher.h"

using namespace dateline;
using namespace dateline::searcher;

int main(int argc, char** argv) try {
  if (argc != 3) return 2;
  Searcher searcher(argv[1]);
  const auto parsed = parse_query(argv[2], {.archive_fields = searcher.archive_fields()});
  if (const auto* mistake = std::get_if<QueryMistake>(&parsed)) {
    std::cerr << mistake->message << '\n' << mark(argv[2], *mistake) << '\n';
    return 2;
  }
  const SearchResult found = searcher.search(std::get<Query>(parsed), {});
  std::cout << found.total.value << " articles for " << printable(found.read_as) << '\n';
  for (const Hit& hit : found.hits) std::cout << printable(hit.headline.text) << '\n';
} catch (const Error& e) {  // there is no index, or it is damaged
  std::cerr << e.what() << '\n';
  return 2;
}
