#include "common/utf8.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(FirstCharacter, ReadsEveryLengthOfCharacter) {
  struct Case {
    std::string_view text;
    char32_t value;
    std::size_t bytes;
  };
  const Case cases[] = {
      {"abc", 'a', 1},
      {"\xc2\x80", 0x80, 2},
      {"é", 0xe9, 2},
      {"€uro", 0x20ac, 3},
      {"\xef\xbf\xbf", 0xffff, 3},
      {"\xed\x9f\xbf", 0xd7ff, 3},
      {"😀", 0x1f600, 4},
      {"\xf4\x8f\xbf\xbf", 0x10ffff, 4},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    const Utf8Character read = first_character(c.text);
    EXPECT_TRUE(read.valid);
    EXPECT_EQ(read.value, c.value);
    EXPECT_EQ(read.bytes, c.bytes);
  }
}

TEST(FirstCharacter, TakesOneByteOfWhatIsNoCharacter) {
  const std::string_view cases[] = {
      "\x80",              // continuation without a lead
      "\xff",              // never in UTF-8
      "\xc0\xaf",          // overlong '/'
      "\xe0\x80\xaf",      // overlong '/'
      "\xf0\x80\x80\xaf",  // overlong '/'
      "\xed\xa0\x80",      // surrogate
      "\xf4\x90\x80\x80",  // beyond U+10FFFF
      "\xe2\x82",          // cut short
      "\xe2\x28\xa1",      // continuation missing
  };
  for (const auto text : cases) {
    SCOPED_TRACE(testing::PrintToString(text));
    const Utf8Character read = first_character(text);
    EXPECT_FALSE(read.valid);
    EXPECT_EQ(read.bytes, 1u);
    EXPECT_EQ(read.value, static_cast<unsigned char>(text.front()));
  }
}

TEST(FirstCharacter, TakesNothingOfAnEmptyText) {
  EXPECT_EQ(first_character("").bytes, 0u);
}

TEST(CountCharacters, CountsABadByteAsOne) {
  EXPECT_EQ(count_characters(""), 0u);
  EXPECT_EQ(count_characters("Zürich"), 6u);
  EXPECT_EQ(count_characters("a\xff\xe2\x82"), 4u);
}

TEST(BytesOf, TakesWholeCharactersAndNoMoreThanThereAre) {
  EXPECT_EQ(bytes_of("aé€😀", 0), 0u);
  EXPECT_EQ(bytes_of("aé€😀", 1), 1u);
  EXPECT_EQ(bytes_of("aé€😀", 3), 6u);
  EXPECT_EQ(bytes_of("aé€😀", 9), 10u);
  EXPECT_EQ(bytes_of("\xff\x80é", 2), 2u);  // bad bytes count one each
}

}  // namespace
}  // namespace dateline
