#include "common/index/shorthand.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "indexer/store/shorthand_writer.h"
#include "tests/damage.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

using test::throws_error;

const std::filesystem::path kPath = "articles.zst";

std::string words_of(const std::vector<std::string>& words) {
  std::string bytes;
  for (const std::string& word : words) bytes += static_cast<char>(word.size()) + word;
  return bytes;
}

// Words of both kinds: some of one byte, some of two.
std::string many_words() {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < kOneByteWords + 600; ++i) {
    words.push_back(" w" +
                    std::string(i / 26 % 26 + 1 > 13 ? 1 : 2, static_cast<char>('a' + i % 26)) +
                    std::string(i / 26, 'x').substr(0, 10));
  }
  words.push_back("wall");
  words.push_back(" “");
  return words_of(words);
}

std::string shorten(std::string_view words, std::string_view text) {
  std::string shortened;
  ShorthandWriter(words).shorten(text, shortened);
  return shortened;
}

std::string expand(std::string_view words, std::string_view shortened) {
  std::string text;
  EXPECT_FALSE(Shorthand(words, kPath).expand_next(shortened, kPath, text));
  return text;
}

TEST(Shorthand, GivesBackWhatWasShortened) {
  const std::string words = words_of({" the", "the", " wall", "Straße", "a234567890123456"});
  for (const std::string_view text :
       {"", " ", "the wall", " the the wall walls  the\n\tthe.", "thewall", "Straße Straßen",
        "\x1f\xff\x80", "a234567890123456 a2345678901234567", "the"}) {
    EXPECT_EQ(expand(words, shorten(words, text)), text);
    EXPECT_EQ(expand("", shorten("", text)), text);
  }
}

TEST(Shorthand, MakesWordsOneByteAndLeavesOthersAsTheyAre) {
  EXPECT_EQ(shorten(words_of({" wall", "wall"}), "wall wall walls"),
            std::string("\x01\x00 walls", 8));
}

TEST(Shorthand, EscapesRunsOfBytesAtOnce) {
  EXPECT_EQ(shorten("", std::string(300, '\x80')),
            "\xff\xff" + std::string(256, '\x80') + "\xff\x2b" + std::string(44, '\x80'));
}

TEST(Shorthand, StopsAtASeparator) {
  std::string_view rest = "one\x1ftwo";
  std::string text;
  EXPECT_TRUE(Shorthand().expand_next(rest, kPath, text));
  EXPECT_EQ(text, "one");
  EXPECT_EQ(rest, "two");
}

RC_GTEST_PROP(Shorthand, GivesBackAnyBytes, ()) {
  static const std::string words = many_words();
  const std::string text = *rc::gen::container<std::string>(
      rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::element(' ', 'w', 'a', 'x', 'l')));
  RC_ASSERT(expand(words, shorten(words, text)) == text);
}

TEST(Shorthand, LearnsWordsThatComeOften) {
  std::vector<std::string_view> texts(9, "The wall held, the wall fell.");
  const std::string words = learn_shorthand(texts);
  EXPECT_EQ(Shorthand(words, kPath).words(), 5U);
  EXPECT_EQ(words.substr(0, 6), "\x05 wall");
  EXPECT_LT(shorten(words, texts[0]).size(), 9U);
}

TEST(Shorthand, LearnsNothingOfLittle) {
  const std::string_view text = "The wall held, the wall fell.";
  EXPECT_EQ(learn_shorthand({&text, 1}), "");
}

TEST(Shorthand, RefusesWordsThatAreWrong) {
  for (const std::string& words : {std::string("\0", 1), std::string("\x11 much too long."),
                                   std::string("\x05 wal"), words_of({"a"}) + '\x01'}) {
    EXPECT_THAT([&] { Shorthand(words, kPath); },
                throws_error(ErrorKind::kCorrupt, "articles.zst"));
  }
}

TEST(Shorthand, SurvivesEveryByteAndEveryCut) {
  const Shorthand shorthand(words_of({" wall"}), kPath);
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string bytes = {static_cast<char>(first), static_cast<char>(second)};
      std::string_view rest = bytes;
      std::string text;
      try {
        shorthand.expand_next(rest, kPath, text);
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::kCorrupt);
      }
    }
  }
}

}  // namespace
}  // namespace dateline::indexer
