#include "searcher/meaning/resolve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/query/parser.h"
#include "tests/searcher/match/small_segment.h"
#include "tests/searcher/meaning/meaning_text.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Query understood(std::string_view typed) {
  return std::get<Query>(parse_query(typed, {}));
}

Node word(const std::string& typed, const Field& field = {}) {
  return Node{WordNode{typed, Form::kStem, field}};
}

TEST(Resolve, SaysOfEveryLeafWhatItAsks) {
  const struct {
    std::string_view typed;
    std::string_view asks;
  } cases[] = {
      {"ferry -strike", "ferry AND NOT strike"},
      {"\"The Ferry\" OR headline:Oil", "the ferry OR oil"},
      {"oil w/5 (price OR cost)", "oil NEAR price OR cost"},
      {"atleast3(syn(oil petroleum))", "atleast3(syn(oil petroleum))"},
      {"defence", "(defence|defense)"},
      {"source:\"The Courier\"", "source:the courier"},
      {"id:a-1", "id"},
      {"url:http://a.example/b", "url:a b example http"},
      {"date:1999 words:>9 copies:2 undated:", "date:1999 AND words:10 AND copies:2 AND undated:"},
      {"\"a * c\"", "a * c"},
      {"*", "*"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.typed);
    EXPECT_EQ(meaning_text(resolve(understood(c.typed)).root), c.asks);
  }
}

TEST(Resolve, FindsNothingInSigns) {
  EXPECT_EQ(meaning_text(resolve({word("!!")}).root), "nothing");
  EXPECT_EQ(meaning_text(resolve({word("!!", "source")}).root), "source:nothing");
  EXPECT_EQ(meaning_text(resolve({word("!!", "url")}).root), "url:");
}

TEST(Resolve, MultipliesWeights) {
  const Meaning meaning = resolve(understood("(oil^2 OR gas)^3"));
  EXPECT_EQ(meaning.root.weight, 3);
  EXPECT_EQ(parts_of(meaning.root)[0].weight, 6);
  EXPECT_EQ(parts_of(meaning.root)[1].weight, 3);
}

TEST(Resolve, PutsTheWordsOfThePatternsOfAllTextInTheirPlace) {
  NearNode near;
  near.sides = {word("a*"),
                Node{SynonymNode{{word("b*"), Node{PhraseNode{"c* d", Form::kSpelling, ""}}}}}};
  AndNode all;
  all.children = {Node{near}, Node{NotNode{{word("e~")}}},
                  Node{OrNode{{word("f*", "headline"), word("a*")}}},
                  Node{AtLeastNode{2, {word("g*", "hlead")}}}, word("plain?")};
  Expansions expansions;
  for (const char* letter : {"a", "b", "c", "f", "g"}) {
    expansions[{std::string(letter) + '*', 0}].terms = {std::string(letter) + "1",
                                                        std::string(letter) + "2"};
  }
  expansions[{"e", 1}].terms = {"ee"};
  EXPECT_EQ(meaning_text(resolve({Node{all}}, expansions).root),
            "(a1|a2) NEAR syn((b1|b2) (c1|c2) d) AND NOT ee AND (f1|f2) OR (a1|a2) AND "
            "atleast2((g1|g2)) AND plain");
}

TEST(Resolve, LeavesOutPatternsThatStandForNothing) {
  const Meaning meaning =
      resolve(understood("oil missil* \"big missil*\""), {{{"missil*", 0}, {}}});
  EXPECT_EQ(meaning_text(meaning.root), "oil AND nothing AND nothing");
  EXPECT_TRUE(std::get<AskedText>(parts_of(meaning.root)[1].value).has_pattern);
  EXPECT_FALSE(std::get<AskedText>(parts_of(meaning.root)[0].value).has_pattern);
}

TEST(Resolve, SharesTheLimitsOutAmongPatterns) {
  std::string many;
  for (char c = 'a'; c <= 'z'; ++c) {
    for (int i = 0; i < 40; ++i) {
      many += std::string(1, c) + static_cast<char>('a' + i % 26) + std::to_string(i) + ' ';
    }
  }
  const SmallSegment segment(std::vector<SmallArticle>{{"", many}});
  AndNode all;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) all.children.push_back(word(std::string{a, b, '*'}));
  }
  const Meaning meaning = resolve(Query{Node{all}}, Vocabulary({&segment.index()}));
  ASSERT_THAT(parts_of(meaning.root), SizeIs(676));
  std::size_t words = 0;
  std::size_t empty = 0;
  for (const MeaningNode& part : parts_of(meaning.root)) {
    const auto& text = std::get<AskedText>(part.value);
    empty += text.words.readings.empty() ? 1 : 0;
    if (text.words.readings.empty()) {
      EXPECT_TRUE(text.is_cut);
    } else {
      words += text.words.readings[0][0].terms.size();
    }
  }
  EXPECT_LE(words, kMaxExpandedWords);
  EXPECT_EQ(empty, 676 - kMaxPatterns);
  EXPECT_THAT(meaning.notes, SizeIs(676 - kMaxPatterns));
}

TEST(Resolve, SaysWhatWasLeftOut) {
  const Query query = understood("climat* missil*");
  EXPECT_THAT(resolve(query, {{{"climat*", 0}, {std::vector<std::string>(1'024, "x"), true, 3'100}},
                              {{"missil*", 0}, {{"missile"}, false, 1}}})
                  .notes,
              ElementsAre("climat* stands for 1,024 of 3,100 words; the rest was left out"));
  EXPECT_THAT(resolve(query).notes, IsEmpty());
}

TEST(SingleWord, IsNoPhraseAndNoSign) {
  EXPECT_EQ(single_word("Ferry", Form::kExact)->terms, std::vector<std::string>{"ferry"});
  EXPECT_FALSE(single_word("harbour-bridge", Form::kStem));
  EXPECT_FALSE(single_word("!", Form::kStem));
}

TEST(LeftOutAsUndated, IsWhatWouldMatchIfDatesDidNotMatter) {
  const auto left_out = [](std::string_view typed) -> std::string {
    const auto node = left_out_as_undated(resolve(understood(typed)).root);
    return node ? meaning_text(*node) : "none";
  };
  EXPECT_EQ(left_out("oil date:1999"), "oil AND undated: AND undated: AND NOT oil AND date:1999");
  EXPECT_EQ(left_out("oil"), "none");
  EXPECT_EQ(left_out("oil -date:1999"), "none");
}

}  // namespace
}  // namespace dateline::searcher
