#include "searcher/match/cursor/match_cursor.h"

namespace dateline::searcher {

std::uint32_t MatchCursor::collect(std::uint32_t from, std::uint32_t last, double /*min_score*/,
                                   Candidates& candidates) {
  candidates.clear();
  for (advance(from); article_ <= last && !candidates.full(); next()) {
    if (confirm()) candidates.add(article_, score());
  }
  return article_;
}

void MatchCursor::require(Candidates& candidates) {
  candidates.keep_if([this](std::uint32_t article, double& sum) {
    if (!matches(article)) return false;
    sum += score();
    return true;
  });
}

void MatchCursor::add(Candidates& candidates) {
  for (std::size_t i = 0; i < candidates.count; ++i) {
    if (matches(candidates.articles[i])) candidates.scores[i] += score();
  }
}

void MatchCursor::mark(MatchWindow& window) {
  for (advance(std::max(window.first, 1u)); article_ <= window.last(); next()) {
    if (confirm()) window.set(article_);
  }
}

void MatchCursor::keep(MatchWindow& window) {
  window.for_each([&](std::uint32_t article) {
    if (!matches(article)) window.unset(article);
  });
}

}  // namespace dateline::searcher
