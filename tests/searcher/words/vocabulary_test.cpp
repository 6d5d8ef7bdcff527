#include "searcher/words/vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/searcher/match/small_segment.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Articles = std::vector<SmallArticle>;

TEST(Vocabulary, FindsTheWordsOfAPatternInAllSegments) {
  const SmallSegment first(Articles{{"Missiles", "A missile of the US mission; use it with us."}});
  const SmallSegment second(
      Articles{{"", "The missile missed. Missouri is no mission. Mis-sell 2% of 9/11."}});
  const Vocabulary vocabulary({&first.index(), &second.index()});

  EXPECT_THAT(vocabulary.expand({"missil*", 0}).terms, ElementsAre("missile", "missiles"));
  EXPECT_THAT(vocabulary.expand({"mis*n", 0}).terms, ElementsAre("mission"));
  EXPECT_THAT(vocabulary.expand({"*ou*", 0}).terms, ElementsAre("missouri"));
  EXPECT_THAT(vocabulary.expand({"us?", 0}).terms, ElementsAre("use"));
  EXPECT_THAT(vocabulary.expand({"us*", 0}).terms, ElementsAre("US", "us", "use"));
  EXPECT_THAT(vocabulary.expand({"misile", 1}).terms, ElementsAre("missile"));
  EXPECT_THAT(vocabulary.expand({"misile", 2}).terms, ElementsAre("missile", "missiles"));
  EXPECT_THAT(vocabulary.expand({"ues", 1}).terms, ElementsAre("US", "us", "use"));
  EXPECT_THAT(vocabulary.expand({"9*", 0}).terms, ElementsAre("9"));
  EXPECT_THAT(vocabulary.expand({"zebra*", 0}).terms, IsEmpty());
}

TEST(Vocabulary, KeepsTheWordsOfMostArticlesAndSaysThatItCut) {
  const SmallSegment first(Articles{{"", "cat cow crow"}, {"", "cow crow"}});
  const SmallSegment second(Articles{{"", "crow cat"}, {"", "crane"}, {"", "cow"}});
  const Vocabulary vocabulary({&first.index(), &second.index()});

  const PatternWords words = vocabulary.words_of({"c*", 0}, {2, 1'000});
  ASSERT_EQ(words.words.size(), 2u);
  EXPECT_EQ(words.words[0].word, "cow");
  EXPECT_EQ(words.words[0].articles, 3u);
  EXPECT_EQ(words.words[1].word, "crow");
  EXPECT_EQ(words.found, 4u);
  EXPECT_TRUE(words.cut);
  EXPECT_FALSE(vocabulary.words_of({"c*", 0}, {4, 1'000}).cut);
}

TEST(Vocabulary, StopsWhereItHasLookedAtTooManyWords) {
  const SmallSegment segment(Articles{{"", "a b c d e f g h"}});
  const PatternWords words = Vocabulary({&segment.index()}).words_of({"*", 0}, {100, 3});
  EXPECT_EQ(words.words.size(), 3u);
  EXPECT_TRUE(words.cut);
}

TEST(Vocabulary, OfNoSegmentIsEmpty) {
  EXPECT_THAT(Vocabulary({}).expand({"a*", 0}).terms, IsEmpty());
  EXPECT_FALSE(Vocabulary({}).expand({"a*", 0}).cut);
}

// Words over a few letters, so that they are near one another; some of several bytes.
rc::Gen<std::string> words_alike() {
  const auto letter = rc::gen::element<std::string>("a", "b", "c", "ш", "ж", "1");
  return rc::gen::map(
      rc::gen::resize(7, rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(letter))),
      [](const std::vector<std::string>& letters) {
        std::string word;
        for (const std::string& one : letters) word += one;
        return word;
      });
}

WordPattern with_wildcards(std::string text) {
  std::string collapsed;
  for (const char c : text) {
    const char sign = c == '1' ? '*' : c;
    if (sign != '*' || !collapsed.ends_with('*')) collapsed += sign;
  }
  return {collapsed, 0};
}

std::vector<std::string> by_definition(const WordPattern& pattern, const TextIndex& index) {
  std::vector<std::string> terms;
  for (auto cursor = index.words().begin(); !cursor.done(); cursor.next()) {
    if (matches(pattern, cursor.text())) terms.emplace_back(cursor.text());
  }
  return terms;
}

RC_GTEST_PROP(VocabularyProperty, FindsTheWordsThatMatch, ()) {
  const auto words =
      *rc::gen::resize(200, rc::gen::container<std::vector<std::string>>(words_alike()));
  std::string text = "US it IT 2% $4.5m 9/11";
  for (const std::string& word : words) text += ' ' + word;
  const SmallSegment segment(Articles{{"", text, kUndated, "en"}});
  const Vocabulary vocabulary({&segment.index()});

  const std::string typed = *words_alike();
  std::vector<WordPattern> patterns = {{typed, 1}, {typed, 2}, with_wildcards(typed)};
  std::string ones = typed;
  std::replace(ones.begin(), ones.end(), 'b', '?');
  patterns.push_back(with_wildcards(ones));
  patterns.push_back({"us", 1});
  patterns.push_back({"*4*", 0});
  for (const WordPattern& pattern : patterns) {
    RC_LOG() << to_string(pattern) << '\n';
    RC_ASSERT(vocabulary.expand(pattern).terms == by_definition(pattern, segment.index()));
  }
}

}  // namespace
}  // namespace dateline::searcher
