#include "searcher/words/vocabulary.h"

#include <algorithm>

#include "common/text/initialisms.h"
#include "searcher/words/word_walk.h"

namespace dateline::searcher {
namespace {

bool is_before(const CountedWord& a, const CountedWord& b) {
  return a.articles != b.articles ? a.articles > b.articles : a.word < b.word;
}

// Keeps the first in order of all words that are added: a heap with the last of them on top.
class MostFrequent {
 public:
  explicit MostFrequent(std::size_t most) : most_(most) {}

  void add(std::string_view word, std::uint64_t articles) {
    ++found_;
    if (most_ == 0) return;
    if (words_.size() < most_) {
      words_.push_back({std::string(word), articles});
      std::push_heap(words_.begin(), words_.end(), is_before);
      return;
    }
    if (articles < words_.front().articles) return;
    const CountedWord counted{std::string(word), articles};
    if (!is_before(counted, words_.front())) return;
    std::pop_heap(words_.begin(), words_.end(), is_before);
    words_.back() = counted;
    std::push_heap(words_.begin(), words_.end(), is_before);
  }

  PatternWords take() {
    std::sort_heap(words_.begin(), words_.end(), is_before);
    return {std::move(words_), found_, found_ > most_};
  }

 private:
  std::size_t most_;
  std::uint64_t found_ = 0;
  std::vector<CountedWord> words_;
};

// Words that several segments hold come once, with the articles of all.
void add_all(std::vector<WordWalk>& walks, MostFrequent& words) {
  std::string word;
  for (;;) {
    std::erase_if(walks, [](const WordWalk& walk) { return walk.done(); });
    if (walks.empty()) return;
    word = std::min_element(walks.begin(), walks.end(), [](const auto& a, const auto& b) {
             return a.word() < b.word();
           })->word();
    std::uint64_t articles = 0;
    for (WordWalk& walk : walks) {
      if (walk.word() != word) continue;
      articles += walk.articles();
      walk.next();
    }
    words.add(word, articles);
  }
}

}  // namespace

PatternWords Vocabulary::words_of(const WordPattern& pattern, const PatternLimits& limits) const {
  MostFrequent words(limits.words);
  for (const std::string_view initialism : kInitialisms) {
    if (!matches(pattern, initialism)) continue;
    if (const std::uint64_t articles = articles_with(initialism)) words.add(initialism, articles);
  }
  WalkBudget budget{limits.looked_at};
  std::vector<WordWalk> walks;
  for (const TextIndex* segment : segments_) {
    walks.emplace_back(*segment, pattern, limits.first, budget);
  }
  add_all(walks, words);
  PatternWords found = words.take();
  found.cut |= budget.words == 0;
  return found;
}

Expansion Vocabulary::expand(const WordPattern& pattern, const PatternLimits& limits) const {
  PatternWords found = words_of(pattern, limits);
  Expansion expansion{{}, found.cut, found.found};
  for (CountedWord& counted : found.words) expansion.terms.push_back(std::move(counted.word));
  std::sort(expansion.terms.begin(), expansion.terms.end());
  return expansion;
}

std::uint64_t Vocabulary::articles_with(std::string_view word) const {
  std::uint64_t articles = 0;
  for (const TextIndex* segment : segments_) {
    if (const auto term = segment->find_word(word)) articles += term->articles;
  }
  return articles;
}

}  // namespace dateline::searcher
