// The oracle's own idea of places, held against tables written by hand.
#include "tests/oracle/naive_spots.h"

#include <gmock/gmock.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/oracle/naive_patterns.h"
#include "tests/oracle/nodes.h"

namespace dateline::oracle {

void PrintTo(const Spot& place, std::ostream* out) {
  *out << '[' << place.first << ", " << place.last << ']';
}

namespace {

using searcher::NearOrder;
using searcher::Node;
using searcher::Reach;

constexpr std::uint32_t kBody = 3 + kHeadlineGap;  // its first position in the article below

// Positions of the body from kBody on: harbour 0 bridge 1 closes 2, the 3 old 4 harbour 5 bell 6
// rang 7; a 8 ship 9 left 10 the 11 harbour 12.
Article harbour() {
  Article article;
  article.language = "en";
  article.headline = "Harbour bridge closes";
  article.body = "Harbour bridge closes. The old harbour bell rang.\n\nA ship left the harbour.";
  return article;
}

Spots places_in(const Article& article, const Node& node) {
  NaiveArchive archive({article});
  NaiveWords words(archive);
  const auto found = NaiveSpots(archive, words).find(node);
  return found.empty() ? Spots() : found.at(0);
}

Spots in_harbour(const Node& node) {
  return places_in(harbour(), node);
}

Spot in_body(std::uint32_t first, std::uint32_t last) {
  return {kBody + first, kBody + last};
}

Nearness within(std::uint32_t distance, NearOrder order = NearOrder::kEither) {
  return {Reach::kWords, distance, order, false};
}

TEST(NaiveSpots, AreThePositionsOfAWordAndAllWordsOfAPhrase) {
  EXPECT_EQ(in_harbour(word_of("closing")), (Spots{{2, 2}, in_body(2, 2)}));
  EXPECT_EQ(in_harbour(phrase_of("harbour bridge")), (Spots{{0, 1}, in_body(0, 1)}));
  EXPECT_EQ(in_harbour(phrase_of("bridge harbour")), Spots{});
}

TEST(NaiveSpots, OfAFieldLieInItAsAWhole) {
  EXPECT_EQ(in_harbour(word_of("harbour", searcher::Form::kStem, "headline")), (Spots{{0, 0}}));
  EXPECT_EQ(in_harbour(word_of("harbour", searcher::Form::kStem, "hlead")),
            (Spots{{0, 0}, in_body(0, 0), in_body(5, 5)}));
  EXPECT_EQ(in_harbour(phrase_of("bell rang", searcher::Form::kSpelling, "hlead")),
            (Spots{in_body(6, 7)}));
  EXPECT_EQ(in_harbour(phrase_of("rang a", searcher::Form::kSpelling, "hlead")), Spots{});
  EXPECT_EQ(in_harbour(phrase_of("rang a")), (Spots{in_body(7, 8)}));
}

TEST(NaiveSpots, OfAlternativesAreThoseOfEach) {
  const Spots either{in_body(6, 6), in_body(9, 9)};
  EXPECT_EQ(in_harbour(any_of({word_of("ship"), word_of("bell")})), either);
  EXPECT_EQ(in_harbour(synonyms_of({word_of("bell"), word_of("ship")})), either);
}

TEST(NaiveSpots, AreNearUpToTheDistanceFromEndToBegin) {
  const Node old = word_of("old");
  const Node bell = word_of("bell");
  EXPECT_EQ(in_harbour(near_of(old, bell, within(1))), Spots{});
  EXPECT_EQ(in_harbour(near_of(old, bell, within(2))), (Spots{in_body(4, 6)}));
  EXPECT_EQ(in_harbour(near_of(bell, old, within(2))), (Spots{in_body(4, 6)}));
  EXPECT_EQ(in_harbour(near_of(bell, old, within(2, NearOrder::kInOrder))), Spots{});
  EXPECT_EQ(in_harbour(near_of(phrase_of("the old"), phrase_of("bell rang"), within(2))),
            (Spots{in_body(3, 7)}));
  EXPECT_EQ(in_harbour(near_of(phrase_of("the old"), phrase_of("bell rang"), within(1))), Spots{});
}

TEST(NaiveSpots, OfOneWordTwiceAreNotNearThemselves) {
  const Node harbour = word_of("harbour");
  EXPECT_EQ(in_harbour(near_of(harbour, harbour, within(4))), Spots{});
  EXPECT_EQ(in_harbour(near_of(harbour, harbour, within(5))), (Spots{in_body(0, 5)}));
  EXPECT_EQ(in_harbour(near_of(phrase_of("harbour bridge"), word_of("bridge"), within(9))),
            Spots{});
}

TEST(NaiveSpots, DoNotReachFromTheHeadlineIntoTheBody) {
  const Node both = near_of(word_of("closes"), word_of("old"), within(255));
  EXPECT_EQ(in_harbour(both), (Spots{in_body(2, 4)}));
}

TEST(NaiveSpots, StandInOneSentenceOrParagraph) {
  const Nearness sentence{Reach::kSentence, 1, NearOrder::kEither, false};
  const Nearness paragraph{Reach::kParagraph, 1, NearOrder::kEither, false};
  const Nearness in_order{Reach::kParagraph, 1, NearOrder::kInOrder, false};
  EXPECT_EQ(in_harbour(near_of(word_of("bridge"), word_of("bell"), sentence)), Spots{});
  EXPECT_EQ(in_harbour(near_of(word_of("rang"), word_of("old"), sentence)), (Spots{in_body(4, 7)}));
  EXPECT_EQ(in_harbour(near_of(word_of("bridge"), word_of("bell"), paragraph)),
            (Spots{in_body(1, 6)}));
  EXPECT_EQ(in_harbour(near_of(word_of("bell"), word_of("bridge"), in_order)), Spots{});
  EXPECT_EQ(in_harbour(near_of(word_of("bell"), word_of("ship"), paragraph)), Spots{});
  EXPECT_EQ(in_harbour(near_of(phrase_of("closes the"), word_of("bell"), sentence)), Spots{});
}

TEST(NaiveSpots, ThatAreUnwantedNearAreThoseOfTheLeftThatStandAlone) {
  const Node harbour = word_of("harbour");
  const Node bridge = word_of("bridge");
  const Nearness not_before{Reach::kWords, 1, NearOrder::kInOrder, true};
  const Nearness not_beside{Reach::kWords, 4, NearOrder::kEither, true};
  EXPECT_EQ(in_harbour(near_of(harbour, bridge, not_before)),
            (Spots{in_body(5, 5), in_body(12, 12)}));
  EXPECT_EQ(in_harbour(near_of(harbour, bridge, not_beside)), (Spots{in_body(12, 12)}));
  EXPECT_EQ(in_harbour(near_of(word_of("ship"), word_of("zebra"), not_beside)),
            (Spots{in_body(9, 9)}));
}

TEST(NaiveSpots, OfNestedPartsAreFromTheFirstToTheLastWord) {
  const Node old_bell = near_of(word_of("old"), word_of("bell"), within(2));
  EXPECT_EQ(in_harbour(near_of(old_bell, word_of("harbour"), within(3))), Spots{});
  EXPECT_EQ(in_harbour(near_of(old_bell, word_of("harbour"), within(4))), (Spots{in_body(0, 6)}));
  EXPECT_EQ(in_harbour(near_of(old_bell, word_of("rang"), within(1))), (Spots{in_body(4, 7)}));
}

TEST(NaiveSpots, AreCountedOnceWhereTheyOverlap) {
  EXPECT_EQ(count_apart({}), 0U);
  EXPECT_EQ(count_apart({{3, 3}, {4, 4}}), 2U);
  EXPECT_EQ(count_apart({{0, 2}, {2, 4}, {4, 6}}), 2U);
  EXPECT_EQ(count_apart({{0, 9}, {1, 2}, {3, 4}}), 2U);  // the one that ends first
  EXPECT_EQ(count_apart({{0, 3}, {3, 3}}), 1U);
}

TEST(NaivePatterns, StandForWordsAsTheDefinitionHasIt) {
  struct Case {
    searcher::WordPattern pattern;
    const char* term;
    bool expected;
  };
  const Case cases[] = {
      {{"missil*", 0}, "missile", true},
      {{"missil*", 0}, "missil", true},
      {{"missil*", 0}, "amissile", false},
      {{"*nesia", 0}, "indonesia", true},
      {{"organi?ation", 0}, "organisation", true},
      {{"organi?ation", 0}, "organiation", false},
      {{"m*s*e", 0}, "missile", true},
      {{"us*", 0}, "US", true},
      {{"2*", 0}, "2%", false},
      {{"4*", 0}, "4.5m", true},
      {{"blinkn", 1}, "blinken", true},
      {{"blinkn", 1}, "blink", true},
      {{"blinkn", 1}, "blinked", false},
      {{"blinkn", 2}, "blinked", true},
      {{"teh", 1}, "the", true},
      {{"ca", 2}, "abc", false},  // not swapped and parted
      {{"us", 1}, "US", true},
      {{"\xc3\xa9t", 1}, "et", true},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.pattern.text + " and " + one.term);
    EXPECT_EQ(stands_for(one.pattern, one.term), one.expected);
    EXPECT_EQ(searcher::matches(one.pattern, one.term), one.expected) << "by the engine";
  }
}

}  // namespace
}  // namespace dateline::oracle
