// What atleast, syn, hlead, weights, holes and numbers of words find, and how it scores.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/match/cursor/phrase_cursor.h"
#include "tests/searcher/match/small_archive.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class EmphasisTest : public testing::Test {
 protected:
  SmallArchive archive_{{
      {
          {"Oil", "Oil and oil again. Crude oil.\n\nPetroleum."},
          {"Petroleum", "Crude crude crude oil."},
          {"", "Nothing but crude.\n\nMore about crude oil and its price."},
      },
      {
          {"Crude", "oil"},
      },
  }};
};

TEST_F(EmphasisTest, AtLeastCountsTheTimesThatAWordStands) {
  EXPECT_THAT(archive_.find(at_least(1, word("oil"))), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(archive_.find(at_least(4, word("oil"))), ElementsAre(1));
  EXPECT_THAT(archive_.find(at_least(5, word("oil"))), IsEmpty());
}

TEST_F(EmphasisTest, AtLeastTakesPhrasesAlternativesAndWhatIsNear) {
  EXPECT_THAT(archive_.find(at_least(2, phrase("oil and"))), IsEmpty());
  EXPECT_THAT(archive_.find(at_least(1, phrase("crude oil"))), ElementsAre(1, 2, 3));
  EXPECT_THAT(archive_.find(at_least(3, either(word("crude"), word("petroleum")))), ElementsAre(2));
  EXPECT_THAT(archive_.find(at_least(2, near(word("crude"), word("oil"), 3))), IsEmpty())
      << "all end at the same oil";
}

TEST_F(EmphasisTest, AtLeastScoresAsItsChild) {
  const auto alone = archive_.hits(word("oil"));
  const auto counted = archive_.hits(at_least(1, word("oil")));
  ASSERT_EQ(counted.size(), alone.size());
  for (std::size_t i = 0; i < alone.size(); ++i) {
    EXPECT_NEAR(counted[i].score, alone[i].score, 1e-5);
  }
}

TEST_F(EmphasisTest, SynonymsCountTogether) {
  EXPECT_THAT(archive_.find(synonyms({word("petroleum"), word("price")})), ElementsAre(1, 2, 3));
  const float idf =
      archive_.lists().idf(archive_.lists().find(interpret("crude", Form::kStem).readings[0][0]));
  const auto words = archive_.hits(synonyms({word("petroleum"), word("crude")}));
  EXPECT_NEAR(words[0].score, bm25(idf, 2, LengthNorm(20)(8)), 1e-5);
  EXPECT_NEAR(words[1].score, bm25(idf, 4 + kHeadlineBonus, LengthNorm(20)(5)), 1e-5);
}

TEST_F(EmphasisTest, SynonymsMayBePhrases) {
  EXPECT_THAT(archive_.find(synonyms({word("price"), phrase("oil again")})), ElementsAre(1, 3));
  EXPECT_THAT(archive_.find(synonyms({word("unheard"), word("crude")})), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(archive_.find(synonyms({word("unheard")})), IsEmpty());
}

TEST_F(EmphasisTest, SynonymsCountAWordOnceThatTwoOfThemMean) {
  const auto once = archive_.hits(word("oil"));
  for (const Node& twice :
       {synonyms({word("oil"), word("oils")}), synonyms({word("oil"), exactly("oil")})}) {
    const auto found = archive_.hits(twice);
    ASSERT_EQ(found.size(), once.size());
    EXPECT_NEAR(found[0].score, once[0].score, 1e-5);
  }
}

TEST_F(EmphasisTest, HleadLooksIntoHeadlineAndFirstParagraph) {
  EXPECT_THAT(archive_.find(word("petroleum", "hlead")), ElementsAre(2));
  EXPECT_THAT(archive_.find(word("oil", "hlead")), ElementsAre(1, 2, 4));
  EXPECT_THAT(archive_.find(phrase("crude more", "hlead")), IsEmpty());
  EXPECT_THAT(archive_.find(phrase("but crude", "hlead")), ElementsAre(3));
}

TEST_F(EmphasisTest, HleadCountsOnlyWhatStandsThere) {
  const float idf =
      archive_.lists().idf(archive_.lists().find(interpret("crude", Form::kStem).readings[0][0]));
  const auto hits = archive_.hits(word("crude", "hlead"));
  ASSERT_EQ(hits.size(), 4u);
  EXPECT_NEAR(hits[2].score, bm25(idf, 1, LengthNorm(20)(10)), 1e-5);
}

TEST(HleadScores, ATextThatIsReadInSeveralWaysByItsPlaces) {
  const SmallArticle article{"", "Seventy-two boats sailed.\n\nSeventy-two boats."};
  SmallArchive archive({std::vector<SmallArticle>{article}});
  const auto idf_of = [&](const char* typed) {
    return archive.lists().idf(archive.lists().find(interpret(typed, Form::kExact).readings[0][0]));
  };
  const float of_pair = idf_of("seventytwo") + idf_of("boats");  // rather than of three words
  const auto hits = archive.hits(phrase("seventy-two boats", "hlead"));
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_NEAR(hits[0].score, bm25(of_pair, 1, LengthNorm(20)(7)), 1e-5);
}

TEST_F(EmphasisTest, WeightsMultiplyWhatIsScored) {
  const auto expect_times = [&](double times, const Node& some, const Node& other) {
    const auto lighter = archive_.hits(some);
    const auto heavier = archive_.hits(other);
    ASSERT_EQ(lighter.size(), heavier.size());
    for (std::size_t i = 0; i < lighter.size(); ++i) {
      EXPECT_NEAR(heavier[i].score, times * lighter[i].score, 1e-5);
    }
  };
  for (const Node& node : {word("oil"), phrase("crude oil"), word("oil", "hlead"),
                           synonyms({word("oil"), word("petroleum")}), at_least(2, word("crude")),
                           near(word("oil"), word("crude"), 2), both(word("oil"), word("crude"))}) {
    expect_times(2.5, node, weighing(2.5, node));
  }
  expect_times(6, both(word("oil"), word("oil")),
               weighing(2, both(weighing(3, word("oil")), weighing(3, word("oil")))));
}

TEST_F(EmphasisTest, AHoleStandsForAnyWordOfTheSamePart) {
  const auto words_with_holes = [](std::size_t holes) {
    PhrasePattern pattern(holes + 2, kHole);
    pattern.front() = 0;
    pattern.back() = 1;
    return pattern;
  };
  const SmallSegment segment({{"Crude", "oil"}, {"", "crude fine oil"}, {"", "crude oil"}});
  const auto find = [&](std::size_t holes) {
    PhraseCursor::Phrase phrase{{}, {words_with_holes(holes)}, TextPart::kAnywhere};
    phrase.words.push_back(segment.any_form({"crude"}));
    phrase.words.push_back(segment.any_form({"oil"}));
    PhraseCursor cursor(std::move(phrase), segment.scoring(), 2.0F, segment.index().headlines());
    return walk(cursor);
  };
  EXPECT_THAT(find(1), ElementsAre(2));
  EXPECT_THAT(find(kHeadlineGap), IsEmpty()) << "as far apart, but in headline and body";
}

TEST_F(EmphasisTest, ArticlesAreFoundByTheirLength) {
  const auto words = [](std::uint64_t least, std::optional<std::uint64_t> most) {
    return Node{NumberNode{Quantity::kWords, least, most}};
  };
  EXPECT_THAT(archive_.find(words(8, std::nullopt)), ElementsAre(1, 3));
  EXPECT_THAT(archive_.find(words(0, 5)), ElementsAre(2, 4));
  EXPECT_THAT(archive_.find(words(2, 2)), ElementsAre(4));
  EXPECT_THAT(archive_.find(both(word("petroleum"), words(6, std::nullopt))), ElementsAre(1));
}

}  // namespace
}  // namespace dateline::searcher
