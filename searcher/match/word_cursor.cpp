#include "searcher/match/word_cursor.h"

#include <algorithm>

namespace dateline::searcher {
namespace {

// Scores of the same formula may differ in the last bit from those of a bound's pair.
constexpr double kRoundingSlack = 1.000001;

}  // namespace

double Scoring::limit(float idf, const Bound& bound) const {
  float most = 0;
  for (const BoundPair& pair : bound) {
    if (pair.occurrences == 0) break;
    if (pair.occurrences == 255) return idf;  // stands for any number
    most = std::max(most, bm25(idf, pair.occurrences, norm(length_of_code(pair.length))));
  }
  return most * kRoundingSlack;
}

WordCursor::WordCursor(const TextIndex& index, const Term& term, const Scoring& scoring, float idf)
    : postings_(index, term), scoring_(scoring), idf_(idf) {
  if (postings_.has_bounds()) {
    for (const Bound& bound : postings_.bounds()) {
      max_score_ = std::max(max_score_, scoring_.limit(idf_, bound));
    }
  } else {
    scan_short_list(index, term);
  }
}

// Lists under 128 articles have no bounds: looking at all of them is as cheap.
void WordCursor::scan_short_list(const TextIndex& index, const Term& term) {
  PostingCursor all(index, term);
  while (all.next() != kNoMoreArticles) {
    last_article_ = all.article();
    const std::uint32_t occurrences = all.occurrences() + (all.in_headline() ? kHeadlineBonus : 0);
    max_score_ = std::max<double>(max_score_, scoring_(idf_, last_article_, occurrences));
  }
}

std::uint32_t WordCursor::pass_over_low_blocks(std::uint32_t target) {
  while (target > worthwhile_until_ && target != kNoMoreArticles) {
    const ScoreBound bound = this->bound(target);
    if (bound.score >= min_score_) {
      worthwhile_until_ = bound.last;
    } else {
      target = bound.last == kNoMoreArticles ? kNoMoreArticles : bound.last + 1;
    }
  }
  return target;
}

std::uint32_t WordCursor::next() {
  if (min_score_ > 0 && article_ != kNoMoreArticles) return advance(article_ + 1);
  return article_ = postings_.next();
}

std::uint32_t WordCursor::advance(std::uint32_t target) {
  if (min_score_ > 0 && target > article_) target = pass_over_low_blocks(target);
  return article_ = postings_.advance(target);
}

ScoreBound WordCursor::bound(std::uint32_t target) {
  if (!postings_.has_bounds()) {
    return target <= last_article_ ? ScoreBound{max_score_, last_article_} : ScoreBound{};
  }
  const std::uint32_t last = postings_.look_ahead(target);
  if (last == kNoMoreArticles) return {0, kNoMoreArticles};
  return {scoring_.limit(idf_, postings_.bound()), last};
}

void WordCursor::add_scores(ScoreWindow& window, std::uint32_t last) {
  article_ = postings_.advance(window.first);
  while (article_ <= last) {
    const std::uint32_t* const articles = postings_.block_articles();
    const std::uint32_t count = postings_.block_count();
    std::uint32_t at = postings_.at();
    for (; idf_ == 0 && at < count && articles[at] <= last; ++at) window.add(articles[at], 0);
    for (; at < count && articles[at] <= last; ++at) {
      window.add(articles[at], scoring_(idf_, articles[at], weighted(at)));
    }
    if (at < count) {
      postings_.move_to(at);
      article_ = articles[at];
    } else {
      article_ = postings_.next_block();
    }
  }
}

AnyFormCursor::AnyFormCursor(const TextIndex& index, std::span<const Term> terms,
                             const Scoring& scoring, float idf)
    : scoring_(scoring), idf_(idf) {
  for (const Term& term : terms) lists_.emplace_back(index, term);
}

std::uint32_t AnyFormCursor::advance(std::uint32_t target) {
  if (article_ >= target) return article_;
  article_ = kNoMoreArticles;
  for (PostingCursor& list : lists_) article_ = std::min(article_, list.advance(target));
  return article_;
}

std::uint64_t AnyFormCursor::cost() const {
  std::uint64_t cost = 0;
  for (const PostingCursor& list : lists_) cost += list.articles();
  return cost;
}

std::uint32_t AnyFormCursor::occurrences() {
  std::uint32_t occurrences = 0;
  for (PostingCursor& list : lists_) {
    if (list.article() == article_) occurrences += list.occurrences();
  }
  return occurrences;
}

bool AnyFormCursor::in_headline() {
  return std::any_of(lists_.begin(), lists_.end(), [this](PostingCursor& list) {
    return list.article() == article_ && list.in_headline();
  });
}

double AnyFormCursor::score() {
  return scoring_(idf_, article_, occurrences() + (in_headline() ? kHeadlineBonus : 0));
}

void AnyFormCursor::positions(std::vector<std::uint32_t>& positions) {
  positions.clear();
  for (PostingCursor& list : lists_) {
    if (list.article() != article_) continue;
    list.positions(of_list_);
    const auto middle = positions.insert(positions.end(), of_list_.begin(), of_list_.end());
    std::inplace_merge(positions.begin(), middle, positions.end());
  }
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

}  // namespace dateline::searcher
