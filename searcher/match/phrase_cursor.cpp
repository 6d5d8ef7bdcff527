#include "searcher/match/phrase_cursor.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "searcher/ranking/bm25_block.h"

namespace dateline::searcher {

PhraseCursor::PhraseCursor(Phrase phrase, const Scoring& scoring, float idf,
                           std::span<const std::uint16_t> headlines)
    : where_(phrase.where), scoring_(scoring), idf_(idf), headlines_(headlines) {
  std::vector<std::size_t> by_cost(phrase.words.size());
  std::iota(by_cost.begin(), by_cost.end(), std::size_t{0});
  std::stable_sort(by_cost.begin(), by_cost.end(), [&](std::size_t a, std::size_t b) {
    return phrase.words[a]->cost() < phrase.words[b]->cost();
  });
  std::vector<std::size_t> place(by_cost.size());
  for (const std::size_t word : by_cost) {
    place[word] = words_.size();
    words_.push_back({std::move(phrase.words[word]), 0, {}});
  }
  for (const PhrasePattern& pattern : phrase.patterns) {
    auto& steps = patterns_.emplace_back();
    for (std::uint32_t offset = 0; offset < pattern.size(); ++offset) {
      steps.push_back({place[pattern[offset]], offset});
    }
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Step& a, const Step& b) { return a.word < b.word; });
  }
}

std::uint32_t PhraseCursor::align(std::uint32_t candidate) {
  for (std::size_t i = 0; i < words_.size();) {
    const std::uint32_t article = words_[i].cursor->advance(candidate);
    if (article == candidate) {
      ++i;
    } else if (article == kNoMoreArticles) {
      return article_ = article;
    } else {
      candidate = article;
      i = i == 0 ? 1 : 0;
    }
  }
  return article_ = candidate;
}

std::uint32_t PhraseCursor::collect(std::uint32_t from, std::uint32_t last, double min_score,
                                    Candidates& batch) {
  batch.clear();
  if (patterns_.size() > 1) min_score = 0;  // one place of a word may serve each of them
  OccurrenceBatch found;
  from = words_.front().cursor->collect_occurrences(from, last, idf_, min_score, found);
  drop_hopeless(min_score, found);
  for (std::size_t i = 0; i < found.count; ++i) {
    article_ = found.articles[i];
    if (!others_allow(article_, found.occurrences[i], found.in_headline[i], min_score)) continue;
    words_.front().cursor->holds(article_);
    if (confirm()) batch.add(article_, score());
  }
  return from;
}

void PhraseCursor::mark(MatchWindow& window) {
  Candidates batch;
  for (std::uint32_t from = std::max(window.first, 1u); from <= window.last();) {
    from = collect(from, window.last(), 0, batch);
    for (std::size_t i = 0; i < batch.count; ++i) window.set(batch.articles[i]);
  }
}

// Whether all words after the first stand in the article, so often that the minimum can be reached:
// a phrase stands there at most as often as its rarest word, and in the headline only where all do.
bool PhraseCursor::others_allow(std::uint32_t article, std::uint32_t occurrences, bool in_headline,
                                double min_score) {
  for (std::size_t i = 1; i < words_.size(); ++i) {
    AnyFormCursor& cursor = *words_[i].cursor;
    if (!cursor.holds(article)) return false;
    if (min_score <= 0) continue;
    occurrences = std::min(occurrences, cursor.occurrences());
    in_headline = in_headline && cursor.in_headline();
  }
  const std::uint32_t weight = occurrences + (in_headline ? kHeadlineBonus : 0);
  return min_score <= 0 || scoring_(idf_, article, weight) >= min_score;
}

void PhraseCursor::drop_hopeless(double min_score, OccurrenceBatch& batch) const {
  if (min_score <= 0) return;
  std::array<std::uint32_t, kScoreBlock> weights{};
  std::array<float, kScoreBlock> scores;
  for (std::size_t i = 0; i < batch.count; ++i) {
    weights[i] = batch.occurrences[i] + (batch.in_headline[i] ? kHeadlineBonus : 0);
  }
  const float best = bm25_block(idf_, scoring_.norm, scoring_.lengths,
                                {batch.articles.data(), batch.count}, weights, scores);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < batch.count && best >= min_score; ++i) {
    batch.articles[kept] = batch.articles[i];
    batch.occurrences[kept] = batch.occurrences[i];
    batch.in_headline[kept] = batch.in_headline[i];
    kept += scores[i] >= min_score ? 1 : 0;
  }
  batch.count = kept;
}

const std::vector<std::uint32_t>& PhraseCursor::positions(Word& word) {
  if (word.positions_of != article_) {
    word.cursor->positions(word.positions);
    word.positions_of = article_;
  }
  return word.positions;
}

// Where a pattern starts in the article: the places of its rarest word, cut down word by word.
void PhraseCursor::find_starts(const std::vector<Step>& steps) {
  of_pattern_.clear();
  for (const std::uint32_t position : positions(words_[steps[0].word])) {
    if (position >= steps[0].offset) of_pattern_.push_back(position - steps[0].offset);
  }
  for (std::size_t i = 1; i < steps.size() && !of_pattern_.empty(); ++i) {
    const auto& places = positions(words_[steps[i].word]);
    auto place = places.begin();
    std::erase_if(of_pattern_, [&](std::uint32_t start) {
      while (place != places.end() && *place < start + steps[i].offset) ++place;
      return place == places.end() || *place != start + steps[i].offset;
    });
  }
}

bool PhraseCursor::confirm() {
  if (confirmed_ == article_) return !starts_.empty();
  confirmed_ = article_;
  starts_.clear();
  for (const auto& pattern : patterns_) {
    find_starts(pattern);
    const auto middle = starts_.insert(starts_.end(), of_pattern_.begin(), of_pattern_.end());
    std::inplace_merge(starts_.begin(), middle, starts_.end());
  }
  starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
  if (where_ == Where::kHeadline) {
    const std::uint32_t headline = headlines_[article_ - 1];
    std::erase_if(starts_, [&](std::uint32_t start) { return start >= headline; });
  }
  return !starts_.empty();
}

double PhraseCursor::score() {
  const bool in_headline = starts_.front() < headlines_[article_ - 1];
  return scoring_(idf_, article_,
                  static_cast<std::uint32_t>(starts_.size()) + (in_headline ? kHeadlineBonus : 0));
}

}  // namespace dateline::searcher
