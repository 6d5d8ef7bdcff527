#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/sources/splitting.h"

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> split(std::string_view text, const test::SplitOptions& options = {}) {
  return test::split(make_reuters_splitter, text, options);
}

TEST(ReutersSplitter, CutsElementsWhateverThePieces) {
  const std::string_view text =
      "<!DOCTYPE lewis>\n<REUTERS A>\none</REUTERS>\n\n<REUTERS B>two</REUTERS>\n";
  for (std::size_t piece = 1; piece < text.size(); ++piece) {
    EXPECT_THAT(split(text, {.piece_bytes = piece}),
                ElementsAre("2 <REUTERS A>\none</REUTERS>", "5 <REUTERS B>two</REUTERS>"));
  }
}

TEST(ReutersSplitter, FindsNothingWhereThereIsNone) {
  EXPECT_THAT(split(""), IsEmpty());
  EXPECT_THAT(split("<!DOCTYPE lewis>\n"), IsEmpty());
}

TEST(ReutersSplitter, NamesElementsThatAreNotClosed) {
  for (const std::size_t piece : {1, 7, 1'000}) {
    EXPECT_THAT(
        split("<REUTERS A>cut\n<REUTERS B>two</REUTERS><REUTERS C>", {.piece_bytes = piece}),
        ElementsAre("1 bad: a <REUTERS> element is not closed", "2 <REUTERS B>two</REUTERS>",
                    "2 bad: a <REUTERS> element is not closed"));
  }
}

TEST(ReutersSplitter, LeavesItToAFailedStreamToSayWhy) {
  EXPECT_THAT(split("<REUTERS A></REUTERS><REUTERS B>", {.failure = "disk on fire"}),
              ElementsAre("1 <REUTERS A></REUTERS>"));
}

TEST(ReutersSplitter, SkipsAnElementThatIsTooLarge) {
  const std::string large = "<REUTERS A>" + std::string(5'000, 'x') + "</REUTERS>\n";
  EXPECT_THAT(
      split(large + "<REUTERS B></REUTERS>", {.piece_bytes = 100, .max_record_bytes = 1'000}),
      ElementsAre("1 bad: a <REUTERS> element larger than an article may be",
                  "2 <REUTERS B></REUTERS>"));
}

}  // namespace
}  // namespace dateline::indexer
