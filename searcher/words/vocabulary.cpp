#include "searcher/words/vocabulary.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/text/initialisms.h"
#include "common/text_index/format.h"
#include "common/text_index/text_index.h"
#include "searcher/words/word_filter.h"

namespace dateline::searcher {
namespace {

// Pairs and words of URLs stand before all others, each behind a mark.
constexpr std::string_view kAfterMarks = "\x04";
static_assert(kPairMark < kAfterMarks[0] && kUrlMark < kAfterMarks[0]);

// A look-up costs as much as so many steps.
constexpr int kStepsBeforeLookUp = 16;

// How many words may still be looked at.
struct WalkBudget {
  std::uint64_t words = 0;
};

// Walks over the words of one segment that a pattern stands for, in order. Index and budget must
// outlive it.
class WordWalk {
 public:
  // Stands on the first word.
  // `first`: as in make_filter().
  WordWalk(const TextIndex& index, const WordPattern& pattern, std::string_view first,
           WalkBudget& budget)
      : words_(&index.words()),
        filter_(make_filter(pattern, first)),
        cursor_(words_->at_or_after(filter_->prefix().empty() ? kAfterMarks : filter_->prefix())),
        budget_(&budget) {
    find_match();
  }

  // Past the last word, or the budget is spent.
  bool done() const { return done_; }

  // Until the next move.
  std::string_view word() const { return cursor_.text(); }
  std::uint32_t articles() const { return cursor_.term().articles; }

  void next() {
    cursor_.next();
    find_match();
  }

 private:
  void find_match() {
    const std::string_view prefix = filter_->prefix();
    while (!cursor_.done() && cursor_.text().starts_with(prefix) && budget_->words > 0) {
      --budget_->words;
      const Verdict verdict = filter_->look_at(cursor_.text());
      if (verdict.matches) return;
      if (verdict.hopeless_bytes > 0) {
        pass_over(verdict.hopeless_bytes);
      } else {
        cursor_.next();
      }
    }
    done_ = true;
  }

  void pass_over(std::size_t bytes) {
    passed_ = cursor_.text().substr(0, bytes);
    for (int step = 0; step < kStepsBeforeLookUp; ++step) {
      cursor_.next();
      if (cursor_.done() || !cursor_.text().starts_with(passed_)) return;
    }
    ++passed_.back();  // UTF-8 has no byte 0xFF
    cursor_ = words_->at_or_after(passed_);
  }

  const Dictionary* words_;
  std::unique_ptr<WordFilter> filter_;
  DictionaryCursor cursor_;
  WalkBudget* budget_;
  std::string passed_;  // what the words passed over begin with
  bool done_ = false;
};

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
    word = std::ranges::min_element(walks, {}, &WordWalk::word)->word();
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
