#include "searcher/match/phrase_cursor.h"

#include <algorithm>

namespace dateline::searcher {

PhraseCursor::PhraseCursor(std::vector<PhraseWord> words, const Scoring& scoring, float idf,
                           std::span<const std::uint16_t> headlines, Where where)
    : words_(std::move(words)),
      scoring_(scoring),
      idf_(idf),
      headlines_(headlines),
      where_(where) {
  std::stable_sort(words_.begin(), words_.end(), [](const PhraseWord& a, const PhraseWord& b) {
    return a.word->cost() < b.word->cost();
  });
}

std::uint32_t PhraseCursor::align(std::uint32_t candidate) {
  for (std::size_t i = 0; i < words_.size();) {
    const std::uint32_t article = words_[i].word->advance(candidate);
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

// A phrase stands at most as often as its rarest word.
bool PhraseCursor::can_reach_minimum() {
  if (min_score_ <= 0) return true;
  std::uint32_t occurrences = words_.front().word->occurrences();
  for (PhraseWord& word : words_) occurrences = std::min(occurrences, word.word->occurrences());
  return scoring_(idf_, article_, occurrences + kHeadlineBonus) >= min_score_;
}

// Where the phrase starts in the article: the places of the rarest word, cut down word by word.
void PhraseCursor::find_starts() {
  starts_.clear();
  confirmed_ = article_;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint32_t offset = words_[i].offset;
    words_[i].word->positions(positions_);
    if (i == 0) {
      for (const std::uint32_t position : positions_) {
        if (position >= offset) starts_.push_back(position - offset);
      }
    } else {
      auto position = positions_.begin();
      std::erase_if(starts_, [&](std::uint32_t start) {
        while (position != positions_.end() && *position < start + offset) ++position;
        return position == positions_.end() || *position != start + offset;
      });
    }
    if (starts_.empty()) return;
  }
  if (where_ == Where::kHeadline) {
    const std::uint32_t headline = headlines_[article_ - 1];
    std::erase_if(starts_, [&](std::uint32_t start) { return start >= headline; });
  }
}

bool PhraseCursor::confirm() {
  if (confirmed_ != article_) {
    if (!can_reach_minimum()) return false;
    find_starts();
  }
  return !starts_.empty();
}

double PhraseCursor::score() {
  const bool in_headline = starts_.front() < headlines_[article_ - 1];
  return scoring_(idf_, article_,
                  static_cast<std::uint32_t>(starts_.size()) + (in_headline ? kHeadlineBonus : 0));
}

}  // namespace dateline::searcher
