#include "searcher/match/cursor/word_positions.h"

#include <algorithm>

namespace dateline::searcher {

WordPositions::WordPositions(const TextIndex& index, std::span<const WordForms> forms,
                             const Scoring& scoring)
    : index_(index) {
  for (const WordForms& word : forms) {
    if (word.lists.empty()) continue;
    if (word.stem) {
      stems_.push_back(
          {std::make_unique<PostingCursor>(index, *word.stem), nullptr, by_frequency(word.lists)});
    } else {
      words_ = open_forms(index, word.lists, scoring, 0);
    }
  }
}

WordPositions::WordPositions(const TextIndex& index, const WordForms& forms,
                             OccurrenceCursor& standing)
    : index_(index) {
  if (forms.stem) {
    stems_.push_back({nullptr, &standing, by_frequency(forms.lists)});
  } else {
    standing_ = &standing;
  }
}

std::vector<WordPositions::Form> WordPositions::by_frequency(const std::vector<Term>& terms) {
  std::vector<Form> forms;
  forms.reserve(terms.size());
  for (const Term& term : terms) forms.push_back({term, nullptr});
  std::stable_sort(forms.begin(), forms.end(),
                   [](const Form& a, const Form& b) { return a.term.articles > b.term.articles; });
  return forms;
}

const std::vector<std::uint32_t>& WordPositions::in(std::uint32_t article) {
  if (article_ == article) return positions_;
  article_ = article;
  positions_.clear();
  if (standing_ != nullptr) {
    standing_->positions(positions_);
    return positions_;
  }
  if (words_ && words_->holds(article)) words_->positions(positions_);
  for (Stem& stem : stems_) {
    if (!stem.own || stem.own->holds(article)) add_forms(stem, article);
  }
  return positions_;
}

void WordPositions::add_forms(Stem& stem, std::uint32_t article) {
  std::uint32_t left = stem.own ? stem.own->occurrences() : stem.standing->occurrences();
  for (Form& form : stem.forms) {
    if (left == 0) return;
    if (!form.list) form.list = std::make_unique<PostingCursor>(index_, form.term);
    if (!form.list->holds(article)) continue;
    left -= std::min(left, form.list->occurrences());
    form.list->positions(of_list_);
    add_of_list();
  }
}

// A word and a compound may stand at one position.
void WordPositions::add_of_list() {
  if (positions_.empty()) return positions_.swap(of_list_);
  const auto middle = positions_.insert(positions_.end(), of_list_.begin(), of_list_.end());
  std::inplace_merge(positions_.begin(), middle, positions_.end());
  positions_.erase(std::unique(positions_.begin(), positions_.end()), positions_.end());
}

}  // namespace dateline::searcher
