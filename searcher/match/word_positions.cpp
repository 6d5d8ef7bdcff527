#include "searcher/match/word_positions.h"

#include <algorithm>

namespace dateline::searcher {

WordPositions::WordPositions(const TextIndex& index, std::span<const WordForms> forms,
                             const Scoring& scoring) {
  for (const WordForms& form : forms) {
    if (form.lists.empty()) continue;
    Source& source = sources_.emplace_back();
    if (form.only_in) source.only_in = std::make_unique<PostingCursor>(index, *form.only_in);
    source.lists = open_forms(index, form.lists, scoring, 0);
  }
}

const std::vector<std::uint32_t>& WordPositions::in(std::uint32_t article) {
  if (article_ == article) return positions_;
  article_ = article;
  positions_.clear();
  if (standing_ != nullptr) standing_->positions(positions_);
  for (Source& source : sources_) {
    if (source.only_in && !source.only_in->holds(article)) continue;
    if (!source.lists->holds(article)) continue;
    source.lists->positions(of_source_);
    const auto middle = positions_.insert(positions_.end(), of_source_.begin(), of_source_.end());
    std::inplace_merge(positions_.begin(), middle, positions_.end());
  }
  positions_.erase(std::unique(positions_.begin(), positions_.end()), positions_.end());
  return positions_;
}

}  // namespace dateline::searcher
