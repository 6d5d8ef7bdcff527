#include "searcher/match/places_cursor.h"

#include <algorithm>
#include <limits>

namespace dateline::searcher {
PlacesCursor::PlacesCursor(std::vector<OccurrenceCursorPtr> required, Wanted wanted,
                           const Scoring& scoring, float idf, const TextIndex& index)
    : PositionalCursor(std::move(required), scoring, {idf, wanted.least, true}),
      index_(index),
      wanted_(std::move(wanted)),
      headlines_(index.headlines()) {}

PositionalCursor::Found PlacesCursor::find() {
  text_.body.assign(1, headline());
  if (const auto pairs = count_pairs()) {
    return {static_cast<std::uint32_t>(pairs->count), pairs->first < headline()};
  }
  const Places found = places(*wanted_.tree);
  if (found.empty()) return {};
  return {static_cast<std::uint32_t>(count_apart(found)), found.front().first < headline()};
}

Places PlacesCursor::places(const PlacesNode& node) {
  return std::visit([this](const auto& value) { return places_of(value); }, node.value);
}

Places PlacesCursor::places_of(const EitherPlaces& either) {
  Places all;
  for (const PlacesNode& side : either.sides) {
    Places of_side = places(side);
    all = all.empty() ? std::move(of_side) : either_of(all, of_side);
  }
  return all;
}

Places PlacesCursor::places_of(const WordPlaces& word) {
  Places found;
  found.reserve(wanted_.words[word.word].in(article_).size());
  for (const std::uint32_t position : wanted_.words[word.word].in(article_)) {
    found.push_back({position, position});
  }
  keep_inside(word.where, found);
  return found;
}

Places PlacesCursor::places_of(const PhrasePlaces& phrase) {
  phrase.steps.find_starts(
      [this](std::uint32_t word) -> const auto& { return wanted_.words[word].in(article_); },
      headline(), phrase_starts_);
  Places found;
  for (const std::uint32_t start : phrase_starts_) {
    found.push_back({start, start + phrase.steps.length() - 1});
  }
  keep_inside(phrase.where, found);
  return found;
}

// TextPart single words stand, any of which will do; nullptr of anything else.
const Positions* PlacesCursor::positions_of(const PlacesNode& side, Positions& gathered) {
  if (const auto* word = std::get_if<WordPlaces>(&side.value)) {
    return word->where == TextPart::kAnywhere ? &wanted_.words[word->word].in(article_) : nullptr;
  }
  const auto* any = std::get_if<EitherPlaces>(&side.value);
  if (any == nullptr) return nullptr;
  gathered.clear();
  for (const PlacesNode& word : any->sides) {
    const Positions* positions = positions_of(word, gathered);
    if (positions == nullptr || positions == &gathered) return nullptr;
    const auto middle = gathered.insert(gathered.end(), positions->begin(), positions->end());
    std::inplace_merge(gathered.begin(), middle, gathered.end());
  }
  gathered.erase(std::unique(gathered.begin(), gathered.end()), gathered.end());
  return &gathered;
}

// Words near each other are most of what is asked for, and are counted without making their places.
// TextPart sentences start is read only where they could be near enough, and often enough, if the
// text were one sentence.
std::optional<PlacesApart> PlacesCursor::count_pairs() {
  const auto* nearby = std::get_if<NearPlaces>(&wanted_.tree->value);
  if (nearby == nullptr || nearby->how.negated) return std::nullopt;
  const Positions* left = positions_of(nearby->sides[0], left_);
  if (left == nullptr) return std::nullopt;
  const Positions* right = positions_of(nearby->sides[1], right_);
  if (right == nullptr) return std::nullopt;
  const PlacesApart most = count_near(*left, *right, nearby->how, text_.body);
  if (nearby->how.reach == Reach::kWords) return most;
  const auto count = static_cast<std::uint32_t>(most.count);
  if (!is_worth({count, most.first < headline()})) return PlacesApart{};
  return count_near(*left, *right, nearby->how, starts_for(nearby->how.reach));
}

Places PlacesCursor::places_of(const NearPlaces& nearby) {
  const Places left = places(nearby.sides[0]);
  if (left.empty()) return {};
  const Places right = places(nearby.sides[1]);
  if (right.empty()) return nearby.how.negated ? left : Places{};
  if (nearby.how.reach == Reach::kSentence) text_.sentences = starts_for(Reach::kSentence);
  if (nearby.how.reach == Reach::kParagraph) text_.paragraphs = starts_for(Reach::kParagraph);
  return near(left, right, nearby.how, text_);
}

// The lead goes up to the second paragraph of the body.
void PlacesCursor::keep_inside(TextPart where, Places& places) {
  if (where == TextPart::kAnywhere || places.empty()) return;
  std::uint32_t end = headline();
  if (where == TextPart::kLead) {
    const Starts& all = starts_for(Reach::kParagraph);
    const auto second = std::lower_bound(all.begin(), all.end(), end + kHeadlineGap + 1);
    end = second == all.end() ? std::numeric_limits<std::uint32_t>::max() : *second;
  }
  std::erase_if(places, [end](const Place& place) { return place.last >= end; });
}

// Of sentences or paragraphs.
const Starts& PlacesCursor::starts_for(Reach reach) {
  return reach == Reach::kSentence ? starts(sentences_, kSentenceStarts)
                                   : starts(paragraphs_, kParagraphStarts);
}

const Starts& PlacesCursor::starts(StartsList& list, std::string_view term) {
  if (list.article == article_) return list.starts;
  list.article = article_;
  list.starts.clear();
  if (!list.postings) {
    const auto found = index_.find_word(term);
    if (!found) index_.file().fail("it does not know where sentences and paragraphs start");
    list.postings.emplace(index_, *found);
  }
  if (list.postings->holds(article_)) list.postings->positions(list.starts);
  const auto body = std::lower_bound(list.starts.begin(), list.starts.end(), headline());
  list.starts.insert(body, headline());
  return list.starts;
}

}  // namespace dateline::searcher
