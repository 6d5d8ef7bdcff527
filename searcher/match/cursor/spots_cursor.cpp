#include "searcher/match/cursor/spots_cursor.h"

#include <algorithm>
#include <limits>

namespace dateline::searcher {

void IndexedText::move_to(std::uint32_t article) {
  article_ = article;
  starts_.body.assign(1, headline_end());
}

// The lead goes up to the second paragraph of the body.
std::uint32_t IndexedText::end_of(TextPart part) {
  if (part != TextPart::kLead) return headline_end();
  const Starts& all = starts_for(Reach::kParagraph).paragraphs;
  const auto second = std::lower_bound(all.begin(), all.end(), headline_end() + kHeadlineGap + 1);
  return second == all.end() ? std::numeric_limits<std::uint32_t>::max() : *second;
}

const TextStarts& IndexedText::starts_for(Reach reach) {
  if (reach == Reach::kSentence) read(sentences_, kSentenceStarts, starts_.sentences);
  if (reach == Reach::kParagraph) read(paragraphs_, kParagraphStarts, starts_.paragraphs);
  return starts_;
}

void IndexedText::read(StartsList& list, std::string_view term, Starts& starts) {
  if (list.article == article_) return;
  list.article = article_;
  starts.clear();
  if (!list.postings) {
    const auto found = index_.find_word(term);
    if (!found) index_.file().fail("it does not know where sentences and paragraphs start");
    list.postings.emplace(index_, *found);
  }
  if (list.postings->holds(article_)) list.postings->positions(starts);
  // No sentence or paragraph reaches from the headline into the body.
  starts.insert(std::lower_bound(starts.begin(), starts.end(), headline_end()), headline_end());
}

SpotsCursor::SpotsCursor(std::vector<OccurrenceCursorPtr> required, Goal goal,
                         const Scoring& scoring, float idf, const TextIndex& index)
    : PositionalCursor(std::move(required), scoring, {idf, goal.least, true}),
      tree_(*goal.tree),
      root_(goal.root),
      text_(index, std::move(goal.words)),
      finder_(tree_, text_) {}

PositionalCursor::Found SpotsCursor::find() {
  text_.move_to(article_);
  const std::uint32_t headline = text_.headline_end();
  if (const auto pairs = count_pairs()) {
    return {static_cast<std::uint32_t>(pairs->count), pairs->first < headline};
  }
  const Spots& found = finder_.find(root_);
  if (found.empty()) return {};
  return {static_cast<std::uint32_t>(count_apart(found)), found.front().first < headline};
}

// Where single words stand, any of which will do; nullptr of anything else.
const Positions* SpotsCursor::positions_of(std::uint32_t side, Positions& gathered) {
  if (const auto* word = std::get_if<WordSpots>(&tree_.nodes[side])) {
    return word->part == TextPart::kAnywhere ? &text_.positions(word->word) : nullptr;
  }
  const auto* any = std::get_if<EitherSpots>(&tree_.nodes[side]);
  if (any == nullptr) return nullptr;
  gathered.clear();
  for (const std::uint32_t node : any->nodes) {
    const Positions* positions = positions_of(node, gathered);
    if (positions == nullptr || positions == &gathered) return nullptr;
    const auto middle = gathered.insert(gathered.end(), positions->begin(), positions->end());
    std::inplace_merge(gathered.begin(), middle, gathered.end());
  }
  gathered.erase(std::unique(gathered.begin(), gathered.end()), gathered.end());
  return &gathered;
}

// Words near each other are most of what is asked for, and are counted without making their spots.
// Where sentences start is read only where they could be near enough, and often enough, if the text
// were one sentence.
std::optional<SpotsApart> SpotsCursor::count_pairs() {
  const auto* pair = std::get_if<NearSpots>(&tree_.nodes[root_]);
  if (pair == nullptr || pair->how.negated) return std::nullopt;
  const Positions* left = positions_of(pair->left, left_);
  if (left == nullptr) return std::nullopt;
  const Positions* right = positions_of(pair->right, right_);
  if (right == nullptr) return std::nullopt;
  const Reach reach = pair->how.reach;
  const SpotsApart most =
      count_near(*left, *right, pair->how, text_.starts_for(Reach::kWords).body);
  if (reach == Reach::kWords) return most;
  const auto count = static_cast<std::uint32_t>(most.count);
  if (!is_worth({count, most.first < text_.headline_end()})) return SpotsApart{};
  return count_near(*left, *right, pair->how, text_.starts_for(reach).of(reach));
}

}  // namespace dateline::searcher
