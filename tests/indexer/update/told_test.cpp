#include "indexer/update/told.h"

#include <gmock/gmock.h>

#include "common/index/format.h"
#include "tests/temporary_folder.h"

namespace dateline::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ToldTest : public testing::Test {
 protected:
  // A run on these inputs meets these places; returns those that are told.
  std::vector<std::string> run(const std::vector<std::string>& inputs,
                               const std::vector<std::string>& met) {
    Told told = Told::read(folder_.path());
    told.begin(inputs);
    std::vector<std::string> said;
    for (const std::string& where : met) {
      told.list_skipped(where, "torn");
      if (told.note("skipped", where, "torn")) said.push_back(where);
    }
    bytes_ = told.to_bytes();
    folder_.write(std::string(kLastToldName), bytes_);
    return said;
  }

  const test::TemporaryFolder folder_;
  std::string bytes_;
};

TEST_F(ToldTest, TellsWhatIsNewAndForgetsWhatIsNotMet) {
  EXPECT_THAT(run({"a"}, {"1", "2"}), ElementsAre("1", "2"));
  EXPECT_THAT(run({"a"}, {"1", "2", "3"}), ElementsAre("3"));
  EXPECT_THAT(run({"a"}, {"2"}), IsEmpty());
  EXPECT_THAT(run({"a"}, {"1", "2"}), ElementsAre("1"));
}

TEST_F(ToldTest, KeepsWhatRunsOnOtherInputsHaveTold) {
  run({"a"}, {"1"});
  EXPECT_THAT(run({"b"}, {"2"}), ElementsAre("2"));
  EXPECT_THAT(run({"a"}, {"1"}), IsEmpty());
  EXPECT_THAT(run({"b"}, {"2"}), IsEmpty());
  EXPECT_THAT(run({"a", "b"}, {"1", "2"}), IsEmpty());
}

TEST_F(ToldTest, ListsWhatTheLastRunSkipped) {
  run({"a"}, {"1"});
  run({"b"}, {"2", "3"});
  EXPECT_THAT(Told::read(folder_.path()).skipped(),
              ElementsAre(SkippedRecord{"2", "torn"}, SkippedRecord{"3", "torn"}));
}

TEST_F(ToldTest, TellsAllAgainWhereTheFileIsCutAnywhereOrChanged) {
  run({"a"}, {"1", "2"});
  const std::string whole = bytes_;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    folder_.write(std::string(kLastToldName), whole.substr(0, size));
    Told told = Told::read(folder_.path());
    told.begin({"a"});
    ASSERT_TRUE(told.note("skipped", "1", "torn")) << size;
    std::string flipped = whole;
    flipped[size] = static_cast<char>(flipped[size] ^ 4);
    folder_.write(std::string(kLastToldName), flipped);
    told = Told::read(folder_.path());
    told.begin({"a"});
    ASSERT_TRUE(told.note("skipped", "1", "torn")) << size;
  }
}

TEST_F(ToldTest, KeepsTheWordsOfTheFirstRecordsOnly) {
  run({"a"}, std::vector<std::string>(5'000, "1"));
  EXPECT_EQ(Told::read(folder_.path()).skipped().size(), kMostListedSkipped);
  EXPECT_LT(bytes_.size(), 100'000U);
}

}  // namespace
}  // namespace dateline::indexer
