#include "searcher/meaning/spots.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace dateline::searcher {

void PrintTo(const Spot& place, std::ostream* out) {
  *out << place.first << '-' << place.last;
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A headline of ten words, a body from 74 on.
const TextStarts kText{{10}, {0, 5, 10, 74, 80, 90}, {0, 10, 74, 90}};

Nearness within(std::uint32_t distance, NearOrder order = NearOrder::kEither) {
  Nearness how;
  how.distance = distance;
  how.order = order;
  return how;
}

Nearness in_same(Reach reach) {
  Nearness how;
  how.reach = reach;
  return how;
}

Nearness no(Nearness how) {
  how.negated = true;
  return how;
}

Spots words(std::initializer_list<std::uint32_t> positions) {
  Spots places;
  for (const std::uint32_t position : positions) places.push_back({position, position});
  return places;
}

TEST(Near, OneWordIsFromItsNeighbour) {
  EXPECT_THAT(near(words({80}), words({81, 83}), within(1), kText), ElementsAre(Spot{80, 81}));
  EXPECT_THAT(near(words({80}), words({81, 83}), within(3), kText),
              ElementsAre(Spot{80, 81}, Spot{80, 83}));
}

TEST(Near, LooksToBothSidesButInOrder) {
  EXPECT_THAT(near(words({82}), words({80, 85}), within(3), kText),
              ElementsAre(Spot{80, 82}, Spot{82, 85}));
  EXPECT_THAT(near(words({82}), words({80, 85}), within(3, NearOrder::kInOrder), kText),
              ElementsAre(Spot{82, 85}));
}

TEST(Near, CountsFromTheNearestEnds) {
  EXPECT_THAT(near({{80, 84}}, {{86, 99}}, within(2), kText), ElementsAre(Spot{80, 99}));
  EXPECT_THAT(near({{80, 84}}, {{86, 99}}, within(1), kText), IsEmpty());
}

TEST(Near, NeedsPlacesThatDoNotOverlap) {
  EXPECT_THAT(near({{80, 84}}, {{84, 86}, {82, 83}, {80, 84}}, within(9), kText), IsEmpty());
  EXPECT_THAT(near(words({80}), words({80}), within(9), kText), IsEmpty());
}

TEST(Near, DoesNotReachFromTheHeadlineIntoTheBody) {
  EXPECT_THAT(near(words({9}), words({74}), within(255), kText), IsEmpty());
  EXPECT_THAT(near(words({9}), words({8}), within(1), kText), ElementsAre(Spot{8, 9}));
}

TEST(Near, MayBeInOneSentence) {
  EXPECT_THAT(near(words({4, 6}), words({5}), in_same(Reach::kSentence), kText),
              ElementsAre(Spot{5, 6}));
  EXPECT_THAT(near(words({89}), words({90, 80}), in_same(Reach::kSentence), kText),
              ElementsAre(Spot{80, 89}));
}

TEST(Near, MayBeInOneParagraph) {
  EXPECT_THAT(near(words({75}), words({89, 90}), in_same(Reach::kParagraph), kText),
              ElementsAre(Spot{75, 89}));
  EXPECT_THAT(near(words({9}), words({74}), in_same(Reach::kParagraph), kText), IsEmpty());
}

TEST(Near, NeedsAllOfAPlaceInTheSentence) {
  EXPECT_THAT(near({{78, 81}}, words({79, 82}), in_same(Reach::kSentence), kText), IsEmpty());
  EXPECT_THAT(near({{80, 81}}, {{88, 91}}, in_same(Reach::kSentence), kText), IsEmpty());
}

TEST(NotNear, KeepsThePlacesThatStandAlone) {
  EXPECT_THAT(near(words({80, 90}), words({92}), no(within(5)), kText), ElementsAre(Spot{80, 80}));
  EXPECT_THAT(near(words({90}), words({88}), no(within(5)), kText), IsEmpty());
  EXPECT_THAT(near(words({90}), words({88}), no(within(5, NearOrder::kInOrder)), kText),
              ElementsAre(Spot{90, 90}));
}

TEST(NotNear, KeepsWhatTheOtherSideOverlaps) {
  EXPECT_THAT(near({{80, 84}}, words({82}), no(within(5)), kText), ElementsAre(Spot{80, 84}));
}

TEST(Spots, ThatOverlapCountOnce) {
  EXPECT_EQ(count_apart({}), 0u);
  EXPECT_EQ(count_apart({{1, 9}, {2, 3}, {4, 5}, {5, 6}}), 2u);
  EXPECT_EQ(count_apart(words({1, 2, 3})), 3u);
}

TEST(Near, KeepsTheLeftmostOfTooMany) {
  Spots all;
  for (std::uint32_t i = 100; i < 1'000; ++i) all.push_back({i, i});
  const Spots pairs = near(all, all, in_same(Reach::kParagraph), kText);
  ASSERT_EQ(pairs.size(), kMaxSpots);
  EXPECT_EQ(pairs.front(), (Spot{100, 101}));
  EXPECT_EQ(pairs[898], (Spot{100, 999}));
  EXPECT_EQ(pairs[899], (Spot{101, 102}));
}

// What query.h says, word for word.
bool is_near(const Spot& a, const Spot& b, const Nearness& how, const TextStarts& text) {
  const bool before = a.last < b.first;
  const bool after = b.last < a.first;
  if (how.order == NearOrder::kInOrder ? !before : !before && !after) return false;
  const std::uint32_t first = std::min(a.first, b.first);
  const std::uint32_t last = std::max(a.last, b.last);
  for (const std::uint32_t start : text.of(how.reach)) {
    if (first < start && start <= last) return false;
  }
  return how.reach != Reach::kWords ||
         (before ? b.first - a.last : a.first - b.last) <= how.distance;
}

Spots near_one_by_one(const Spots& left, const Spots& right, const Nearness& how,
                      const TextStarts& text) {
  std::set<Spot> found;
  for (const Spot& a : left) {
    bool none = true;
    for (const Spot& b : right) {
      if (!is_near(a, b, how, text)) continue;
      none = false;
      if (!how.negated) found.insert({std::min(a.first, b.first), std::max(a.last, b.last)});
    }
    if (how.negated && none) found.insert(a);
  }
  return {found.begin(), found.end()};
}

Spots draw_places() {
  const auto pairs = *rc::gen::container<std::set<std::pair<int, int>>>(
      rc::gen::pair(rc::gen::inRange(0, 40), rc::gen::inRange(0, 6)));
  Spots places;
  for (const auto& [first, more] : pairs) {
    places.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + more)});
  }
  std::sort(places.begin(), places.end());
  return places;
}

Starts draw_starts() {
  const auto starts = *rc::gen::container<std::set<std::uint32_t>>(rc::gen::inRange(0u, 45u));
  return {starts.begin(), starts.end()};
}

RC_GTEST_PROP(Near, IsWhatAComparisonOfAllPairsFinds, ()) {
  const Spots left = draw_places();
  const Spots right = draw_places();
  const TextStarts text{{*rc::gen::inRange(0u, 45u)}, draw_starts(), draw_starts()};
  Nearness how;
  how.reach = *rc::gen::element(Reach::kWords, Reach::kSentence, Reach::kParagraph);
  how.distance = *rc::gen::inRange(1u, 12u);
  how.order = *rc::gen::element(NearOrder::kEither, NearOrder::kInOrder);
  how.negated = *rc::gen::arbitrary<bool>();
  RC_ASSERT(near(left, right, how, text) == near_one_by_one(left, right, how, text));
}

Positions draw_positions() {
  return draw_starts();
}

Spots as_places(const Positions& positions) {
  Spots places;
  for (const std::uint32_t position : positions) places.push_back({position, position});
  return places;
}

RC_GTEST_PROP(Near, CountsWordsWithoutTheirPlacesAsWithThem, ()) {
  const Positions left = draw_positions();
  const Positions right = draw_positions();
  const TextStarts text{{*rc::gen::inRange(0u, 45u)}, draw_starts(), draw_starts()};
  Nearness how;
  how.reach = *rc::gen::element(Reach::kWords, Reach::kSentence, Reach::kParagraph);
  how.distance = *rc::gen::inRange(1u, 12u);
  how.order = *rc::gen::element(NearOrder::kEither, NearOrder::kInOrder);
  const Spots places = near(as_places(left), as_places(right), how, text);
  const SpotsApart apart = count_near(left, right, how, text.of(how.reach));
  RC_ASSERT(apart.count == count_apart(places));
  const bool begins_in_headline = !places.empty() && places.front().first < text.body[0];
  if (apart.count > 0 && how.reach == Reach::kWords) {
    RC_ASSERT((apart.first < text.body[0]) == begins_in_headline);
  }
}

// Twenty thousand words in one paragraph, and a sentence for each of the second half. Comparing all
// pairs would take longer than a test may.
TEST(Near, LooksAtAHugeParagraph) {
  constexpr std::uint32_t kHalf = 10'000;
  Spots first;
  Spots second;
  Spots across;  // from the one half to the other, so that no sentence holds one
  TextStarts text{{0}, {}, {0}};
  for (std::uint32_t i = 0; i < kHalf; ++i) {
    first.push_back({i, i});
    second.push_back({kHalf + i, kHalf + i});
    across.push_back({i, 2 * kHalf - 1});
    text.sentences.push_back(kHalf + i);
  }
  const auto left_alone = [&](Reach reach, const Spots& spots, const Spots& others) {
    Nearness how;
    how.reach = reach;
    how.distance = 255;
    how.negated = true;
    return near(spots, others, how, text).size();
  };
  EXPECT_EQ(left_alone(Reach::kWords, second, first), kHalf - 255);
  EXPECT_EQ(left_alone(Reach::kWords, first, second), kHalf - 255);
  EXPECT_EQ(left_alone(Reach::kSentence, second, first), kHalf);
  EXPECT_EQ(left_alone(Reach::kSentence, first, second), kHalf);
  EXPECT_EQ(left_alone(Reach::kParagraph, second, first), 0);
  EXPECT_EQ(left_alone(Reach::kParagraph, first, second), 0);
  EXPECT_EQ(left_alone(Reach::kSentence, first, across), kHalf);
}

RC_GTEST_PROP(Spots, AreCountedAsTheQueryLanguageSays, ()) {
  const Spots places = draw_places();
  std::size_t count = 0;
  for (std::int64_t end = -1;; ++count) {
    const Spot* next = nullptr;
    for (const Spot& place : places) {
      if (place.first > end && (next == nullptr || place.last < next->last)) next = &place;
    }
    if (next == nullptr) break;
    end = next->last;
  }
  RC_ASSERT(count_apart(places) == count);
}

RC_GTEST_PROP(Spots, OfEitherAreThoseOfBoth, ()) {
  const Spots some = draw_places();
  const Spots others = draw_places();
  std::set<Spot> all(some.begin(), some.end());
  all.insert(others.begin(), others.end());
  RC_ASSERT(either_of(some, others) == Spots(all.begin(), all.end()));
}

}  // namespace
}  // namespace dateline::searcher
