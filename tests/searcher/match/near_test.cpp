// What NEAR, ADJ, /s, /p and NOT NEAR find.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "corpus/random.h"
#include "searcher/meaning/spots.h"
#include "tests/searcher/match/small_archive.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class NearTest : public testing::Test {
 protected:
  SmallArchive archive_{{
      {
          {"Oil rises", "Prices of crude oil rose."},
          {"Dull day", "Oil fell. Then some other prices rose a lot."},
          {"Oil", "Prices are up."},
      },
      {
          {"", "The price of the very crude oil rose.\n\nAnother oil. No crude."},
          {"", "Oil and gas.\n\nPrices rose."},
      },
  }};
};

TEST_F(NearTest, FindsWordsThatStandCloseInEitherOrder) {
  EXPECT_THAT(archive_.find(near(word("prices"), word("oil"), 3)), ElementsAre(1, 5));
  EXPECT_THAT(archive_.find(near(word("oil"), word("prices"), 5)), ElementsAre(1, 2, 4, 5));
}

TEST_F(NearTest, KeepsTheOrderWhereAsked) {
  EXPECT_THAT(archive_.find(in_order(word("oil"), word("prices"), 5)), ElementsAre(2, 5));
  EXPECT_THAT(archive_.find(in_order(word("prices"), word("oil"), 5)), ElementsAre(1, 4));
}

TEST_F(NearTest, CountsNeighboursAsOne) {
  EXPECT_THAT(archive_.find(near(word("crude"), word("oil"), 1)), ElementsAre(1, 4));
  EXPECT_THAT(archive_.find(near(word("very"), word("oil"), 1)), IsEmpty());
}

TEST_F(NearTest, DoesNotReachFromTheHeadlineIntoTheBody) {
  EXPECT_THAT(archive_.find(near(word("oil"), word("up"), 255)), IsEmpty());
  EXPECT_THAT(archive_.find(in_same(Reach::kParagraph, word("oil"), word("up"))), IsEmpty());
}

TEST_F(NearTest, FindsInflectedWordsUnlessTheyAreExact) {
  EXPECT_THAT(archive_.find(near(word("price"), word("oil"), 3)), ElementsAre(1, 5));
  EXPECT_THAT(archive_.find(near(exactly("price"), word("oil"), 5)), ElementsAre(4));
}

TEST_F(NearTest, TakesPhrasesAndAlternativesAsSides) {
  EXPECT_THAT(archive_.find(near(word("rose"), phrase("crude oil"), 1)), ElementsAre(1, 4));
  EXPECT_THAT(archive_.find(near(either(word("fell"), phrase("crude oil")), word("oil"), 1)),
              ElementsAre(2));
  EXPECT_THAT(archive_.find(near(synonyms({word("gas"), word("petrol")}), word("oil"), 2)),
              ElementsAre(5));
}

TEST_F(NearTest, StandsWithinAnother) {
  EXPECT_THAT(archive_.find(near(near(word("price"), word("crude"), 5), word("rose"), 2)),
              ElementsAre(1, 4));
  EXPECT_THAT(archive_.find(near(near(word("price"), word("crude"), 2), word("rose"), 2)),
              ElementsAre(1));
}

TEST_F(NearTest, StaysInASentence) {
  EXPECT_THAT(archive_.find(in_same(Reach::kSentence, word("oil"), word("rose"))),
              ElementsAre(1, 4));
}

TEST_F(NearTest, StaysInAParagraph) {
  EXPECT_THAT(archive_.find(in_same(Reach::kParagraph, word("oil"), word("rose"))),
              ElementsAre(1, 2, 4));
  EXPECT_THAT(archive_.find(in_same(Reach::kParagraph, word("another"), word("very"))), IsEmpty());
}

TEST_F(NearTest, NotNearNeedsOnePlaceThatStandsAlone) {
  EXPECT_THAT(archive_.find(not_near(word("oil"), word("crude"), 2)), ElementsAre(1, 2, 3, 5));
  EXPECT_THAT(archive_.find(not_near(word("oil"), word("crude"), 1)), ElementsAre(1, 2, 3, 4, 5));
  EXPECT_THAT(archive_.find(not_near(word("oil"), word("unheard"), 2)), ElementsAre(1, 2, 3, 4, 5));
}

TEST_F(NearTest, FindsNothingWithAWordThatNobodyWrote) {
  EXPECT_THAT(archive_.find(near(word("oil"), word("unheard"), 9)), IsEmpty());
  EXPECT_THAT(archive_.find(near(word("oil"), either(word("unheard"), word("gas")), 9)),
              ElementsAre(5));
  EXPECT_THAT(archive_.find(near(word("oil"), word("gas", "section"), 9)), IsEmpty());
}

TEST_F(NearTest, KeepsSidesToTheirPartOfTheText) {
  EXPECT_THAT(archive_.find(near(word("oil", "headline"), word("rises"), 5)), ElementsAre(1));
  EXPECT_THAT(archive_.find(near(word("oil", "headline"), word("crude"), 5)), IsEmpty());
  EXPECT_THAT(archive_.find(near(word("oil", "hlead"), word("crude"), 5)), ElementsAre(1, 4));
}

TEST_F(NearTest, PassesOverDeletedArticles) {
  archive_.remove(0, 1);
  EXPECT_THAT(archive_.find(near(word("crude"), word("oil"), 1)), ElementsAre(4));
}

TEST_F(NearTest, WeighsAsOneWordThatIsAsRareAsBothSides) {
  const auto idf = [&](const char* typed) {
    return archive_.lists().idf(
        archive_.lists().find(interpret(typed, Form::kStem).readings[0][0]));
  };
  const auto hits = archive_.hits(near(word("oil"), word("prices"), 5));
  ASSERT_EQ(hits.size(), 4u);
  EXPECT_NEAR(hits[0].score, bm25(idf("oil") + idf("prices"), 1, LengthNorm(20)(7)), 1e-5);
  const auto alone = archive_.hits(not_near(word("oil"), word("crude"), 2));
  EXPECT_NEAR(alone[0].score, bm25(idf("oil"), 1 + kHeadlineBonus, LengthNorm(20)(7)), 1e-5);
}

// Dying is a form of die, but not in a German article.
TEST(Near, FindsTheFormsOfTheLanguageOfTheArticle) {
  SmallArchive archive({{{"", "Dying stars", kUndated, "en"},
                         {"", "Dying Stars", kUndated, "de"},
                         {"", "die Stars, so dying", kUndated, "de"}}});
  EXPECT_THAT(archive.find(near(word("die"), word("stars"), 1)), ElementsAre(1, 3));
  EXPECT_THAT(archive.find(at_least(2, word("die"))), IsEmpty());
}

const char* const kWords[] = {"common", "often", "some", "few", "rare"};

std::vector<SmallArticle> random_articles() {
  corpus::Random random(11);
  std::vector<SmallArticle> articles(700);
  for (SmallArticle& article : articles) {
    for (std::uint32_t i = random.between(1, 40); i > 0; --i) {
      std::uint32_t drawn = random.below(5);
      drawn = drawn * random.below(4) / 2;
      article.body += drawn < 5 ? kWords[drawn] : random.chance(30) ? "other. Others" : "other";
      article.body += random.chance(5) ? "\n\n" : " ";
    }
    if (random.chance(30)) article.headline = std::string(kWords[random.below(5)]) + " common";
  }
  return articles;
}

Node draw_side(int depth) {
  const Node drawn = word(kWords[*rc::gen::inRange(0, 5)]);
  if (depth == 0) return drawn;
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      return phrase(std::string(kWords[*rc::gen::inRange(0, 5)]) + ' ' +
                    std::get<WordNode>(drawn.value).typed);
    case 1:
      return either(drawn, draw_side(depth - 1));
    case 2:
      return drawn;
    default: {
      NearNode near;
      near.sides = {draw_side(depth - 1), draw_side(depth - 1)};
      near.reach = *rc::gen::element(Reach::kWords, Reach::kSentence, Reach::kParagraph);
      near.distance = *rc::gen::inRange(1u, 9u);
      near.order = *rc::gen::element(NearOrder::kEither, NearOrder::kInOrder);
      near.negated = *rc::gen::inRange(0, 4) == 0;
      return {std::move(near)};
    }
  }
}

// An article as the words at its positions.
struct ReadArticle {
  std::map<std::string, Spots> words;
  TextStarts starts;
};

ReadArticle read(const SmallArticle& article) {
  ReadArticle read;
  Analyser analyser;
  std::uint32_t first = 0;
  for (const std::string* text : {&article.headline, &article.body}) {
    for (const Token& token : analyser.analyse(*text, first)) {
      read.words[std::string(token.term)].push_back({token.position, token.position});
      if (token.starts_sentence) read.starts.sentences.push_back(token.position);
      if (token.starts_paragraph) read.starts.paragraphs.push_back(token.position);
    }
    if (first == 0) read.starts.body = {analyser.next_position()};
    first = analyser.next_position() + kHeadlineGap;
  }
  return read;
}

Spots places_in(ReadArticle& article, const Node& node) {
  if (const auto* of_word = std::get_if<WordNode>(&node.value))
    return article.words[of_word->typed];
  if (const auto* any = std::get_if<OrNode>(&node.value)) {
    return either_of(places_in(article, any->children[0]), places_in(article, any->children[1]));
  }
  if (const auto* pair = std::get_if<PhraseNode>(&node.value)) {
    const auto space = pair->typed.find(' ');
    Nearness neighbours;
    neighbours.order = NearOrder::kInOrder;
    return near(article.words[pair->typed.substr(0, space)],
                article.words[pair->typed.substr(space + 1)], neighbours, article.starts);
  }
  const auto& nearby = std::get<NearNode>(node.value);
  return near(places_in(article, nearby.sides[0]), places_in(article, nearby.sides[1]),
              Nearness(nearby), article.starts);
}

RC_GTEST_PROP(Near, FindsTheArticlesThatHaveThePlaces, ()) {
  static const std::vector<SmallArticle> articles = random_articles();
  static SmallArchive archive(
      {{articles.begin(), articles.begin() + 300}, {articles.begin() + 300, articles.end()}});
  const Node node = draw_side(2);
  const auto times = *rc::gen::inRange(1u, 4u);
  std::vector<std::uint32_t> expected;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    ReadArticle article = read(articles[i]);
    if (count_apart(places_in(article, node)) >= times) expected.push_back(i + 1);
  }
  RC_ASSERT(archive.find(at_least(times, node)) == expected);
}

}  // namespace
}  // namespace dateline::searcher
