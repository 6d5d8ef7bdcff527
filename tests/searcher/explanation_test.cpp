#include "searcher/search/explanation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "searcher/meaning/resolve.h"
#include "searcher/output/page.h"
#include "searcher/query/parser.h"
#include "tests/searcher/meaning/meaning_text.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// An index that knows how many articles match a part, by what it means; every word stands for itself
// and, where stems are asked for, for its plural.
class ExplainTest : public testing::Test {
 protected:
  std::vector<std::string> lines(const std::string& typed) {
    const IndexAnswers index{
        [this](const MeaningNode& node) { return counts_[meaning_text(node)]; },
        [](const AcceptedWords& accepted) {
          std::vector<CountedWord> forms;
          for (const std::string& term : accepted.terms) forms.push_back({term, 3});
          if (!accepted.same_stem_as.empty()) forms.push_back({accepted.same_stem_as + "s", 1});
          return forms;
        }};
    const Query query = std::get<Query>(parse_query(typed, {}));
    return explanation_lines(explain(query, resolve(query, expansions_), index));
  }

  std::map<std::string, std::uint64_t> counts_;
  Expansions expansions_;
};

TEST_F(ExplainTest, TellsEachPartWithItsWordsAndArticles) {
  counts_ = {{"ferry AND NOT strike", 7}, {"ferry", 9}, {"NOT strike", 90}, {"strike", 10}};
  EXPECT_THAT(lines("ferry -strike"),
              ElementsAre("ferry AND NOT strike: 7 articles",  //
                          "  ferry: 9 articles (ferry 3, ferrys 1)",
                          "  NOT strike: 90 articles",  //
                          "    strike: 10 articles (strike 3, strikes 1)"));
}

TEST_F(ExplainTest, TellsWhatPatternsStandFor) {
  counts_ = {{"(ferries|ferry) strike", 1}};
  expansions_[{"ferr*", 0}] = {{"ferries", "ferry"}, true};
  EXPECT_THAT(lines("\"ferr* strike\""),
              ElementsAre("\"ferr* strike\": 1 article (ferries 3, ferry 3; rarer words that it "
                          "stands for were left out)"));
}

TEST_F(ExplainTest, TellsWhichConditionLeavesNothing) {
  counts_ = {{"ferry AND strike", 41}, {"ferry AND date:1999", 2}};
  const auto told = lines("ferry strike date:1999");
  EXPECT_THAT(std::vector<std::string>(told.end() - 3, told.end()),
              ElementsAre("0 as it is, 0 without ferry", "0 as it is, 2 without strike",
                          "0 as it is, 41 without date:1999"));
}

TEST_F(ExplainTest, LooksForTheConditionInsideOfBrackets) {
  counts_ = {{"ferry AND strike", 41}};
  EXPECT_EQ(lines("(ferry strike) date:1999").back(), "0 as it is, 41 without date:1999");
}

TEST_F(ExplainTest, SaysNothingOfConditionsWhereSomethingMatches) {
  counts_ = {{"ferry AND strike", 1}};
  EXPECT_EQ(lines("ferry strike").size(), 3U);
}

TEST_F(ExplainTest, LeavesNoneOutOfVeryManyConditions) {
  std::string typed = "a";
  for (std::size_t i = 1; i < kMaxExplainedConditions; ++i) typed += " a";
  EXPECT_EQ(lines(typed).size(), 1 + 2 * kMaxExplainedConditions);
  EXPECT_EQ(lines(typed + " a").size(), 2 + kMaxExplainedConditions);
}

TEST_F(ExplainTest, NamesTheMostFrequentWordsOnly) {
  Expansion& many = expansions_[{"f*", 0}];
  for (char c = 'a'; c <= 'z'; ++c) many.terms.push_back(std::string("f") + c);
  EXPECT_THAT(lines("f*").front(), testing::HasSubstr("ft 3 and 6 more)"));
}

TEST_F(ExplainTest, PrintsNothingThatDrivesATerminal) {
  EXPECT_THAT(lines("\"a\x1b[31m b\"").front(), testing::Not(testing::HasSubstr("\x1b")));
}

}  // namespace
}  // namespace dateline::searcher
