#include "common/text/language_codes.h"

#include <gtest/gtest.h>

#include <utility>

namespace dateline {
namespace {

TEST(LanguageCode, IsOfIso639HoweverItIsWritten) {
  const std::pair<const char*, const char*> cases[] = {
      {"en", "en"},
      {"EN", "en"},
      {"en-GB", "en"},
      {"en_US", "en"},
      {"eng", "en"},
      {"English", "en"},
      {"english", "en"},
      {"English (US)", "en"},
      {"ger", "de"},
      {"deu", "de"},
      {"Deutsch", "de"},
      {"français", "fr"},
      {"zh-Hant", "zh"},
      {"Chinese (Simplified)", "zh"},
      {"Norwegian Bokmål", "nb"},
      {"Portuguese, Brazil", "pt"},
      {"Spanish; Castilian", "es"},
      {"Farsi", "fa"},
      {"русский", "ru"},
      {"中文", "zh"},
      {"yue", "yue"},
      {"ast", "ast"},
      {" en ", "en"},
      {"", ""},
      {"multi", ""},
      {"Klingon", ""},
      {"x", ""},
      {"12", ""},
      {"-", ""},
      {"en\"quoted", "en"},
  };
  for (const auto& [written, code] : cases) EXPECT_EQ(language_code(written), code) << written;
  EXPECT_EQ(language_code(std::string(100'000, 'e')), "");
}

}  // namespace
}  // namespace dateline
