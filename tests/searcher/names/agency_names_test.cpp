#include "searcher/names/agency_names.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::searcher {
namespace {

TEST(AgencyOf, KnowsAnAgencyByAllItsNames) {
  struct Case {
    std::string_view name;
    std::string_view agency;
  };
  const Case cases[] = {
      {"Reuters", "Reuters"},
      {"REUTERS", "Reuters"},
      {"(Reuters)", "Reuters"},
      {"Thomson Reuters", "Reuters"},
      {"Reuters Staff", "Reuters"},
      {"Reuters Life!", "Reuters"},
      {"reuters.com", "Reuters"},
      {"\u0420\u0435\u0439\u0442\u0435\u0440", "Reuters"},
      {"AP", "AP"},
      {"A.P.", "AP"},
      {"The Associated Press", "AP"},
      {"ASSOCIATED PRESS", "AP"},
      {"Associated Press Writer", "AP"},
      {"AP Sports", "AP"},
      {"AFP", "AFP"},
      {"Agence France-Presse", "AFP"},
      {"AGENCE FRANCE PRESSE", "AFP"},
      {"dpa", "dpa"},
      {"DPA", "dpa"},
      {"Deutsche Presse-Agentur", "dpa"},
      {"dpa-AFX", "dpa-AFX"},
      {"\u010CTK", "CTK"},
      {"Agencia EFE", "EFE"},
      {"Ag\u00EAncia Lusa", "LUSA"},
      {"Xinhua News Agency", "Xinhua"},
      {"ITAR-TASS", "TASS"},
      {"Press Trust of India", "PTI"},
      {"Coastal Gazette", ""},
      {"Staff", ""},
      {"", ""},
      {"\xff\xfe", ""},
  };
  for (const auto& [name, agency] : cases) EXPECT_EQ(agency_of(name), agency) << name;
  EXPECT_EQ(agency_of("Reuters" + std::string(100, ' ')), "");
}

TEST(AgencyOf, TellsItsNamesFromThoseOfItsDesks) {
  EXPECT_TRUE(is_plain_agency_name("The Associated Press"));
  EXPECT_TRUE(is_plain_agency_name("REUTERS"));
  EXPECT_FALSE(is_plain_agency_name("AP Sports"));
  EXPECT_FALSE(is_plain_agency_name("Gazette"));
}

}  // namespace
}  // namespace dateline::searcher
