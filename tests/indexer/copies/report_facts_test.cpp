#include "indexer/copies/report_facts.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer {
namespace {

Article article(const std::string& body, const std::string& source = "Wire", unsigned day = 2) {
  using namespace std::chrono;
  Article article;
  article.body = body;
  article.source = source;
  article.published.local = local_days{year{1987} / 3 / day};
  article.published.precision = Precision::kDay;
  return article;
}

bool is_template(const Article& a, const Article& b) {
  const ReportFacts one = facts_of(a), other = facts_of(b);
  EXPECT_EQ(are_of_one_template(one, other), are_of_one_template(other, one));
  return are_of_one_template(one, other);
}

TEST(FactsOf, AreTheNumbersAndNamesOfABody) {
  const auto facts =
      facts_of(article("Shares of Aldwyn rose 1.2 percent to 4,311. Banks led Aldwyn, "
                       "J. Orton said at 10-1/2, and 4311 it was."));
  EXPECT_EQ(facts.numbers.size(), 3u);  // 1.2, 4311, 10-1/2
  EXPECT_EQ(facts.names.size(), 2u);    // Aldwyn, Orton
}

constexpr const char* kMarket =
    "Shares on the exchange closed 1.2 percent higher, with the index at 4,311 points.";
constexpr const char* kMarketLater =
    "Shares on the exchange closed 0.4 percent higher, with the index at 4,328 points.";

TEST(Templates, AreTheSameSentencesWithOtherNumbers) {
  EXPECT_TRUE(is_template(article(kMarket), article(kMarketLater, "Wire", 3)));
  EXPECT_TRUE(is_template(article(kMarket), article(kMarketLater)));  // morning and evening
  EXPECT_TRUE(is_template(article(kMarket), article(kMarketLater, "Courier", 9)));
  EXPECT_FALSE(is_template(article(kMarket), article(kMarket)));
  EXPECT_FALSE(is_template(article(kMarket), article(kMarket, "Courier", 9)));
}

TEST(Templates, AreTheSameSentencesWithOtherNames) {
  const Article oslo =
      article("Rain is expected in Oslo, where Ada Orton of the Met Office spoke.");
  const Article bern = article("Rain is expected in Bern, where Leo Roe of the Met Office spoke.");
  EXPECT_TRUE(is_template(oslo, bern));
  EXPECT_TRUE(is_template(article("The firm Aldwyn earned 12 cents a share against 7."),
                          article("The firm Brink earned 31 cents a share against 9.")));
}

TEST(Templates, AreNotWhatWasShortenedOrEdited) {
  const std::string story =
      "The bridge at Aldwyn carries 74,000 cars, Mayor Orton said on Monday. The repair takes 9 "
      "days "
      "and costs 2 million. Two boats of the Brink Line help out until May 3.";
  const std::string shortened = story.substr(0, story.find(" The repair"));
  EXPECT_FALSE(is_template(article(story), article(shortened, "Courier", 3)));
  std::string edited = story;
  edited.replace(edited.find("9 days"), 6, "10 days");
  EXPECT_FALSE(is_template(article(story), article(edited, "Courier", 3)));
  std::string loud = story;
  for (char& c : loud) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_FALSE(is_template(article(story), article(loud, "Courier", 2)));
}

// A wire sends its story again after the weekend; two weeks later the same words are news.
TEST(Templates, AreToldFromRepeatsByTheDayInTheDateline) {
  const std::string text = " - The bank left its rates unchanged after a meeting in Brink.";
  const Article first = article("ALDWYN, March 5" + text, "Wire", 5);
  EXPECT_FALSE(is_template(first, article("ALDWYN, March 7" + text, "Wire", 7)));
  EXPECT_TRUE(is_template(first, article("ALDWYN, March 19" + text, "Wire", 19)));
  EXPECT_FALSE(is_template(first, article("ALDWYN, March 5" + text, "Wire", 19)));
  EXPECT_FALSE(is_template(first, article("ALDWYN, March 19" + text, "Courier", 19)));
}

TEST(Templates, OfOneDayAreAsLongAsEachOther) {
  const std::string more = " The rest of what the exchange said stays as it is.";
  EXPECT_TRUE(is_template(article(kMarket + more), article(kMarketLater + more)));
  EXPECT_FALSE(is_template(article(kMarket), article(kMarketLater + more)));
}

TEST(Templates, MayWriteNumbersAsWords) {
  EXPECT_TRUE(is_template(article("The Bank added two billion, dealers said."),
                          article("The Bank added 1.5 billion, dealers said.", "Wire", 3)));
  EXPECT_FALSE(is_template(article("The Bank added two billion, dealers said."),
                           article("The Bank added 2 billion, dealers said.", "Wire", 3)));
}

TEST(Templates, AreNotTheSameTextInOtherSigns) {
  EXPECT_FALSE(is_template(
      article("At the Met, Orton's aide Leo Roe's \"Aldwyn Plan\" met Brink's - until May."),
      article(
          "At the Met, Orton\u2019s aide Leo Roe\u2019s \u201CAldwyn Plan\u201D met Brink\u2019s "
          "\u2013 until May.",
          "Courier", 9)));
}

TEST(Templates, AreToldWithoutAnyDate) {
  Article one = article(kMarket), other = article(kMarketLater);
  one.published = {};
  EXPECT_TRUE(is_template(one, other));
  EXPECT_TRUE(may_be_within_days(facts_of(one), facts_of(other), 0));
  other.source.clear();
  EXPECT_FALSE(is_template(one, other));  // two numbers of texts that may be of two papers
}

}  // namespace
}  // namespace dateline::indexer
