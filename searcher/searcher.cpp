#include "common/error.h"
#include "searcher/search.h"
#include "searcher/snippet.h"

// Stands in until the index can be opened, so that the program links.
namespace dateline::searcher {
namespace {

[[noreturn]] void refuse() {
  throw Error(ErrorKind::kSystem, "searching an index is not built yet");
}

}  // namespace

struct Searcher::Impl {
  std::set<std::string, std::less<>> archive_fields;
};

Searcher::Searcher(const std::filesystem::path&) {
  refuse();
}
Searcher::~Searcher() = default;
std::uint64_t Searcher::generation() const {
  return 0;
}
const std::set<std::string, std::less<>>& Searcher::archive_fields() const {
  return impl_->archive_fields;
}
SearchResult Searcher::search(const Query&, const SearchOptions&) {
  refuse();
}
std::optional<Article> Searcher::find(std::string_view) {
  refuse();
}

struct Highlighter::Impl {};

Highlighter::Highlighter(const Query&) {
  refuse();
}
Highlighter::~Highlighter() = default;
HighlightedText Highlighter::highlight_headline(const Article&) {
  refuse();
}
HighlightedText Highlighter::highlight_body(const Article&) {
  refuse();
}
HighlightedText Highlighter::snippet(const Article&, const SnippetOptions&) {
  refuse();
}

}  // namespace dateline::searcher
