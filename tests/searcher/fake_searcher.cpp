#include "tests/searcher/fake_searcher.h"

#include "common/error.h"
#include "searcher/highlight/snippet.h"
#include "searcher/meaning/meaning.h"

namespace dateline::searcher {

FakeIndex& fake_index() {
  static FakeIndex index;
  return index;
}

struct Searcher::Impl {
  std::set<std::string, std::less<>> archive_fields = {"topics"};
};

Searcher::Searcher(const std::filesystem::path& index_dir) : impl_(std::make_unique<Impl>()) {
  if (index_dir == "missing") throw Error(ErrorKind::kMissing, "there is no index in 'missing'");
}

Searcher::~Searcher() = default;

std::uint64_t Searcher::generation() const {
  return 1;
}

KeptParts Searcher::kept_parts() const {
  return {};
}

const std::set<std::string, std::less<>>& Searcher::archive_fields() const {
  return impl_->archive_fields;
}

SearchResult Searcher::search(const Query& query, const SearchOptions& options) {
  fake_index().asked.push_back(options);
  SearchResult result;
  if (const auto known = fake_index().results.find(to_string(query));
      known != fake_index().results.end()) {
    result = known->second;
  }
  result.read_as = to_string(query);
  return result;
}

Query Searcher::expanded(const Query& query, const DayRange&) {
  return query;
}

Meaning Searcher::meaning(const Query&) const {
  return {};
}

std::optional<Article> Searcher::find(std::string_view id) {
  const auto found = fake_index().articles.find(id);
  if (found == fake_index().articles.end()) return std::nullopt;
  return found->second;
}

std::optional<Query> Searcher::similar_to(std::string_view id) {
  if (!find(id)) return std::nullopt;
  return Query{Node{WordNode{"like-" + std::string(id), Form::kStem, ""}}};
}

struct Highlighter::Impl {};

Highlighter::Highlighter(const Meaning&) {}
Highlighter::~Highlighter() = default;

// Lights the first four characters, whatever the query.
HighlightedText Highlighter::highlight_headline(const Article& article) {
  return {article.headline, {{0, 4}}};
}
HighlightedText Highlighter::highlight_body(const Article& article) {
  return {article.body, {{0, 4}}};
}
HighlightedText Highlighter::snippet(const Article& article, const SnippetOptions&) {
  return {article.body, {}};
}

}  // namespace dateline::searcher
