#include "searcher/highlight/snippet.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "common/utf8.h"
#include "searcher/meaning/resolve.h"
#include "tests/searcher/marked_text.h"

namespace dateline::searcher {
namespace {

std::string lit(std::string_view query, std::string_view body) {
  Highlighter highlighter(resolve(query_of(query)));
  return marked(highlighter.highlight_body(article_of(body)));
}

std::string snippet(std::string_view query, std::string_view body, std::size_t target = 280) {
  Highlighter highlighter(resolve(query_of(query)));
  return marked(highlighter.snippet(article_of(body), {target}));
}

TEST(Highlighter, LightsWordsInTheFormsThatTheQueryAllows) {
  EXPECT_EQ(lit("election", "The elections elected an Elect."),
            "The [elections] [elected] an [Elect].");
  EXPECT_EQ(lit("defence", "Defense and defences"), "[Defense] and [defences]");
  EXPECT_EQ(lit("\"defence\"", "Defense and defences"), "[Defense] and defences");
  EXPECT_EQ(lit("=defence", "Defence, defense"), "[Defence], defense");
  EXPECT_EQ(lit("cafe", "The Café’s café"), "The [Café]’s [café]");
}

TEST(Highlighter, TellsInitialismsFromWords) {
  EXPECT_EQ(lit("US", "It told us of the U.S. and the US’s aim"),
            "It told us of the [U.S.] and the [US]’s aim");
  EXPECT_EQ(lit("us", "told us, the U.S."), "told [us], the [U.S.]");
  EXPECT_EQ(lit("=us", "told us, the U.S."), "told [us], the U.S.");
}

TEST(Highlighter, LightsPhrasesAsAWholeAndNowhereElse) {
  EXPECT_EQ(lit("\"white house\"", "A white cat. The White House; white, house."),
            "A white cat. The [White House]; [white, house].");
  EXPECT_EQ(lit("\"a b a\"", "a b a b a"), "[a b a b a]");
  EXPECT_EQ(lit("\"white house\" white", "white house white"), "[white house] [white]");
}

TEST(Highlighter, LightsCompoundsAndTheirPartsAlike) {
  EXPECT_EQ(lit("e-mail", "An e-mail, an email, e mails, emails"),
            "An [e-mail], an [email], e mails, [emails]");
  EXPECT_EQ(lit("e-mail", "by e mail"), "by [e mail]");
  EXPECT_EQ(lit("email", "E-mails!"), "[E-mails]!");
  EXPECT_EQ(lit("G7", "the G-7 and G7"), "the [G-7] and [G7]");
  EXPECT_EQ(lit("\"send email now\"", "send e-mail now"), "[send e-mail now]");
  EXPECT_EQ(lit("\"send e-mail now\"", "send email now"), "[send email now]");
  EXPECT_EQ(lit("\"email now\"", "send e-mail now"), "send [e-mail now]");
  EXPECT_EQ(lit("\"send email\"", "send e-mail now"), "[send e-mail] now");
}

TEST(Highlighter, LightsSymbolsOnlyAsTyped) {
  EXPECT_EQ(lit("9/11", "On 9/11 at 9, 11 men"), "On [9/11] at 9, 11 men");
  EXPECT_EQ(lit("$4.5m", "4.5m or $4.5m"), "4.5m or [$4.5m]");
  EXPECT_EQ(lit("\"the 9/11 attacks\"", "the 9/11 attacks"), "[the 9/11 attacks]");
  EXPECT_EQ(lit("11", "On 9/11"), "On 9/[11]");
}

TEST(Highlighter, LightsEveryPositivePartOnly) {
  EXPECT_EQ(lit("(cat OR dog) -mouse", "cat dog mouse"), "[cat] [dog] mouse");
  EXPECT_EQ(lit("place:tokyo cat date:2023", "tokyo cat 2023"), "tokyo [cat] 2023");
  EXPECT_EQ(lit("headline:cat dog", "cat dog"), "cat [dog]");
}

TEST(Highlighter, RestrictsHeadlinePartsToTheHeadline) {
  Highlighter highlighter(resolve(query_of("headline:cat dog topics:bird")));
  const Article article = article_of("cat", "Cat, dog and bird");
  EXPECT_EQ(marked(highlighter.highlight_headline(article)), "[Cat], [dog] and bird");
}

TEST(Highlighter, StemsInTheLanguageOfTheArticle) {
  Highlighter highlighter(resolve(query_of("wahlen")));
  Article article = article_of("Die Wahl.");
  EXPECT_EQ(marked(highlighter.highlight_body(article)), "Die Wahl.");
  article.language = "de";
  EXPECT_EQ(marked(highlighter.highlight_body(article)), "Die [Wahl].");
}

TEST(Snippet, ShowsWholeSentencesUpToTheTarget) {
  const std::string_view body = "One is here. Two is a cat. Three follows it. Four is far away.";
  EXPECT_EQ(snippet("cat", body, 34), "Two is a [cat]. Three follows it.");
  EXPECT_EQ(snippet("cat", body, 8), "Two is a [cat].");
  EXPECT_EQ(snippet("cat", body, 500), "Two is a [cat]. Three follows it. Four is far away.");
}

TEST(Snippet, PrefersMostDifferentPartsThenTheFirst) {
  const std::string_view body =
      "A cat sat, cat and cat. A dog ran off. The cat saw a dog. The dog saw a cat.";
  EXPECT_EQ(snippet("cat dog", body, 18), "The [cat] saw a [dog].");
}

TEST(Snippet, TakesTheBeginningWhereOnlyTheHeadlineMatched) {
  EXPECT_EQ(snippet("bird", "  One cat. Two cats. Three.", 19), "One cat. Two cats.");
  EXPECT_EQ(snippet("bird", ""), "");
  EXPECT_EQ(snippet("bird", " -- "), "--");
}

TEST(Snippet, IsOneLine) {
  EXPECT_EQ(snippet("cat", "A\n  cat\tsat\r\n\r\ndown."), "A [cat] sat down.");
  EXPECT_EQ(snippet("\"cat sat\"", "A cat\n sat."), "A [cat sat].");
}

TEST(Snippet, KeepsQuotesWithTheirSentence) {
  EXPECT_EQ(snippet("cat", "He left. “The cat,” she said. \"Then?\"", 22),
            "“The [cat],” she said.");
}

TEST(Snippet, CutsALongSentenceBetweenWords) {
  std::string body;
  for (int i = 0; i < 50; ++i) body += "some words without end ";
  body += "then a cat and a dog appear ";
  for (int i = 0; i < 50; ++i) body += "some words without end ";
  EXPECT_EQ(snippet("cat dog", body, 40), "…end then a [cat] and a [dog] appear some…");
  EXPECT_EQ(snippet("bird", body, 12), "some words…");
}

TEST(Snippet, CutsAWordLongerThanTheTarget) {
  EXPECT_EQ(snippet("bird", std::string(1000, 'x'), 10), std::string(10, 'x') + "…");
}

TEST(Snippet, CountsHighlightsInCodePoints) {
  Highlighter highlighter(resolve(query_of("cat")));
  const auto text = highlighter.snippet(article_of("Élan “é” cat."), {});
  const std::vector<std::pair<std::size_t, std::size_t>> expected = {{9, 12}};
  EXPECT_EQ(text.highlights, expected);
}

RC_GTEST_PROP(SnippetProperty, HighlightsAscendInsideTheText, (std::string noise)) {
  const std::vector<std::string> pieces = {"cat ", "dog",   ". ", "A ", "e-mail ",
                                           "\n\n", "9/11 ", "é",  noise};
  std::string body;
  for (const auto& piece :
       *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) {
    body += piece;
  }
  Highlighter highlighter(resolve(query_of("cat OR \"dog a\" OR email OR 9/11")));
  const auto text = highlighter.snippet(article_of(body), {*rc::gen::inRange<std::size_t>(0, 60)});
  std::size_t last = 0;
  for (const auto& [begin, end] : text.highlights) {
    RC_ASSERT(last <= begin && begin < end);
    last = end;
  }
  RC_ASSERT(last <= count_characters(text.text));
  RC_ASSERT(text.text.find('\n') == std::string::npos);
}

}  // namespace
}  // namespace dateline::searcher
