// How the words of a phrase follow one another, and where they do so in an article.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace dateline::searcher {

// The number of the word at each position; any word may stand in a hole, which is never at an end.
using PhrasePattern = std::vector<std::uint32_t>;
inline constexpr std::uint32_t kHole = std::numeric_limits<std::uint32_t>::max();

// A pattern as steps, in the order in which its words are looked at.
class PhraseSteps {
 public:
  struct Step {
    std::uint32_t word;
    std::uint32_t offset;
  };

  // The steps come in the order of the pattern.
  explicit PhraseSteps(const PhrasePattern& pattern)
      : length_(static_cast<std::uint32_t>(pattern.size())) {
    for (std::uint32_t offset = 0; offset < pattern.size(); ++offset) {
      if (pattern[offset] != kHole) steps_.push_back({pattern[offset], offset});
    }
  }

  // `is_rarer(a, b)`: whether word a is the rarer one. The rarest word comes first from now on.
  template <typename IsRarer>
  void begin_with_rarest(IsRarer is_rarer) {
    std::stable_sort(steps_.begin(), steps_.end(),
                     [&](const Step& a, const Step& b) { return is_rarer(a.word, b.word); });
  }

  // Word `i` is word `numbers[i]` from now on.
  void renumber(const std::vector<std::uint32_t>& numbers) {
    for (Step& step : steps_) step.word = numbers[step.word];
  }

  const std::vector<Step>& steps() const { return steps_; }
  std::uint32_t length() const { return length_; }

  // Replaces `starts` by the positions at which the pattern begins, which are those of its first
  // step, cut down step by step. `positions_of(word)` gives the word's, ascending. Where there are
  // holes, a pattern could reach over the gap before the body: `headline` words are before it.
  template <typename PositionsOf>
  void find_starts(PositionsOf positions_of, std::uint32_t headline,
                   std::vector<std::uint32_t>& starts) const {
    starts.clear();
    for (const std::uint32_t position : positions_of(steps_[0].word)) {
      if (position >= steps_[0].offset) starts.push_back(position - steps_[0].offset);
    }
    for (std::size_t i = 1; i < steps_.size() && !starts.empty(); ++i) {
      const std::vector<std::uint32_t>& positions = positions_of(steps_[i].word);
      auto position = positions.begin();
      std::erase_if(starts, [&](std::uint32_t start) {
        const std::uint32_t expected = start + steps_[i].offset;
        while (position != positions.end() && *position < expected) ++position;
        return position == positions.end() || *position != expected;
      });
    }
    if (steps_.size() == length_) return;
    std::erase_if(starts, [&](std::uint32_t start) {
      return start < headline && start + length_ > headline;
    });
  }

 private:
  std::uint32_t length_;
  std::vector<Step> steps_;
};

}  // namespace dateline::searcher
