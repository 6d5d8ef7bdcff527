// Walks over the words of one segment that a pattern stands for, in order.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/text_index/text_index.h"
#include "searcher/words/word_filter.h"

namespace dateline::searcher {

// How many words may still be looked at.
struct WalkBudget {
  std::uint64_t words = 0;
};

// One thread at a time. Index and budget must outlive it.
class WordWalk {
 public:
  // Stands on the first word.
  // `first`: as in make_filter().
  WordWalk(const TextIndex& index, const WordPattern& pattern, std::string_view first,
           WalkBudget& budget);

  // Past the last word, or the budget is spent.
  bool done() const { return done_; }

  // Until the next move.
  std::string_view word() const { return cursor_.text(); }
  std::uint32_t articles() const { return cursor_.term().articles; }

  void next();

 private:
  void find_match();
  void pass_over(std::size_t bytes);

  const Dictionary* words_;
  std::unique_ptr<WordFilter> filter_;
  DictionaryCursor cursor_;
  WalkBudget* budget_;
  std::string passed_;  // what the words passed over begin with
  bool done_ = false;
};

}  // namespace dateline::searcher
