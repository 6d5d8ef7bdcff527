#include "common/text/stemmer.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

std::string key(std::string_view language, std::string_view term) {
  Stemmer stemmer(language);
  return std::string(stemmer.key(term));
}

TEST(Stemmer, GivesTheFormsOfAWordOneKey) {
  EXPECT_EQ(key("en", "elections"), "en:elect");
  EXPECT_EQ(key("en", "elected"), "en:elect");
  EXPECT_EQ(key("de", "wahlen"), key("de", "wahl"));
  EXPECT_EQ(key("fr", "ministres"), key("fr", "ministre"));
}

TEST(Stemmer, KeepsLanguagesApart) {
  EXPECT_NE(key("en", "rat"), key("de", "rat"));
}

TEST(Stemmer, BringsBritishAndAmericanTogetherInEnglishOnly) {
  EXPECT_EQ(key("en", "defence"), key("en", "defense"));
  EXPECT_EQ(key("en", "organisations"), key("en", "organization"));
  EXPECT_EQ(key("en", "labelled"), key("en", "labels"));
  EXPECT_NE(key("de", "defence"), key("de", "defense"));
}

TEST(Stemmer, GivesFoldedEndingsTheirAccentsBack) {
  EXPECT_EQ(key("es", "organizacion"), key("es", "organizaciones"));
  EXPECT_EQ(key("es", "constitucion"), key("es", "constituciones"));
  EXPECT_EQ(key("pt", "organizacao"), key("pt", "organizacoes"));
  EXPECT_EQ(key("pt", "eleicao"), key("pt", "eleicoes"));
  EXPECT_EQ(key("pt", "milhao"), key("pt", "milhoes"));
  EXPECT_NE(key("pt", "poe"), key("pt", "pao"));
  EXPECT_EQ(key("pt", "ao"), "pt:ao");
}

TEST(Stemmer, LeavesWhatIsNoOrdinaryWordAlone) {
  for (const char* term : {"US", "1980s", "2+2", "at&t", "$4.5m", "g7"}) {
    EXPECT_EQ(key("en", term), std::string("en:") + term);
  }
}

TEST(Stemmer, TakesAnyTextForALanguage) {
  for (const char* language : {"", "xx", "english", "eng", "EN", "en-US", "\xFF"}) {
    EXPECT_EQ(key(language, "elections"), std::string(language) + ":elections");
  }
}

TEST(Stemmer, KnowsTheLanguagesOfTheGuesser) {
  const std::pair<const char*, const char*> plurals[] = {
      {"en", "elections"}, {"de", "wahlen"},   {"fr", "elections"},    {"es", "elecciones"},
      {"it", "elezioni"},  {"pt", "governos"}, {"nl", "verkiezingen"},
  };
  for (const auto& [language, word] : plurals) {
    EXPECT_NE(key(language, word), std::string(language) + ":" + word) << language;
  }
}

}  // namespace
}  // namespace dateline
