#include "searcher/highlight/snippet.h"

#include "common/text/analyser.h"
#include "searcher/highlight/highlighted_passage.h"
#include "searcher/highlight/match_finder.h"
#include "searcher/highlight/passage.h"

namespace dateline::searcher {

struct Highlighter::Impl {
  explicit Impl(const Meaning& meaning) : finder(visible_spots(meaning.root)) {}

  HighlightedText highlight_all(const Article& article, TextKind kind) {
    const std::string& text = kind == TextKind::kHeadline ? article.headline : article.body;
    const auto matches = finder.find(analyser.analyse(text), article.language, kind);
    const Passage whole{0, text.size()};
    return highlighted(text, {&whole, 1}, matches, Lines::kKeep);
  }

  Analyser analyser;
  MatchFinder finder;
};

Highlighter::Highlighter(const Meaning& meaning) : impl_(std::make_unique<Impl>(meaning)) {}
Highlighter::~Highlighter() = default;

HighlightedText Highlighter::highlight_headline(const Article& article) {
  return impl_->highlight_all(article, TextKind::kHeadline);
}

HighlightedText Highlighter::highlight_body(const Article& article) {
  return impl_->highlight_all(article, TextKind::kBody);
}

HighlightedText Highlighter::snippet(const Article& article, const SnippetOptions& options) {
  const std::string& text = article.body;
  const auto& tokens = impl_->analyser.analyse(text);
  const auto matches = impl_->finder.find(tokens, article.language, TextKind::kBody);
  const PassageSize size{options.target_characters, options.max_fragments};
  return highlighted(text, best_passages(text, tokens, matches, size), matches, Lines::kJoin);
}

}  // namespace dateline::searcher
