#include "indexer/enrichment/enrich.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer {
namespace {

TEST(GuessLanguage, TellsSevenLanguagesApart) {
  const std::pair<const char*, const char*> cases[] = {
      {"en",
       "The minister said on Friday that the talks with the union had been held in a good spirit, "
       "and that they would go on after the holidays."},
      {"de",
       "Der Minister sagte am Freitag, dass die Gespräche mit der Gewerkschaft in einem guten "
       "Klima stattgefunden haben und nach den Ferien weitergehen."},
      {"fr",
       "Le ministre a déclaré vendredi que les entretiens avec le syndicat se sont déroulés dans "
       "un bon climat et qu’ils reprendront après les vacances."},
      {"es",
       "El ministro dijo el viernes que las conversaciones con el sindicato se habían celebrado "
       "en un buen clima y que seguirán después de las vacaciones."},
      {"it",
       "Il ministro ha detto venerdì che i colloqui con il sindacato si sono svolti in un buon "
       "clima e che riprenderanno dopo le vacanze della settimana."},
      {"pt",
       "O ministro disse na sexta-feira que as conversas com o sindicato foram realizadas em um "
       "bom clima e que não vão parar depois das férias."},
      {"nl",
       "De minister zei vrijdag dat de gesprekken met de vakbond in een goede sfeer zijn gevoerd "
       "en dat ze na de vakantie worden voortgezet."},
  };
  for (const auto& [language, text] : cases) EXPECT_EQ(guess_language(text, "xx"), language);
}

TEST(GuessLanguage, KnowsLanguagesThatLookLikeOthers) {
  const std::pair<const char*, const char*> cases[] = {
      {"da",
       "Ministeren sagde fredag, at forhandlingerne med fagforeningen var foregået i en god "
       "stemning, og at de vil fortsætte efter ferien. Det er for tidligt at sige mere."},
      {"ca",
       "El ministre va dir divendres que les converses amb el sindicat s'havien fet en un bon "
       "clima i que continuarien després de les vacances."},
      {"af",
       "Die minister het Vrydag gesê dat die gesprekke met die vakbond in 'n goeie gees "
       "plaasgevind het en dat dit ná die vakansie sal voortgaan."},
      {"ru", "Министр сказал в пятницу, что переговоры с профсоюзом прошли в хорошей атмосфере."},
      {"ja", "大臣は金曜日、組合との会談は良い雰囲気の中で行われ、休日の後に続けられると述べた。"},
      {"ar", "قال الوزير يوم الجمعة إن المحادثات مع النقابة جرت في أجواء طيبة."},
  };
  for (const auto& [language, text] : cases) EXPECT_EQ(guess_language(text, "xx"), language);
}

TEST(GuessLanguage, FallsBackWhereTheTextDoesNotTell) {
  EXPECT_EQ(guess_language("", "en"), "en");
  EXPECT_EQ(guess_language("Washington, Tokyo", "en"), "en");
  EXPECT_EQ(guess_language("東京で会談", "xx"), "xx");
  EXPECT_EQ(guess_language("the men of the town; der Mann und die Frau", "xx"), "xx");
  EXPECT_EQ(guess_language("12 34 56 78 90", "xx"), "xx");
}

TEST(GuessLanguage, ReadsTheBeginningOnly) {
  std::string text;
  while (text.size() < 8'000) text += "the talks of the week in the city ";
  for (int i = 0; i < 10'000; ++i) text += "der und die das ";
  EXPECT_EQ(guess_language(text, "xx"), "en");
}

}  // namespace
}  // namespace dateline::indexer
