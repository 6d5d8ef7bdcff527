// Snippets of several pieces.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/utf8.h"
#include "searcher/highlight/snippet.h"
#include "searcher/meaning/resolve.h"
#include "tests/searcher/marked_text.h"

namespace dateline::searcher {
namespace {

std::string snippet(std::string_view query, std::string_view body, const SnippetOptions& size) {
  Highlighter highlighter(resolve(query_of(query)));
  return marked(highlighter.snippet(article_of(body), size));
}

std::string filler(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i) text += "Nothing of any interest is here. ";
  return text;
}

TEST(Fragments, ShowPartsThatStandFarApart) {
  const std::string body = filler(2) + "A cat sat on the mat. " + filler(9) + "The dog ran away.";
  EXPECT_EQ(snippet("cat dog", body, {80}),
            "A [cat] sat on the mat. Nothing of any interest is here. … The [dog] ran away.");
  EXPECT_EQ(snippet("dog cat", body, {80, 1}),
            "A [cat] sat on the mat. Nothing of any interest is here.");
}

TEST(Fragments, AreThreeAtMost) {
  const std::string body = "One cat. " + filler(4) + "A dog. " + filler(4) + "An owl. " +
                           filler(4) + "A hen. " + filler(4);
  EXPECT_EQ(snippet("hen owl dog cat", body, {130}),
            "One [cat]. Nothing of any interest is here. … A [dog]. Nothing of any interest is "
            "here. … An [owl]. Nothing of any interest is here.");
}

TEST(Fragments, GiveWayToOnePieceThatHasAllParts) {
  const std::string body = "A cat. " + filler(9) + "A dog. " + filler(9) + "The cat saw a dog.";
  EXPECT_EQ(snippet("cat dog", body, {80}), "The [cat] saw a [dog].");
}

TEST(Fragments, AreNoMoreThanShowMore) {
  const std::string body = "A cat and dog. " + filler(9) + "An owl. " + filler(9) + "A dog.";
  EXPECT_EQ(
      snippet("cat dog owl", body, {130}),
      "A [cat] and [dog]. Nothing of any interest is here. Nothing of any interest is here. … "
      "An [owl]. Nothing of any interest is here.");
}

TEST(Fragments, AreNotTakenWhereTheyTellNothing) {
  const std::string body = "A cat. " + filler(9) + "A dog.";
  EXPECT_EQ(snippet("cat dog", body, {79}),
            "A [cat]. Nothing of any interest is here. Nothing of any interest is here.");
}

TEST(Fragments, CutSentencesThatDoNotFit) {
  std::string words;
  for (int i = 0; i < 12; ++i) words += "more and more ";
  const std::string body = words + "a cat " + words + ". Then " + words + "the dog " + words + ".";
  EXPECT_EQ(snippet("cat dog", body, {80}),
            "…more and more a [cat] more and more more … more and more the [dog] more and more…");
  EXPECT_EQ(snippet("cat dog", "A cat. " + filler(9) + words + "the dog.", {80}),
            "A [cat]. … more more and more more and more more and more more and more the [dog].");
}

TEST(Fragments, MayBePiecesOfOneSentence) {
  std::string words;
  for (int i = 0; i < 12; ++i) words += "more and more ";
  EXPECT_EQ(snippet("cat dog", words + "cat " + words + "dog " + words, {80}),
            "…more and more [cat] more and more more … more and more [dog] more and more more…");
}

TEST(Fragments, AreOneWhereTheyMeet) {
  EXPECT_EQ(
      snippet("cat dog", "A cat sat there on the mat. The dog ran there and there again.", {80}),
      "A [cat] sat there on the mat. The [dog] ran there and there again.");
}

TEST(Fragments, CountHighlightsInTheJoinedText) {
  Highlighter highlighter(resolve(query_of("cat dog")));
  const std::string body = "Ein Café: cat. " + filler(9) + "Ein é dog.";
  const HighlightedText text = highlighter.snippet(article_of(body), {80});
  for (const auto& [begin, end] : text.highlights) EXPECT_EQ(end - begin, 3u);
  EXPECT_EQ(marked(text), "Ein Café: [cat]. Nothing of any interest is here. … Ein é [dog].");
}

// The parts of "cat dog owl hen" that a text has as whole words.
std::size_t parts_of(const HighlightedText& text) {
  std::size_t parts = 0;
  for (const std::string_view word : {"[cat]", "[dog]", "[owl]", "[hen]"}) {
    if (marked(text).find(word) != std::string::npos) ++parts;
  }
  return parts;
}

RC_GTEST_PROP(FragmentsProperty, ShowNoLessThanOnePieceWithinTheTarget, ()) {
  const std::vector<std::string> pieces = {
      "cat ",     "dog ", "owl. ", "hen ", "É ", "some. Other ", "words between and between ",
      "\n\nThen "};
  std::string body;
  for (const auto& piece :
       *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) {
    body += piece;
  }
  const auto target = *rc::gen::inRange<std::size_t>(1, 200);
  Highlighter highlighter(resolve(query_of("cat dog owl hen")));
  const Article article = article_of(body);
  const HighlightedText one = highlighter.snippet(article, {target, 1});
  const HighlightedText several = highlighter.snippet(article, {target, 3});
  RC_LOG() << marked(one) << "\n" << marked(several) << "\n";
  RC_ASSERT(parts_of(several) >= parts_of(one));
  if (parts_of(several) == parts_of(one)) RC_ASSERT(several.text == one.text);
  if (several.text != one.text) RC_ASSERT(count_characters(several.text) <= target + 2);  // "…"
  std::size_t last = 0;
  for (const auto& [begin, end] : several.highlights) {
    RC_ASSERT(last <= begin && begin < end);
    last = end;
  }
  RC_ASSERT(last <= count_characters(several.text));
}

}  // namespace
}  // namespace dateline::searcher
