#include "searcher/match/places_cursor.h"

#include <algorithm>
#include <limits>

namespace dateline::searcher {
namespace {

// Whether a position of the one is that near to one of the other. They need not be in order, nor in
// one part of the text.
bool may_be_near(const std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& others,
                 std::uint32_t distance) {
  auto other = others.begin();
  for (const std::uint32_t position : some) {
    while (other != others.end() && *other + distance < position) ++other;
    if (other == others.end()) return false;
    if (*other <= position + distance) return true;
  }
  return false;
}

}  // namespace

PlacesCursor::PlacesCursor(std::vector<OccurrenceCursorPtr> required, Wanted wanted,
                           const Scoring& scoring, float idf, const TextIndex& index)
    : PositionalCursor(std::move(required), scoring, {idf, wanted.least, true}),
      index_(index),
      wanted_(std::move(wanted)),
      headlines_(index.headlines()) {}

PositionalCursor::Found PlacesCursor::find() {
  text_.body = {headline()};
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

// Most articles that hold two words do not hold them near each other, which is told faster than
// their places are made.
bool PlacesCursor::is_hopeless(const NearPlaces& nearby) {
  const auto* left = std::get_if<WordPlaces>(&nearby.sides[0].value);
  const auto* right = std::get_if<WordPlaces>(&nearby.sides[1].value);
  if (left == nullptr || right == nullptr) return false;
  if (nearby.how.unwanted || nearby.how.reach != Reach::kWords) return false;
  return !may_be_near(wanted_.words[left->word].in(article_),
                      wanted_.words[right->word].in(article_), nearby.how.distance);
}

Places PlacesCursor::places_of(const NearPlaces& nearby) {
  if (is_hopeless(nearby)) return {};
  const Places left = places(nearby.sides[0]);
  if (left.empty()) return {};
  const Places right = places(nearby.sides[1]);
  if (right.empty()) return nearby.how.unwanted ? left : Places{};
  if (nearby.how.reach == Reach::kSentence) text_.sentences = starts(sentences_, kSentenceStarts);
  if (nearby.how.reach == Reach::kParagraph) {
    text_.paragraphs = starts(paragraphs_, kParagraphStarts);
  }
  return near(left, right, nearby.how, text_);
}

// The lead goes up to the second paragraph of the body.
void PlacesCursor::keep_inside(Where where, Places& places) {
  if (where == Where::kAnywhere || places.empty()) return;
  std::uint32_t end = headline();
  if (where == Where::kLead) {
    const Starts& all = starts(paragraphs_, kParagraphStarts);
    const auto second = std::lower_bound(all.begin(), all.end(), end + kHeadlineGap + 1);
    end = second == all.end() ? std::numeric_limits<std::uint32_t>::max() : *second;
  }
  std::erase_if(places, [end](const Place& place) { return place.last >= end; });
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
