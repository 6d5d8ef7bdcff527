#include "searcher/words/word_walk.h"

#include "common/text_index/format.h"

namespace dateline::searcher {
namespace {

// Pairs and words of URLs stand before all others, each behind a mark.
constexpr std::string_view kAfterMarks = "\x04";
static_assert(kPairMark < kAfterMarks[0] && kUrlMark < kAfterMarks[0]);

// A look-up costs as much as so many steps.
constexpr int kStepsBeforeLookUp = 16;

}  // namespace

WordWalk::WordWalk(const TextIndex& index, const WordPattern& pattern, std::string_view first,
                   WalkBudget& budget)
    : words_(&index.words()),
      filter_(make_filter(pattern, first)),
      cursor_(words_->at_or_after(filter_->prefix().empty() ? kAfterMarks : filter_->prefix())),
      budget_(&budget) {
  find_match();
}

void WordWalk::next() {
  cursor_.next();
  find_match();
}

void WordWalk::find_match() {
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

void WordWalk::pass_over(std::size_t bytes) {
  passed_ = cursor_.text().substr(0, bytes);
  for (int step = 0; step < kStepsBeforeLookUp; ++step) {
    cursor_.next();
    if (cursor_.done() || !cursor_.text().starts_with(passed_)) return;
  }
  ++passed_.back();  // UTF-8 has no byte 0xFF
  cursor_ = words_->at_or_after(passed_);
}

}  // namespace dateline::searcher
