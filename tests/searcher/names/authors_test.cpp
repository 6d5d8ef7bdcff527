#include "searcher/names/authors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::searcher {
namespace {

// "Family, Given, Suffix" where the parts are known, else the text as one.
std::vector<std::string> names(std::string_view byline) {
  std::vector<std::string> names;
  for (const Author& author : authors_of(byline)) {
    const std::string suffix = author.suffix.empty() ? "" : ", " + author.suffix;
    names.push_back(author.family.empty() ? author.whole
                                          : author.family + ", " + author.given + suffix);
  }
  return names;
}

TEST(AuthorsOf, TellsAuthorsFromWhatElseABylineSays) {
  struct AuthorsCase {
    std::string_view byline;
    std::vector<std::string> names;
  };
  const AuthorsCase cases[] = {
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
      {"Martin King, Jr.", {"King, Martin, Jr."}},
      {"Dale Swanson, Meridian", {"Swanson, Dale"}},               // where he works
      {"Ann Example, Political Correspondent", {"Example, Ann"}},  // what she is
      {"Ann Example in London", {"Example, Ann"}},
      {"Ann Example, ann@paper.example", {"Example, Ann"}},
      {"Reporting by A. Hack; Editing by B. Pen", {"Hack, A."}},
      {"Reuters Staff", {"Reuters Staff"}},
      {"Reuters", {"Reuters"}},
      {"our own correspondent", {"our own correspondent"}},
      {"Doe, Jane", {"Doe, Jane"}},  // or an agency and a town: kept as printed
      {"王明, 李华", {"王明", "李华"}},
      {"Editing by B. Pen", {"Editing by B. Pen"}},  // better than nobody
  };
  for (const AuthorsCase& c : cases) EXPECT_EQ(names(c.byline), c.names) << c.byline;
}

struct NamesCase {
  std::string_view byline;
  std::vector<std::string> names;
};

void expect_names(const std::vector<NamesCase>& cases) {
  for (const NamesCase& c : cases) EXPECT_EQ(names(c.byline), c.names) << c.byline;
}

TEST(AuthorsOf, PutsTheFamilyNameFirstWithItsParticles) {
  expect_names({
      {"Anna van der Berg", {"van der Berg, Anna"}},
      {"Maria de la Cruz", {"de la Cruz, Maria"}},
      {"MARIA DE LA CRUZ", {"DE LA CRUZ, MARIA"}},
      {"Maria De La Cruz", {"De La Cruz, Maria"}},
      {"Thomas de Maizi\u00E8re", {"de Maizi\u00E8re, Thomas"}},
      {"Luiz da Silva", {"da Silva, Luiz"}},
      {"Rita dos Santos", {"dos Santos, Rita"}},
      {"Karl von und zu Guttenfels", {"von und zu Guttenfels, Karl"}},
      {"Luca della Torre", {"della Torre, Luca"}},
      {"Omar bin Zayid", {"bin Zayid, Omar"}},
      {"Tariq Abu Hamza", {"Abu Hamza, Tariq"}},
      {"Bashir al-Hariri", {"al-Hariri, Bashir"}},
      {"Jeanne d'Arcy", {"d'Arcy, Jeanne"}},
      {"Jos\u00E9 Ortega y Gasset", {"Ortega y Gasset, Jos\u00E9"}},
      {"Dirk ter Horst", {"ter Horst, Dirk"}},
      {"John Ben Smith", {"Smith, John Ben"}},  // given names
      {"Mary E Smith", {"Smith, Mary E"}},
      {"Van Morrow", {"Morrow, Van"}},
      {"\u0410\u043D\u043D\u0430 \u0418\u0432\u0430\u043D\u043E\u0432\u0430",
       {"\u0418\u0432\u0430\u043D\u043E\u0432\u0430, \u0410\u043D\u043D\u0430"}},
  });
}

TEST(AuthorsOf, TellsSuffixesFromFamilyNames) {
  expect_names({
      {"Martin Kane Jr.", {"Kane, Martin, Jr."}},
      {"Martin Kane Jr", {"Kane, Martin, Jr"}},
      {"Martin Luther Kane III", {"Kane, Martin Luther, III"}},
      {"MARTIN KANE, JR., AND ANN EXAMPLE", {"KANE, MARTIN, JR.", "EXAMPLE, ANN"}},
      {"Kane, Martin, Jr.", {"Kane, Martin, Jr."}},
  });
}

TEST(AuthorsOf, DividesListsInManyLanguages) {
  const std::vector<std::string> both = {"Penn, Ann", "Roe, Leo"};
  for (const char* byline : {"Ann Penn and Leo Roe",
                             "Ann Penn & Leo Roe",
                             "Ann Penn, Leo Roe",
                             "Ann Penn; Leo Roe",
                             "Ann Penn / Leo Roe",
                             "Ann Penn/Leo Roe",
                             "Ann Penn | Leo Roe",
                             "Ann Penn, and Leo Roe",
                             "Ann Penn with Leo Roe",
                             "Ann Penn und Leo Roe",
                             "Ann Penn et Leo Roe",
                             "Ann Penn y Leo Roe",
                             "Ann Penn e Leo Roe",
                             "Ann Penn en Leo Roe",
                             "Ann Penn och Leo Roe",
                             "Ann Penn og Leo Roe",
                             "Ann Penn ja Leo Roe",
                             "Ann Penn ve Leo Roe",
                             "Ann Penn i Leo Roe",
                             "Ann Penn \u0438 Leo Roe",
                             "Ann Penn\u3001Leo Roe",
                             "Ann Penn \u2022 Leo Roe",
                             "Ann Penn (Bern), Leo Roe (Oslo)",
                             "Ann Penn \u2013 Leo Roe",
                             "Ann Penn, Leo Roe, Reuters",
                             "Penn, Ann; Roe, Leo",
                             "Penn, Ann and Roe, Leo",
                             "Penn, Ann, and Leo Roe",
                             "Penn, Ann & Roe, Leo",
                             "Reporting by Ann Penn and Leo Roe; Editing by Bo Ek and Di Fo"}) {
    EXPECT_EQ(names(byline), both) << byline;
  }
  expect_names({
      {"ANN PENN UND LEO ROE", {"PENN, ANN", "ROE, LEO"}},
      {"Ann Penn, Leo Roe und Jan van Dam", {"Penn, Ann", "Roe, Leo", "van Dam, Jan"}},
      {"Ann Penn, Leo Roe, and Jan van Dam", {"Penn, Ann", "Roe, Leo", "van Dam, Jan"}},
  });
}

TEST(AuthorsOf, ReadsFamilyNamesThatComeFirst) {
  expect_names({
      {"van der Berg, Anna", {"van der Berg, Anna"}},
      {"Lord, Peter", {"Lord, Peter"}},
      {"Lord, Peter J.", {"Lord, Peter J."}},
      {"Kane, Martin Luther", {"Kane, Martin Luther"}},
      {"Lord, Peter; de la Cruz, Maria", {"Lord, Peter", "de la Cruz, Maria"}},
      {"Garc\u00EDa L\u00F3pez, Ana; Lord, Peter", {"Garc\u00EDa L\u00F3pez, Ana", "Lord, Peter"}},
      {"Penn, Political Correspondent", {"Penn"}},
      {"Sputnik, Moscow", {"Sputnik"}},
  });
  EXPECT_EQ(authors_of("Lord, Peter J.").front().whole, "Peter J. Lord");
  EXPECT_EQ(authors_of("Lord, Peter").front().whole, "Lord, Peter");  // or an agency and a town
}

TEST(AuthorsOf, KeepsNamesOfAgenciesAndPapersWhole) {
  for (const char* byline :
       {"Reuters", "REUTERS", "Thomson Reuters", "The Associated Press", "Agence France-Presse",
        "Press Trust of India", "Dow Jones", "Coastal Gazette", "The Courier", "Le Monde",
        "Der Spiegel", "Staff and wire reports", "our own correspondent", "Editorial Board",
        "bell hooks", "Web Desk", "9News", "Smith and Wesson"}) {
    EXPECT_EQ(names(byline), std::vector<std::string>{byline});
  }
  expect_names({
      {"Reuters and AFP", {"Reuters", "AFP"}},
      {"AP, Reuters", {"AP", "Reuters"}},
      {"Ann Penn and Reuters", {"Penn, Ann", "Reuters"}},
      {"Ann Penn, Reuters", {"Penn, Ann"}},  // where she works
  });
}

TEST(AuthorsOf, TakesAnyText) {
  const std::string list = "Ann Penn; Leo Roe, Jr. und (Bo Ek) \u3001\xE3\x80 & ,,; and";
  for (std::size_t bytes = 0; bytes <= list.size(); ++bytes) {
    for (const Author& author : authors_of(list.substr(0, bytes))) {
      EXPECT_FALSE(author.whole.empty()) << bytes;
      EXPECT_EQ(author.family.empty(), author.given.empty()) << bytes;
    }
  }
  EXPECT_LE(authors_of(std::string(100'000, ';') + "x").size(), 1u);
  EXPECT_FALSE(authors_of(std::string(50'000, '(')).empty());
}

TEST(AuthorsOf, KeepsTheWholeNameBesideItsParts) {
  EXPECT_THAT(authors_of("Pieter van Aalst"),
              testing::ElementsAre(Author{"van Aalst", "Pieter", "", "Pieter van Aalst"}));
}

}  // namespace
}  // namespace dateline::searcher
