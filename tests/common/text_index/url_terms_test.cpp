#include "common/text_index/url_terms.h"

#include <gmock/gmock.h>

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(UrlTerms, AreTheWordsOfTheUrlAscendingAndEachOnce) {
  Analyser analyser;
  EXPECT_THAT(url_terms("https://example.org/Wall/harbour/wall", analyser), ElementsAre("\x03"
                                                                                        "example",
                                                                                        "\x03"
                                                                                        "harbour",
                                                                                        "\x03"
                                                                                        "https",
                                                                                        "\x03"
                                                                                        "org",
                                                                                        "\x03"
                                                                                        "wall"));
}

TEST(UrlTerms, LeaveOutSymbols) {
  Analyser analyser;
  EXPECT_THAT(url_terms("9/11", analyser), ElementsAre("\x03"
                                                       "11",
                                                       "\x03"
                                                       "9"));
}

TEST(UrlTerms, AreNoneForATextWithoutWords) {
  Analyser analyser;
  EXPECT_THAT(url_terms("", analyser), IsEmpty());
  EXPECT_THAT(url_terms("://", analyser), IsEmpty());
}

TEST(UrlTerms, AreTermsThatNoTextHolds) {
  Analyser analyser;
  EXPECT_TRUE(is_url_term(url_terms("a", analyser).front()));
  EXPECT_FALSE(has_positions(url_terms("a", analyser).front()));
  EXPECT_FALSE(is_url_term("a"));
  EXPECT_FALSE(is_url_term(""));
  for (const Token& token : analyser.analyse("\x03"
                                             "a b\x03"
                                             "c")) {
    EXPECT_FALSE(is_url_term(token.term));
  }
}

}  // namespace
}  // namespace dateline
