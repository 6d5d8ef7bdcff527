#include "searcher/words/query_expansion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/query/parser.h"
#include "tests/searcher/match/small_segment.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Node word(const std::string& typed, const Field& field = {}) {
  return Node{WordNode{typed, Form::kStem, field}};
}

TEST(QueryExpansion, CollectsThePatternsOfAllTextOnce) {
  NearNode near;
  near.sides = {word("a*"),
                Node{SynonymNode{{word("b*"), Node{PhraseNode{"c* d", Form::kSpelling, ""}}}}}};
  AndNode all;
  all.children = {Node{near},
                  Node{NotNode{{word("e~")}}},
                  Node{OrNode{{word("f*", "headline"), word("a*")}}},
                  Node{AtLeastNode{2, {word("g*", "hlead")}}},
                  word("h*", "source"),
                  word("plain?")};
  std::vector<std::string> shown;
  for (const WordPattern& pattern : patterns_of(Query{Node{all}}))
    shown.push_back(to_string(pattern));
  EXPECT_THAT(shown, ElementsAre("a*", "b*", "c*", "e~1", "f*", "g*"));
}

TEST(QueryExpansion, SharesTheLimitsOutAmongPatterns) {
  std::string many;
  for (char c = 'a'; c <= 'z'; ++c) {
    for (int i = 0; i < 40; ++i) {
      many += std::string(1, c) + static_cast<char>('a' + i % 26) + std::to_string(i) + ' ';
    }
  }
  const SmallSegment segment(std::vector<SmallArticle>{{"", many}});
  AndNode all;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (const char* b : {"*", "a*", "b*"}) all.children.push_back(word(std::string(1, a) + b));
  }
  const Expansions expansions = expansions_of(Query{Node{all}}, Vocabulary({&segment.index()}));
  EXPECT_THAT(expansions, SizeIs(78));
  std::size_t words = 0;
  std::size_t empty = 0;
  for (const auto& [pattern, expansion] : expansions) {
    words += expansion.terms.size();
    empty += expansion.terms.empty() ? 1 : 0;
  }
  EXPECT_LE(words, kMaxExpandedWords);
  EXPECT_EQ(empty, 78 - kMaxPatterns);
  EXPECT_THAT(notes_on(expansions), SizeIs(78 - kMaxPatterns));
}

TEST(QueryExpansion, SaysWhatWasLeftOut) {
  EXPECT_THAT(notes_on({{{"climat*", 0}, {std::vector<std::string>(1'024, "x"), true, 3'100}},
                        {{"missil*", 0}, {{"missile"}, false, 1}}}),
              ElementsAre("climat* stands for 1,024 of 3,100 words; the rest was left out"));
  EXPECT_THAT(notes_on({}), IsEmpty());
}

}  // namespace
}  // namespace dateline::searcher
