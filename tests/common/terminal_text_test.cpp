#include "common/terminal_text.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

using namespace std::string_view_literals;

TEST(Printable, LeavesOrdinaryTextAsItIs) {
  for (const auto text :
       {"", "US, Japan Set to Hold 2+2", "“Zürich” — 日本 😀", "C:\\path", "e\u0301"}) {
    EXPECT_EQ(printable(text), text);
  }
}

TEST(Printable, EscapesWhatDrivesOrDeceivesATerminal) {
  struct Case {
    std::string_view text;
    std::string_view shown;
  };
  const Case cases[] = {
      {"\x1b[31mred", "\\x1b[31mred"},
      {"\0"sv, "\\x00"},
      {"bell\a", "bell\\x07"},
      {"\x7f", "\\x7f"},
      {"a\nb\tc\r", "a\\nb\\tc\\r"},
      {"\xc2\x9b"
       "31m",
       "\\u{9b}31m"},  // CSI as one C1 character
      {"\x9b"
       "31m",
       "\\x9b31m"},                           // the same as a bare byte
      {"\u202egnp.exe", "\\u{202e}gnp.exe"},  // right-to-left override
      {"\u2066\u2069\u200e\u200f\u061c", "\\u{2066}\\u{2069}\\u{200e}\\u{200f}\\u{61c}"},
      {"pay\u200bpal", "pay\\u{200b}pal"},
      {"pay\u200dpal", "pay\\u{200d}pal"},
      {"\ufeffid", "\\u{feff}id"},
      {"soft\u00adhyphen", "soft\\u{ad}hyphen"},
      {"one\u2028two\u2029", "one\\u{2028}two\\u{2029}"},
      {"\U000e0041", "\\u{e0041}"},
      {"caf\xe9", "caf\\xe9"},  // latin-1
      {"\xed\xa0\x80", "\\xed\\xa0\\x80"},
  };
  for (const Case& c : cases) EXPECT_EQ(printable(c.text), c.shown);
}

TEST(Printable, KeepsJoinersWhereScriptsNeedThem) {
  EXPECT_EQ(printable("می\u200cخواهم"), "می\u200cخواهم");
  EXPECT_EQ(printable("👩\u200d🚀"), "👩\u200d🚀");
}

TEST(Printable, TurnsBreaksIntoSpacesForOneLine) {
  EXPECT_EQ(printable("a\nb\tc\rd\u2028e\x1b", Breaks::kSpace), "a b c d e\\x1b");
}

TEST(Printable, KeepsNewlinesForWholeArticles) {
  EXPECT_EQ(printable("a\n\nb\tc\rd\u2028e", Breaks::kKeep), "a\n\nb c\\rd\\u{2028}e");
}

TEST(Printable, LeavesNoControlOfAnyCodePoint) {
  for (std::uint32_t c = 0; c < 0x100; ++c) {
    for (const unsigned char shown : printable(std::string(1, static_cast<char>(c)))) {
      EXPECT_TRUE(shown >= 0x20 && shown < 0x7f) << c;
    }
  }
}

TEST(IsSafeInTerminal, HoldsForWhatIsNeverEscaped) {
  for (const char32_t c : {U'a', U' ', U'é', U'日', U'😀'}) EXPECT_TRUE(is_safe_in_terminal(c));
  for (const char32_t c : {U'\n', U'\x1b', U'\x7f', U'\u009b', U'\u202e', U'\u200d', U'\u2028'}) {
    EXPECT_FALSE(is_safe_in_terminal(c));
  }
}

TEST(DisplayWidth, CountsWideCharactersTwiceAndCombiningOnesNot) {
  EXPECT_EQ(display_width("Zürich"), 6u);
  EXPECT_EQ(display_width("日本"), 4u);
  EXPECT_EQ(display_width("e\u0301"), 1u);
}

TEST(Wrapped, BreaksBetweenWordsOnly) {
  EXPECT_EQ(wrapped("", 10), "");
  EXPECT_EQ(wrapped("one two three", 20), "one two three");
  EXPECT_EQ(wrapped("one two three", 7), "one two\nthree");
  EXPECT_EQ(wrapped("  one  two ", 7), "one two");
  EXPECT_EQ(wrapped("a internationally b", 5), "a\ninternationally\nb");
  EXPECT_EQ(wrapped("日本 日本", 8), "日本\n日本");
}

}  // namespace
}  // namespace dateline
