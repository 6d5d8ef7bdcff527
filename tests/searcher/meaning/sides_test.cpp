// Which places of the sides make a place of a NearNode.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "searcher/meaning/spots.h"

namespace dateline::searcher {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Nearness within(std::uint32_t distance, NearOrder order = NearOrder::kEither) {
  Nearness how;
  how.distance = distance;
  how.order = order;
  return how;
}

Spots words(std::initializer_list<std::uint32_t> positions) {
  Spots places;
  for (const std::uint32_t position : positions) places.push_back({position, position});
  return places;
}

TEST(SidesOf, AreThePlacesThatMakeOne) {
  const NearSides all{words({1, 20}), words({3, 9})};
  const NearSides sides = sides_of({{1, 3}}, all, within(3), {});
  EXPECT_THAT(sides.left, ElementsAre(Spot{1, 1}));
  EXPECT_THAT(sides.right, ElementsAre(Spot{3, 3}));
}

TEST(SidesOf, AreOnlyThoseOfWhatIsWanted) {
  const NearSides all{words({1}), words({2, 3})};
  EXPECT_THAT(sides_of({{1, 3}}, all, within(3), {}).right, ElementsAre(Spot{3, 3}));
  EXPECT_THAT(sides_of({}, all, within(3), {}).right, IsEmpty());
}

TEST(SidesOf, LookToBothSidesButInOrder) {
  const NearSides all{words({5}), words({4, 6})};
  const Spots wanted = {{4, 5}, {5, 6}};
  EXPECT_THAT(sides_of(wanted, all, within(1), {}).right, ElementsAre(Spot{4, 4}, Spot{6, 6}));
  EXPECT_THAT(sides_of(wanted, all, within(1, NearOrder::kInOrder), {}).right,
              ElementsAre(Spot{6, 6}));
}

TEST(SidesOf, WhatIsUnwantedAreTheLeftOnesAlone) {
  Nearness how = within(3);
  how.negated = true;
  const NearSides sides = sides_of({{9, 9}}, {words({1, 9}), words({2})}, how, {});
  EXPECT_THAT(sides.left, ElementsAre(Spot{9, 9}));
  EXPECT_THAT(sides.right, IsEmpty());
}

Spots draw_places() {
  std::set<Spot> places;
  for (const auto first :
       *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 30))) {
    places.insert({first, first + *rc::gen::inRange<std::uint32_t>(0, 4)});
  }
  return {places.begin(), places.end()};
}

Nearness draw_nearness() {
  Nearness how;
  how.reach = *rc::gen::element(Reach::kWords, Reach::kSentence);
  how.distance = *rc::gen::inRange<std::uint32_t>(1, 8);
  how.order = *rc::gen::element(NearOrder::kEither, NearOrder::kInOrder);
  return how;
}

// A place of one pair alone is in near() of the two alone.
RC_GTEST_PROP(SidesOfProperty, AreThePairsThatMakeAWantedPlaceOneByOne, ()) {
  const NearSides all{draw_places(), draw_places()};
  const Nearness how = draw_nearness();
  const TextStarts starts{{}, {0, 7, 15}, {}};
  Spots wanted;
  for (const Spot& place : near(all.left, all.right, how, starts)) {
    if (*rc::gen::arbitrary<bool>()) wanted.push_back(place);
  }
  std::set<Spot> left;
  std::set<Spot> right;
  for (const Spot& a : all.left) {
    for (const Spot& b : all.right) {
      const Spots made = near({a}, {b}, how, starts);
      if (made.empty() || both_of(made, wanted).empty()) continue;
      left.insert(a);
      right.insert(b);
    }
  }
  const NearSides sides = sides_of(wanted, all, how, starts);
  RC_ASSERT(sides.left == Spots(left.begin(), left.end()));
  RC_ASSERT(sides.right == Spots(right.begin(), right.end()));
}

}  // namespace
}  // namespace dateline::searcher
