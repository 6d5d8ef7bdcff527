#include "common/text/spelling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "common/text/spelling_table.h"

namespace dateline {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

// Words of both kinds: all of the tables and what the rules make of them.
std::vector<std::string> many_words() {
  std::vector<std::string> words = {"election", "minister", "the", "size", "prize", "x", ""};
  const auto add = [&](std::string_view stem, std::string_view endings) {
    std::string ending;
    for (const char c : std::string(endings) + ' ') {
      if (c != ' ') {
        ending += c;
        continue;
      }
      words.push_back(std::string(stem) + (ending == "-" ? "" : ending));
      ending.clear();
    }
  };
  for (const SpellingEntry& entry : other_spellings()) {
    add(entry.british, entry.endings);
    add(entry.american, entry.endings);
  }
  for (const auto stem : stems_in_our()) {
    add(std::string(stem) + "our", endings_after_our());
    add(std::string(stem) + "or", endings_after_our());
  }
  for (const auto verb : verbs_that_double_l()) {
    add(verb, "- led ling ler lers ed ing er ers");
  }
  for (const auto word : words_only_in_ise()) add(word, "e ed ing er ation able");
  for (const char* stem : {"organ", "real", "emphas", "colon", "tranquill", "tranquil", "critic"}) {
    add(stem,
        "ise ised ises ising iser ize ized izes izing izer isation ization isations izations");
  }
  return words;
}

TEST(AmericanSpelling, KnowsEveryFamily) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"behaviour", "behavior"},
      {"favourites", "favorites"},
      {"neighbouring", "neighboring"},
      {"unfavourable", "unfavorable"},
      {"colourise", "colorize"},
      {"organised", "organized"},
      {"privatisation", "privatization"},
      {"recognisable", "recognizable"},
      {"analysed", "analyzed"},
      {"centre", "center"},
      {"centred", "centered"},
      {"theatres", "theaters"},
      {"manoeuvres", "maneuvers"},
      {"defence", "defense"},
      {"licence", "license"},
      {"catalogue", "catalog"},
      {"dialogues", "dialogs"},
      {"travelled", "traveled"},
      {"modelling", "modeling"},
      {"counsellor", "counselor"},
      {"jewellery", "jewelry"},
      {"anaemia", "anemia"},
      {"paediatricians", "pediatricians"},
      {"oestrogen", "estrogen"},
      {"foetus", "fetus"},
      {"encyclopaedia", "encyclopedia"},
      {"grey", "gray"},
      {"programmes", "programs"},
      {"ploughed", "plowed"},
      {"mould", "mold"},
      {"sceptical", "skeptical"},
      {"aluminium", "aluminum"},
      {"practising", "practicing"},
      {"tranquilliser", "tranquilizer"},
      {"enrolment", "enrollment"},
  };
  for (const auto& [british, american] : cases) {
    EXPECT_EQ(american_spelling(british), american);
    EXPECT_EQ(american_spelling(american), american);
  }
}

TEST(AmericanSpelling, LeavesOtherWordsAlone) {
  for (const char* word :
       {"advise",   "advised",       "adviser",    "exercise",    "exercises",     "surprising",
        "promised", "rise",          "rising",     "arising",     "wise",          "otherwise",
        "premises", "franchise",     "compromise", "enterprises", "televised",     "raise",
        "noise",    "cruiser",       "disable",    "advisable",   "improvisation", "supervised",
        "paradise", "merchandising", "uprising",   "crises",      "trellises",     "chemise",
        "four",     "hour",          "tour",       "your",        "tyre",          "cheque",
        "storey",   "kerb",          "louvre",     "analyses",    "parameter",     "controlled",
        "excelled", "compelling",    "promising",  "unsurprised", "subadviser",    "unrevised",
        "devised",  "concise",       "expertise"}) {
    EXPECT_EQ(american_spelling(word), word);
    EXPECT_THAT(spellings(word), ElementsAre(word));
  }
}

TEST(AmericanSpelling, ChangesNothingTheSecondTime) {
  for (const std::string& word : many_words()) {
    const std::string american = american_spelling(word);
    EXPECT_EQ(american_spelling(american), american) << word;
  }
}

TEST(Spellings, AreFoundFromEitherSide) {
  EXPECT_THAT(spellings("defence"), ElementsAre("defence", "defense"));
  EXPECT_THAT(spellings("defense"), ElementsAre("defense", "defence"));
  EXPECT_THAT(spellings("organize"), ElementsAre("organize", "organise"));
  EXPECT_THAT(spellings("organise"), ElementsAre("organise", "organize"));
  EXPECT_THAT(spellings("colorize"), ElementsAre("colorize", "colorise", "colourise", "colourize"));
  EXPECT_THAT(spellings("tranquilizer"), Contains("tranquilliser"));
  EXPECT_THAT(spellings("oversized"), ElementsAre("oversized"));
  EXPECT_THAT(spellings("election"), ElementsAre("election"));
}

TEST(Spellings, OfAllMembersAreTheSameSet) {
  for (const std::string& word : many_words()) {
    std::vector<std::string> all = spellings(word);
    ASSERT_EQ(all.front(), word);
    std::sort(all.begin(), all.end());
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end()) << word;
    for (const std::string& member : all) {
      std::vector<std::string> others = spellings(member);
      std::sort(others.begin(), others.end());
      EXPECT_EQ(others, all) << word << ' ' << member;
      EXPECT_EQ(american_spelling(member), american_spelling(word));
    }
  }
}

}  // namespace
}  // namespace dateline
