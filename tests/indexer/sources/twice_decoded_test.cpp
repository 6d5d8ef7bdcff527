#include "indexer/sources/twice_decoded.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>

#include "common/text/unicode.h"
#include "indexer/sources/encoding.h"

namespace dateline::indexer {
namespace {

TEST(MendTwiceDecoded, MendsWhatIsCertain) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"don\u00e2\u20ac\u2122t", "don\u2019t"},
      {"Andr\u00c3\u00a9 M\u00c3\u00bcller", "Andr\u00e9 M\u00fcller"},
      {"\u00e2\u20ac\u0153so\u00e2\u20ac\u009d", "\u201cso\u201d"},
      {"\u00e2\u20ac\u0153so\u00e2\u20ac.", "\u201cso\u201d."},  // its last byte was lost
      {"don\u00e2\u0080\u0099t", "don\u2019t"},                  // through latin-1
      {"5\u00c2\u00a0km, \u00c2\u00a35", "5\u00a0km, \u00a35"},
      {"\u00f0\u0178\u201c\u00b0", "\U0001f4f0"},
      {"caf\u00e9, don\u00e2\u20ac\u2122t", "caf\u00e9, don\u2019t"},  // beside what is right
      {"it\u0092s \u0093so\u0094 \u0096", "it\u2019s \u201cso\u201d \u2013"},
  };
  for (const auto& [damaged, whole] : cases) {
    std::string text(damaged);
    EXPECT_TRUE(mend_twice_decoded(text)) << damaged;
    EXPECT_EQ(text, whole);
  }
}

TEST(MendTwiceDecoded, LeavesWhatPeopleWrite) {
  for (const std::string_view written :
       {"", "plain", "caf\u00e9", "\u201cso\u201d \u2013 it\u2019s", "MA\u00c7\u00c3\u201d disse",
        "\u201cCAF\u00c9\u201d", "n\u00e9\u2026\u201d", "\u00ab\u00c9\u00bb", "\u00c2ge",
        "voil\u00e0\u2026\u00bb", "\u0434\u0430", "20\u00a0\u20ac", "\u00df\u2019s",
        "\u4e2d\u6587"}) {
    std::string text(written);
    EXPECT_FALSE(mend_twice_decoded(text)) << written;
    EXPECT_EQ(text, written);
  }
}

std::string twice(const std::string& text) {
  return from_cp1252(text);
}

TEST(MendTwiceDecoded, MendsAWholeTextOfAnotherScript) {
  for (const std::string whole : {"Паром ушёл в море", "船は海に出た", "Το πλοίο έφυγε"}) {
    std::string text = twice(whole);
    // The five bytes without a character come through as controls.
    for (std::size_t at = 0; (at = text.find('\0', at)) != std::string::npos;) text.erase(at, 1);
    if (text != twice(whole)) continue;
    EXPECT_TRUE(mend_twice_decoded(text));
    EXPECT_EQ(text, whole);
  }
}

RC_GTEST_PROP(MendTwiceDecoded, GivesUtf8ThatIsValid,
              (const std::vector<std::uint16_t>& characters)) {
  std::string text;
  for (const auto character : characters) append_utf8(text, character % 0x2200);
  mend_twice_decoded(text);
  RC_ASSERT(is_valid_utf8(text));
}

}  // namespace
}  // namespace dateline::indexer
