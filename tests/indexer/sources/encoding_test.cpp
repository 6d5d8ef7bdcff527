#include "indexer/sources/encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string_view>
#include <vector>

#include "common/utf8.h"

namespace dateline::indexer {
namespace {

struct EncodingCase {
  std::string bytes;
  std::string text;
  Encoding encoding;
};

TEST(Encoding, IsToldByTheBytes) {
  const std::vector<EncodingCase> cases = {
      {"", "", Encoding::kUtf8},
      {"plain", "plain", Encoding::kUtf8},
      {"caf\u00e9 \u201cquoted\u201d \U0001f4f0", "caf\u00e9 \u201cquoted\u201d \U0001f4f0",
       Encoding::kUtf8},
      {"\xef\xbb\xbfwith a mark", "with a mark", Encoding::kUtf8},
      {"caf\xe9", "caf\u00e9", Encoding::kCp1252},
      {"\x93quoted\x94 \x96 it\x92s \x80 5", "\u201cquoted\u201d \u2013 it\u2019s \u20ac 5",
       Encoding::kCp1252},
      // By chance E-acute and a closing quote are a UTF-8 sequence; the rest tells.
      {"\x93"
       "CAF\xc9\x94 \x93one\x94 \x93two\x94",
       "\u201cCAF\u00c9\u201d \u201cone\u201d \u201ctwo\u201d", Encoding::kCp1252},
      {std::string("\xff\xfe"
                   "a\0\xe9\0\x3d\xd8\xf0\xdc",
                   10),
       "a\u00e9\U0001f4f0", Encoding::kUtf16},
      {std::string("\xfe\xff"
                   "\0a\0b",
                   6),
       "ab", Encoding::kUtf16},
      {std::string("\xff\xfe"
                   "a\0b",
                   5),
       "a\ufffd", Encoding::kUtf16},  // half a unit
      {std::string("\xff\xfe"
                   "\x3d\xd8"
                   "a\0",
                   6),
       "\ufffda", Encoding::kUtf16},  // half a pair
  };
  for (const auto& [bytes, expected, encoding] : cases) {
    SCOPED_TRACE(expected);
    std::string text = bytes;
    const auto found = to_utf8(text);
    EXPECT_EQ(found, encoding);
    // The chance pair keeps its wrong reading only if the whole text is taken for UTF-8.
    EXPECT_EQ(text, expected);
  }
}

TEST(Encoding, RepairsUtf8ThatIsBrokenHereAndThere) {
  std::string text = "\u201cone\u201d \u201ctwo\u201d \u00fc \xe2\x80 cut, it\x92s, \x81";
  EXPECT_EQ(to_utf8(text), Encoding::kBroken);
  EXPECT_EQ(text, "\u201cone\u201d \u201ctwo\u201d \u00fc \ufffd cut, it\u2019s, \ufffd");
}

TEST(Encoding, ReplacesACharacterCutAtTheEndByOneMark) {
  std::string text = "\u00fc\u00fc\u00fc\u00fc\u00fc \xf0\x9f\x93";
  EXPECT_EQ(to_utf8(text), Encoding::kBroken);
  EXPECT_EQ(text, "\u00fc\u00fc\u00fc\u00fc\u00fc \ufffd");
}

RC_GTEST_PROP(Encoding, IsValidUtf8AfterwardsWhateverItWas, (const std::string& bytes)) {
  std::string text = bytes;
  to_utf8(text);
  for (std::string_view rest = text; !rest.empty();) {
    const auto character = first_character(rest);
    RC_ASSERT(character.valid);
    rest.remove_prefix(character.bytes);
  }
}

RC_GTEST_PROP(Encoding, LeavesValidTextAlone, (const std::vector<std::uint16_t>& characters)) {
  std::string text;
  for (const auto character : characters) append_utf8(text, character);
  if (text.starts_with("\xef\xbb\xbf")) return;
  const std::string before = text;
  RC_ASSERT(to_utf8(text) == Encoding::kUtf8);
  RC_ASSERT(text == before);
}

}  // namespace
}  // namespace dateline::indexer
