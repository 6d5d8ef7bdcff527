#include "searcher/match/cursor/phrase_cursor.h"

#include <algorithm>

namespace dateline::searcher {

// With several patterns, one place of a word may serve each of them.
PhraseCursor::PhraseCursor(Phrase phrase, const Scoring& scoring, float idf,
                           std::span<const std::uint16_t> headlines)
    : PositionalCursor(std::move(phrase.words), scoring,
                       {idf, 1, /*is_bounded_by_words=*/phrase.patterns.size() == 1}),
      words_(required_words()),
      part_(phrase.part),
      headlines_(headlines) {
  for (const PhrasePattern& pattern : phrase.patterns) {
    patterns_.emplace_back(pattern).begin_with_rarest([this](std::uint32_t a, std::uint32_t b) {
      return required(a).cost() < required(b).cost();
    });
  }
}

const std::vector<std::uint32_t>& PhraseCursor::positions(std::uint32_t word) {
  WordPositions& of_word = words_[word];
  if (of_word.article != article_) {
    required(word).positions(of_word.positions);
    of_word.article = article_;
  }
  return of_word.positions;
}

PositionalCursor::Found PhraseCursor::find() {
  const std::uint32_t headline = headlines_[article_ - 1];
  starts_.clear();
  for (const PhraseSteps& pattern : patterns_) {
    pattern.find_starts(
        [this](std::uint32_t word) -> const auto& { return positions(word); }, headline,
        of_pattern_);
    const auto middle = starts_.insert(starts_.end(), of_pattern_.begin(), of_pattern_.end());
    std::inplace_merge(starts_.begin(), middle, starts_.end());
  }
  starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
  if (part_ == TextPart::kHeadline) {
    std::erase_if(starts_, [&](std::uint32_t start) { return start >= headline; });
  }
  if (starts_.empty()) return {};
  return {static_cast<std::uint32_t>(starts_.size()), starts_.front() < headline};
}

}  // namespace dateline::searcher
