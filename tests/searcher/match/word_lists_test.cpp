#include "searcher/match/plan/word_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "tests/searcher/match/small_segment.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;

class WordListsTest : public testing::Test {
 protected:
  std::vector<std::uint32_t> found(const char* typed) {
    WordLists lists({&segment_.index()});
    const auto accepted = interpret(typed, Form::kStem).readings.front().front();
    const ListsBySegment found = lists.find(accepted);
    return walk(*open_forms(segment_.index(), found.front(), segment_.scoring(), 1.0F));
  }

  SmallSegment segment_{{
      {"", "Elections were held.", kUndated, "en"},
      {"", "Die Wahlen, die election.", kUndated, "de"},
      {"", "The defence minister.", kUndated, "en"},
      {"", "Defenses of the minister.", kUndated, "en"},
      {"", "Das Defense Department.", kUndated, "de"},
  }};
};

TEST_F(WordListsTest, FindAWordByItsStemInEachLanguage) {
  EXPECT_THAT(found("election"), ElementsAre(1, 2));
}

TEST_F(WordListsTest, FindBothSpellingsInEveryLanguage) {
  EXPECT_THAT(found("defence"), ElementsAre(3, 4, 5));
  EXPECT_THAT(found("defense"), ElementsAre(3, 4, 5));
}

}  // namespace
}  // namespace dateline::searcher
