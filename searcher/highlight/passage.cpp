#include "searcher/highlight/passage.h"

#include <algorithm>

#include "searcher/highlight/fragments.h"
#include "searcher/highlight/part_set.h"

namespace dateline::searcher {
namespace {

// A sentence up to this many times the target is shown whole.
constexpr std::size_t kFarBeyond = 2;

// Shorter fragments tell nothing.
constexpr std::size_t kLeastFragmentCharacters = 40;

class PassageChooser {
 public:
  PassageChooser(const Cuts& cuts, const std::vector<TextMatch>& matches, std::size_t target)
      : cuts_(cuts), matches_(matches), target_(std::max<std::size_t>(target, 1)) {}

  Passage choose();
  std::size_t parts_shown(const Passage& passage);

 private:
  std::size_t last_sentence_from(std::size_t first, std::size_t must_reach) const;
  std::size_t parts_in(std::size_t begin, std::size_t end, std::size_t first_match);
  Passage cut_out_of(const Sentence& sentence);

  const Cuts& cuts_;
  const std::vector<TextMatch>& matches_;
  std::size_t target_;
  PartSet parts_;  // used over again
};

std::size_t PassageChooser::last_sentence_from(std::size_t first, std::size_t must_reach) const {
  const auto& sentences = cuts_.sentences();
  std::size_t last = first;
  std::size_t characters = sentences[first].characters;
  while (last + 1 < sentences.size()) {
    characters += 1 + sentences[last + 1].characters;
    if (characters > target_ && sentences[last].end >= must_reach) break;
    ++last;
  }
  return last;
}

std::size_t PassageChooser::parts_in(std::size_t begin, std::size_t end, std::size_t first_match) {
  parts_.clear();
  for (std::size_t i = first_match; i < matches_.size() && matches_[i].begin < end; ++i) {
    if (matches_[i].begin >= begin && matches_[i].end <= end) parts_.add(matches_[i].part);
  }
  return parts_.size();
}

std::size_t PassageChooser::parts_shown(const Passage& passage) {
  return parts_in(passage.begin, passage.end, 0);
}

Passage PassageChooser::choose() {
  const auto& sentences = cuts_.sentences();
  std::size_t best_first = 0;
  std::size_t best_last = last_sentence_from(0, 0);
  std::size_t best_parts = 0;
  std::size_t match = 0;
  for (std::size_t first = 0; first < sentences.size() && match < matches_.size(); ++first) {
    if (matches_[match].begin >= sentences[first].end) continue;
    const std::size_t last = last_sentence_from(first, matches_[match].end);
    const std::size_t parts = parts_in(sentences[first].begin, sentences[last].end, match);
    if (parts > best_parts) {
      best_parts = parts;
      best_first = first;
      best_last = last;
    }
    while (match < matches_.size() && matches_[match].begin < sentences[first].end) ++match;
  }
  const Sentence& sentence = sentences[best_first];
  if (sentence.characters > kFarBeyond * target_) return cut_out_of(sentence);
  return {sentence.begin, sentences[best_last].end};
}

// Around the matches of the sentence with most parts.
Passage PassageChooser::cut_out_of(const Sentence& sentence) {
  Passage core{sentence.begin, sentence.begin};
  std::size_t best_parts = 0;
  for (std::size_t i = 0; i < matches_.size() && matches_[i].begin < sentence.end; ++i) {
    const TextMatch& match = matches_[i];
    if (match.begin < sentence.begin) continue;
    const std::size_t reach = std::max(cuts_.forward(match.begin, target_), match.end);
    const std::size_t parts = parts_in(match.begin, reach, i);
    if (parts <= best_parts) continue;
    best_parts = parts;
    core = {match.begin, match.end};
    for (std::size_t j = i; j < matches_.size() && matches_[j].begin < reach; ++j) {
      if (matches_[j].end <= reach) core.end = std::max(core.end, matches_[j].end);
    }
  }
  return cuts_.around(core, {sentence.begin, std::max(sentence.end, core.end)}, target_);
}

}  // namespace

std::vector<Passage> best_passages(std::string_view text, const std::vector<Token>& tokens,
                                   const std::vector<TextMatch>& matches, const PassageSize& size) {
  const Cuts cuts(text, tokens);
  PassageChooser chooser(cuts, matches, size.target_characters);
  std::vector<Passage> best = {chooser.choose()};
  std::size_t shown = chooser.parts_shown(best.front());
  const std::size_t all = chooser.parts_shown({0, text.size()});
  const std::size_t most_fragments =
      std::min(size.max_fragments, size.target_characters / kLeastFragmentCharacters);
  for (std::size_t count = 2; count <= most_fragments && count <= all && shown < all; ++count) {
    Fragments fragments = best_fragments(cuts, matches, {size.target_characters, count});
    if (fragments.parts <= shown) continue;
    shown = fragments.parts;
    best = std::move(fragments.passages);
  }
  return best;
}

}  // namespace dateline::searcher
