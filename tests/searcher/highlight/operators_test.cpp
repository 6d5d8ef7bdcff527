// What every operator lights, as tables of queries and texts.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "searcher/highlight/snippet.h"
#include "searcher/meaning/resolve.h"
#include "tests/searcher/marked_text.h"

namespace dateline::searcher {
namespace {

struct Lit {
  std::string_view query;
  std::string_view body;  // as it is lit
};

std::string without_marks(std::string_view text) {
  std::string plain(text);
  std::erase_if(plain, [](char c) { return c == '[' || c == ']'; });
  return plain;
}

template <std::size_t kCases>
void expect_lit(const Lit (&cases)[kCases]) {
  for (const Lit& c : cases) {
    Highlighter highlighter(resolve(query_of(c.query)));
    const Article article = article_of(without_marks(c.body));
    EXPECT_EQ(marked(highlighter.highlight_body(article)), c.body) << c.query;
  }
}

TEST(LitNear, AreTheWordsOfBothSidesThatStandNear) {
  const Lit cases[] = {
      {"oil w/1 price", "[oil] [price] is no oil and price"},
      {"oil w/2 price", "the [price] of [oil], the oil as such"},
      {"oil w/5 price", "[oil] at a high [price]; a b c d e f oil"},
      {"oil w/5 price", "oil a b c d e price"},
      {"oil w/2 price", "[oil] [oil] [price] [price] price"},
      {"oil w/2 oil", "[oil] and [oil] but no other oil"},
      {"oil w/3 price", "no [price]. [Oil] had a [price]."},  // over the end of a sentence
      {"price w/3 prices", "[prices] and [prices] so so so price"},
  };
  expect_lit(cases);
}

TEST(LitNear, KeepsOrderWhereItIsAsked) {
  const Lit cases[] = {
      {"oil ADJ/2 price", "[oil] [price] oil"},
      {"oil pre/2 price", "price of oil"},
      {"oil pre/1 price", "price [oil] [price] oil"},
  };
  expect_lit(cases);
}

TEST(LitNear, TakesPhrasesAsAWhole) {
  const Lit cases[] = {
      {"\"climate change\" w/2 treaty",
       "[climate change] and [treaty]; x x climate change x x x treaty"},
      {"\"climate change\" w/1 climate", "climate change; x [climate] [climate change]"},
      {"\"a b\" w/1 \"b c\"", "a b c"},  // overlap
      {"\"a b\" w/1 \"b c\"", "[a b] [b c]"},
  };
  expect_lit(cases);
}

TEST(LitNear, TakesCompoundsAndSymbolsAsAWhole) {
  const Lit cases[] = {
      {"e-mail w/1 now", "[e-mail] [now], x e-mail not now"},
      {"email w/1 send", "[send] [e-mail] email"},
      {"9/11 w/2 attacks", "11 attacks, x the [9/11] bomb [attacks]"},
  };
  expect_lit(cases);
}

TEST(LitNear, LightsOfAlternativesThoseThatAreNear) {
  const Lit cases[] = {
      {"climate w/3 (policy OR treaty)", "[climate] [policies] a b c treaty"},
      {"syn(oil petroleum \"crude oil\") w/2 price", "[petroleum] [price], x x x crude oil"},
      {"syn(oil petroleum) w/2 price", "the [price] of [oil] or of petroleum"},
  };
  expect_lit(cases);
}

TEST(LitNear, LightsOfNestedOnesWhatTakesPartInTheWhole) {
  const Lit cases[] = {
      {"(a w/2 b) w/1 c", "[a] x [b] [c]; x x a x b"},
      {"(a w/9 b) w/1 c", "[a] b x [b] [c]"},  // the first b ends two before c
      {"(a w/2 b) w/2 (c w/2 d)", "[a] [b] [d] [c] x x x x c d x x x x a b"},
      {"((a w/1 b) w/1 c) w/1 d", "a b c x d; x [a] [b] [c] [d]"},
      {"(a w/1 b) pre/1 (c OR d)", "c a b x [b] [a] [d]"},
      {"(a w/1 b) w/3 a", "[a] [b] x [a]; x x x b a"},
  };
  expect_lit(cases);
}

TEST(LitNear, LightsOnlyWhatIsInTheSameSentence) {
  const Lit cases[] = {
      {"oil /s price", "The [oil] here has a [price]. Oil there. Price there."},
      {"oil /s price", "Oil there. Price there."},
      {"oil /s price", "The [Price] of [oil] and [oil]. Oil."},
      {"(oil w/9 gas) /s price", "Oil. Gas has a price. [Gas], [oil]: the [price]."},
      {"oil NOT /s price", "[Oil] is here. But oil has a price."},
  };
  expect_lit(cases);
}

TEST(LitNear, LightsOnlyWhatIsInTheSameParagraph) {
  const Lit cases[] = {
      {"oil /p price", "[Oil] is here. A [price] is there.\n\nOil elsewhere.\n\nA price."},
      {"oil NOT /p price", "Oil is here. A price is there.\n\n[Oil] elsewhere."},
  };
  expect_lit(cases);
}

TEST(LitNotNear, AreTheLeftOnesThatAreNearNoneOfTheRight) {
  const Lit cases[] = {
      {"oil NOT w/2 price", "oil price x x [oil] x x price"},
      {"oil NOT NEAR/2 price", "price oil"},
      {"oil NOT pre/2 price", "price [oil] x x x oil price"},
      {"(oil NOT w/1 price) w/2 export", "oil price export; x x [oil] for [export]"},
      {"export w/2 (oil NOT w/1 price)", "oil price export; x x [oil] for [export]"},
      {"\"crude oil\" NOT w/1 price", "[crude oil] and crude oil price"},
      {"(oil w/2 gas) NOT w/1 price", "oil gas price x x [oil] [gas]"},
  };
  expect_lit(cases);
}

TEST(LitOperators, LightAllPlacesOfWhatHasToStandOften) {
  const Lit cases[] = {
      {"atleast3(oil)", "[oil] and [oil]"},  // the article as a whole was found
      {"atleast2(oil OR \"gas price\")", "[oil], gas, [gas price]"},
      {"atleast2(oil w/2 gas)", "[oil] and [gas], x x oil"},
  };
  expect_lit(cases);
}

TEST(LitOperators, LightSynonymsAlike) {
  const Lit cases[] = {
      {"syn(oil petroleum \"crude product\")", "[oil], [petroleum], crude, [crude product]"},
      {"NOT syn(oil petroleum) gas", "oil petroleum [gas]"},
  };
  expect_lit(cases);
}

TEST(LitOperators, LightNothingThatIsNegated) {
  const Lit cases[] = {
      {"gas -(oil w/5 price)", "[gas], oil price"},
      {"gas NOT atleast2(oil)", "[gas], oil oil"},
      {"gas AND NOT (x OR NOT oil)", "[gas], oil x"},
  };
  expect_lit(cases);
}

TEST(LitOperators, AreTheSameWhateverTheWeight) {
  const Lit cases[] = {
      {"oil^3 gas^0.5", "[oil] [gas]"},
      {"(oil w/2 gas)^2", "[oil] x [gas] x x x oil"},
  };
  expect_lit(cases);
}

TEST(LitOperators, LightNoNumbersAndDates) {
  const Lit cases[] = {
      {"words:>5 oil", "5 words of [oil]"},
      {"since:2008 oil copies:3", "2008, 3 copies of [oil]"},
  };
  expect_lit(cases);
}

TEST(LitOperators, LightExactFormsOnly) {
  const Lit cases[] = {
      {"=price w/2 oil", "prices of oil, x x the [price] of [oil]"},
      {"=US w/2 troops", "us troops; x x the [US] [troops]"},
  };
  expect_lit(cases);
}

TEST(LitHeadlineAndLead, AreTheHeadlineAndTheFirstParagraph) {
  Highlighter highlighter(resolve(query_of("hlead:oil")));
  const Article article = article_of("The oil. More oil.\n\nStill oil.", "Oil");
  EXPECT_EQ(marked(highlighter.highlight_headline(article)), "[Oil]");
  EXPECT_EQ(marked(highlighter.highlight_body(article)), "The [oil]. More [oil].\n\nStill oil.");
}

TEST(LitHeadlineAndLead, HoldPhrasesAsAWhole) {
  const Lit cases[] = {
      {"hlead:\"oil price\"", "The oil\n\nprice, the oil price"},
      {"hlead:(oil w/5 price)", "The [oil] had a [price].\n\nThe oil price"},
      {"hlead:oil price", "[Oil] [price].\n\nOil [price]"},
      {"hlead:oil w/5 price", "The [oil]\n\n[price]; oil"},  // one side alone is bound to it
      {"headline:oil w/5 price", "The oil price"},
  };
  expect_lit(cases);
}

TEST(LitPatterns, AreTheWordsThatWereFound) {
  const Expansions expansions = {{WordPattern{"missil*", 0}, {{"missile", "missiles"}, true}},
                                 {WordPattern{"climat*", 0}, {{"climate", "climatic"}, false}}};
  const Lit cases[] = {
      {"missil*", "A [missile], [missiles], missilery"},  // cut: the third was not searched
      {"\"climat* change\"", "[climate change], a change, [Climatic change]"},
      {"climat* w/2 treaty", "[climatic] [treaty] x x x climate"},
      {"missil* OR blinkn~", "[missile], blinken"},  // stands for nothing here
  };
  for (const Lit& c : cases) {
    Highlighter highlighter(resolve(query_of(c.query), expansions));
    const Article article = article_of(without_marks(c.body));
    EXPECT_EQ(marked(highlighter.highlight_body(article)), c.body) << c.query;
  }
}

TEST(LitPhrases, TakeTheWordsInTheirHoles) {
  const Lit cases[] = {
      {"\"oil * price\"", "oil price, [oil export price]; oil a b price"},
      {"\"oil * * price\"", "[oil a b price], oil a price"},
      {"\"oil * price\" w/2 fell", "[oil export price] [fell] x x x oil a price"},
  };
  expect_lit(cases);
}

TEST(LitNear, DoesNotReachFromTheHeadlineIntoTheBody) {
  Highlighter highlighter(resolve(query_of("oil w/200 price")));
  const Article article = article_of("A price of gas", "Oil");
  EXPECT_EQ(marked(highlighter.highlight_headline(article)), "Oil");
  EXPECT_EQ(marked(highlighter.highlight_body(article)), "A price of gas");
}

TEST(LitNear, IsCutOutAsItIsLit) {
  Highlighter highlighter(resolve(query_of("oil w/2 price")));
  const Article article = article_of("An oil. A cat. The oil had a price. The price of oil fell.");
  EXPECT_EQ(marked(highlighter.snippet(article, {25})), "The [price] of [oil] fell.");
}

}  // namespace
}  // namespace dateline::searcher
