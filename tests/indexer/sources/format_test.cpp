#include "indexer/sources/format.h"

#include <gtest/gtest.h>

#include <vector>

namespace dateline::indexer {
namespace {

TEST(RecogniseFormat, GoesByTheFirstBytes) {
  const std::vector<std::pair<std::string_view, Format>> cases = {
      {"", Format::kText},
      {"Rain in the north", Format::kText},
      {"{\"title\": \"x\"}", Format::kJson},
      {"\xef\xbb\xbf \r\n{ \n\"title\"", Format::kJson},
      {"{}", Format::kJson},
      {"[ {\"title\"", Format::kJson},
      {"[]", Format::kJson},
      {"[LONDON] Talks opened", Format::kText},   // a dateline, no list
      {"{photo: A. Smith} Rain", Format::kText},  // a caption, no object
      {"{", Format::kText},
      {"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">", Format::kReuters21578},
      {"\n<REUTERS TOPICS=\"YES\">", Format::kReuters21578},
      {"<p>Rain</p>", Format::kText},
  };
  for (const auto& [head, format] : cases) {
    SCOPED_TRACE(head);
    const auto recognised = recognise(head);
    EXPECT_EQ(recognised.content, Content::kArticles);
    EXPECT_EQ(recognised.format, format);
  }
}

TEST(RecogniseFormat, KnowsContainersByTheirMarks) {
  using std::string_view_literals::operator""sv;
  const std::vector<std::string_view> cases = {
      "\x1f\x8b\x08"sv,
      "\x28\xb5\x2f\xfd"sv,
      "\xfd"
      "7zXZ\0"sv,
      "PK\x03\x04"sv,
      "BZh91AY&SY"sv,
      "PK\x05\x06"sv,  // an empty zip
  };
  for (const auto head : cases) EXPECT_EQ(recognise(head).content, Content::kContainer) << head;
}

TEST(RecogniseFormat, TakesProseThatBeginsLikeAMarkForText) {
  EXPECT_EQ(recognise("BZh is no word").content, Content::kArticles);
  EXPECT_EQ(recognise("PK sold 300 shares").content, Content::kArticles);
}

TEST(RecogniseFormat, SaysWhatIsNoText) {
  EXPECT_EQ(recognise("%PDF-1.7").reason, "not text: a PDF document");
  EXPECT_EQ(recognise("{\\rtf1\\ansi").reason, "not text: an RTF document");
  EXPECT_EQ(recognise("\xff\xd8\xff\xe0").reason, "not text: a JPEG image");
  EXPECT_EQ(recognise(" <HTML>").reason, "not text: an HTML page");
  EXPECT_EQ(recognise(std::string_view("a\0b", 3)).reason, "not text: it holds NUL bytes");
}

TEST(ParseFormat, KnowsTheNamesOfTheCommandLine) {
  EXPECT_EQ(parse_format("text"), Format::kText);
  EXPECT_EQ(parse_format("jsonl"), Format::kJson);
  EXPECT_EQ(parse_format("json"), Format::kJson);
  EXPECT_EQ(parse_format("reuters21578"), Format::kReuters21578);
  EXPECT_EQ(parse_format("JSON"), std::nullopt);
  EXPECT_EQ(parse_format(""), std::nullopt);
}

}  // namespace
}  // namespace dateline::indexer
