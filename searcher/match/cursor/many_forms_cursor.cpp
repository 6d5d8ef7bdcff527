#include "searcher/match/cursor/many_forms_cursor.h"

#include <algorithm>
#include <bit>

#include "searcher/ranking/bm25_block.h"

namespace dateline::searcher {

ManyFormsCursor::ManyFormsCursor(const TextIndex& index, std::span<const Term> terms,
                                 const Scoring& scoring, float idf)
    : OccurrenceCursor(scoring, idf), index_(index), next_article_(terms.size(), 1) {
  for (const Term& term : terms) {
    lists_.push_back({std::make_unique<PostingCursor>(index, term), nullptr, term});
    cost_ += term.articles;
  }
  cost_ = std::min<std::uint64_t>(cost_, index.articles());
}

// The first article from `article` on in the window, which it is in, that is held.
std::uint32_t ManyFormsCursor::next_set(std::uint32_t article) const {
  std::uint32_t word = place_of(article) / 64;
  std::uint64_t left = window_.bits[word] & ~std::uint64_t{0} << (place_of(article) % 64);
  while (left == 0 && ++word < MatchWindow::kWords) left = window_.bits[word];
  if (left == 0) return kNoMoreArticles;
  return window_.first + word * 64 + static_cast<std::uint32_t>(std::countr_zero(left));
}

std::uint32_t ManyFormsCursor::advance(std::uint32_t target) {
  if (article_ >= target) return article_;
  while (target != kNoMoreArticles) {
    if (target > window_last_) {
      const auto next = std::min_element(next_article_.begin(), next_article_.end());
      if (*next == kNoMoreArticles) break;
      target = std::max(target, *next);
      open_window(target);
    }
    const std::uint32_t found = next_set(target);
    if (found != kNoMoreArticles) return article_ = found;
    target = window_last_ + 1;
  }
  return article_ = kNoMoreArticles;
}

bool ManyFormsCursor::holds(std::uint32_t article) {
  if (article > window_last_) open_window(article);
  if (article < window_.first || !is_set(article)) return false;
  article_ = article;
  return true;
}

void ManyFormsCursor::open_window(std::uint32_t target) {
  const bool goes_on = window_last_ > 0 && target - window_last_ <= window_articles_;
  window_articles_ =
      goes_on ? std::min(2 * window_articles_, MatchWindow::kArticles) : kFirstWindow;
  window_ = MatchWindow(target & ~std::uint32_t{63});
  window_last_ = window_.first + window_articles_ - 1;
  std::fill_n(occurrences_.begin(), window_articles_, 0);
  std::fill_n(headlines_.begin(), window_articles_, false);
  has_holders_ = keeps_holders_;
  holders_.clear();
  if (has_holders_) std::fill_n(first_holder_.begin(), window_articles_, kNone);
  for (std::uint32_t list = 0; list < lists_.size(); ++list) {
    if (next_article_[list] <= window_last_) add_up(list);
  }
}

void ManyFormsCursor::add_up(std::uint32_t list) {
  PostingCursor& postings = *lists_[list].postings;
  for (postings.advance(std::max(window_.first, 1u)); postings.article() <= window_last_;) {
    const std::uint32_t begin = postings.at();
    const std::uint32_t end = postings.end_in_block(window_last_);
    const std::uint32_t* const articles = postings.block_articles();
    const std::uint32_t* const occurrences = postings.block_occurrences();
    for (std::uint32_t i = begin; i < end; ++i) {
      const std::uint32_t place = place_of(articles[i]);
      window_.bits[place / 64] |= std::uint64_t{1} << (place % 64);
      occurrences_[place] += occurrences[i];
      if (!has_holders_) continue;
      holders_.push_back({list, first_holder_[place]});
      first_holder_[place] = static_cast<std::uint32_t>(holders_.size() - 1);
    }
    postings.for_each_headline(
        begin, end, [&](std::uint32_t at) { headlines_[place_of(articles[at])] = true; });
    if (postings.block_last() > window_last_) {
      postings.advance(window_last_ + 1);
    } else {
      postings.next_block();
    }
  }
  next_article_[list] = postings.article();
}

std::uint32_t ManyFormsCursor::collect_occurrences(std::uint32_t from, std::uint32_t last,
                                                   float idf, double min_score,
                                                   OccurrenceCandidates& candidates) {
  candidates.count = 0;
  if (idf < min_score) return kNoMoreArticles;
  if (advance(from) > last) return article_;
  last = std::min(last, window_last_);
  std::uint32_t article = article_;
  for (; article <= last && candidates.count < kBlockPostings; article = next_set(article + 1)) {
    candidates.articles[candidates.count] = article;
    candidates.occurrences[candidates.count] = occurrences_[place_of(article)];
    candidates.in_headline[candidates.count++] = headlines_[place_of(article)];
    if (article == last) break;
  }
  return candidates.count == kBlockPostings ? candidates.articles.back() + 1 : last + 1;
}

std::uint32_t ManyFormsCursor::collect(std::uint32_t from, std::uint32_t last, double min_score,
                                       Candidates& candidates) {
  candidates.clear();
  OccurrenceCandidates found;
  from = collect_occurrences(from, last, idf_, min_score, found);
  std::array<std::uint32_t, kScoreBlock> weights{};
  std::array<float, kScoreBlock> scores;
  for (std::size_t i = 0; i < found.count; ++i) {
    weights[i] = found.occurrences[i] + (found.in_headline[i] ? kHeadlineBonus : 0);
  }
  const float best = bm25_block(idf_, scoring_.norm, scoring_.lengths,
                                {found.articles.data(), found.count}, weights, scores);
  if (best < min_score) return from;
  for (std::size_t i = 0; i < found.count; ++i) candidates.add(found.articles[i], scores[i]);
  candidates.drop_below(min_score);
  return from;
}

// Bits need no sums.
void ManyFormsCursor::mark(MatchWindow& window) {
  for (std::uint32_t list = 0; list < lists_.size(); ++list) {
    if (next_article_[list] > window.last()) continue;
    lists_[list].postings->mark(window.first, window.bits);
    next_article_[list] = lists_[list].postings->article();
  }
}

void ManyFormsCursor::positions(std::vector<std::uint32_t>& positions) {
  keeps_holders_ = true;
  positions.clear();
  if (has_holders_) {
    for (std::uint32_t holder = first_holder_[place_of(article_)]; holder != kNone;) {
      read_positions(holders_[holder].list, positions);
      holder = holders_[holder].next;
    }
  } else {
    for (std::uint32_t list = 0; list < lists_.size(); ++list) read_positions(list, positions);
  }
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

void ManyFormsCursor::read_positions(std::uint32_t list, std::vector<std::uint32_t>& positions) {
  auto& cursor = lists_[list].positions;
  if (!cursor) cursor = std::make_unique<PostingCursor>(index_, lists_[list].term);
  if (!cursor->holds(article_)) return;
  cursor->positions(of_list_);
  positions.insert(positions.end(), of_list_.begin(), of_list_.end());
}

}  // namespace dateline::searcher
