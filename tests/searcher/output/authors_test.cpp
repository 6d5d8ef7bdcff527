#include "searcher/output/reference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::searcher {
namespace {

// "Family, Given" where the parts are known, else the text as one.
std::vector<std::string> names(std::string_view byline) {
  std::vector<std::string> names;
  for (const Author& author : authors_of(byline)) {
    names.push_back(author.family.empty() ? author.whole : author.family + ", " + author.given);
  }
  return names;
}

TEST(AuthorsOf, TellsAuthorsFromWhatElseABylineSays) {
  struct Case {
    std::string_view byline;
    std::vector<std::string> names;
  };
  const Case cases[] = {
      {"", {}},
      {" \n", {}},
      {"Ann Example", {"Example, Ann"}},
      {"By Ann Example", {"Example, Ann"}},
      {"Ann Example and Bob Penn", {"Example, Ann", "Penn, Bob"}},
      {"ANN EXAMPLE AND BOB PENN", {"EXAMPLE, ANN", "PENN, BOB"}},
      {"Ann Example, Bob Penn & Cleo Third", {"Example, Ann", "Penn, Bob", "Third, Cleo"}},
      {"Ann Example; Bob Penn", {"Example, Ann", "Penn, Bob"}},
      {"Ilse Vandermeer, Reto Joos", {"Vandermeer, Ilse", "Joos, Reto"}},
      {"Pieter van Aalst", {"van Aalst, Pieter"}},
      {"Jan van der Meer", {"van der Meer, Jan"}},
      {"A. J. Thistlewood (Col., retd.)", {"Thistlewood, A. J."}},
      {"Fergus O'Leary", {"O'Leary, Fergus"}},
      {"Inés Íñiguez", {"Íñiguez, Inés"}},
      {"Martin King, Jr.", {"King Jr., Martin"}},
      {"Dale Swanson, Meridian", {"Swanson, Dale"}},               // where he works
      {"Ann Example, Political Correspondent", {"Example, Ann"}},  // what she is
      {"Ann Example in London", {"Example, Ann"}},
      {"Ann Example, ann@paper.example", {"Example, Ann"}},
      {"Reporting by A. Hack; Editing by B. Pen", {"Hack, A."}},
      {"Reuters Staff", {"Reuters Staff"}},
      {"Reuters", {"Reuters"}},
      {"our own correspondent", {"our own correspondent"}},
      {"Doe, Jane", {"Doe, Jane"}},  // or an agency and a town: kept as printed
      {"王明, 李华", {"王明, 李华"}},
      {"Editing by B. Pen", {"Editing by B. Pen"}},  // better than nobody
  };
  for (const Case& c : cases) EXPECT_EQ(names(c.byline), c.names) << c.byline;
}

TEST(AuthorsOf, KeepsTheWholeNameBesideItsParts) {
  EXPECT_THAT(authors_of("Pieter van Aalst"),
              testing::ElementsAre(Author{"van Aalst", "Pieter", "Pieter van Aalst"}));
}

}  // namespace
}  // namespace dateline::searcher
