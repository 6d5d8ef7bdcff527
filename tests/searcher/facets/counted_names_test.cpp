#include "searcher/facets/counted_names.h"

#include <gtest/gtest.h>

namespace dateline::searcher {
namespace {

std::vector<std::string> spellings(std::string_view field, std::string_view value) {
  CountedNames counted;
  std::vector<std::string> spellings;
  for (const CountedName& name : counted.names(field, value)) spellings.push_back(name.spelling);
  return spellings;
}

TEST(CountedNames, AreTheParts) {
  struct Case {
    std::string_view field;
    std::string_view value;
    std::vector<std::string> spellings;
  };
  const Case cases[] = {
      {"section", "UK News", {"UK News"}},
      {"section", "Arts, Books and Music", {"Arts, Books and Music"}},
      {"byline", "Ann Penn", {"Ann Penn"}},
      {"byline", "Ann Penn AND Leo Roe", {"Ann Penn", "Leo Roe"}},
      {"byline", "ANN PENN ET LEO ROE", {"ANN PENN", "LEO ROE"}},
      {"byline", "Ann Penn, Leo Roe", {"Ann Penn", "Leo Roe"}},
      {"byline", "Ann Penn, ANN PENN", {"Ann Penn"}},
      {"byline", "Reporting By Ann Penn", {"Ann Penn"}},
      {"byline", "José Pérez", {"José Pérez"}},
      {"authors", "Lord, Peter; de la Cruz, Ana", {"Peter Lord", "Ana de la Cruz"}},
      {"place", "NEW YORK/CHICAGO", {"NEW YORK", "CHICAGO"}},
      {"place", "/", {"/"}},
      {"agency", "(Reuters)", {"Reuters"}},
      {"agency", "The Associated Press", {"Associated Press"}},
      {"agency", "AP Sports", {"AP"}},
      {"agency", "AP/Reuters", {"AP", "Reuters"}},
      {"agency", "dpa/lno", {"dpa"}},
      {"agency", "Coastal News/Wire", {"Coastal News/Wire"}},
      {"rating", "--", {"--"}},
  };
  for (const Case& c : cases) EXPECT_EQ(spellings(c.field, c.value), c.spellings) << c.value;
}

TEST(CountedNames, AreOneWhereTheFieldIsSearchedAlike) {
  struct Case {
    std::string_view field;
    std::string_view one;
    std::string_view other;
    bool together;
  };
  const Case cases[] = {
      {"section", "UK News", "UK news", true},
      {"section", "U.K. News", "uk news", true},
      {"section", "Café", "CAFE", true},
      {"section", "Sports & Leisure", "Sports  &  leisure", true},
      {"section", "US", "us", true},
      {"section", "News", "New", false},
      {"section", "Art", "Arts", false},
      {"rating", "A-", "A", false},
      {"rating", "C++", "C", false},
      {"rating", "-1", "1", false},
      {"byline", "Doe, Jane", "Jane Doe", true},
      {"byline", "KANE, Martin, Jr.", "Martin Kane Jr", true},
      {"agency", "Agence France-Presse", "AFP", true},
      {"agency", "AFP", "AP", false},
  };
  CountedNames counted;
  for (const Case& c : cases) {
    const auto one = counted.names(c.field, c.one).front().key;
    const auto other = counted.names(c.field, c.other).front().key;
    EXPECT_EQ(one == other, c.together) << c.one << ", " << c.other;
  }
}

TEST(CountedNames, PreferNamesThatAreNotShouted) {
  EXPECT_TRUE(is_better_spelling("Ann Penn", "ANN PENN"));
  EXPECT_TRUE(is_better_spelling("Reuters", "Reuters Staff"));
  EXPECT_FALSE(is_better_spelling("REUTERS", "Reuters"));
  EXPECT_TRUE(is_better_spelling("US", "us"));
  EXPECT_TRUE(is_better_spelling("Ann", "Bob"));
}

}  // namespace
}  // namespace dateline::searcher
