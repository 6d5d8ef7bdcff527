// The order of day and month over a whole run: what stands last decides of what stands first.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "common/index/index.h"
#include "indexer/update/update.h"
#include "tests/temporary_folder.h"

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class DayOrderOfARun : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::vector<std::string>& dates) {
    std::string articles;
    for (const std::string& date : dates) {
      articles += R"({"title": "The market", "text": "It closed.", "date": ")" + date + "\"}\n";
    }
    return folder_.write(name, articles);
  }

  void update(const std::vector<std::string>& inputs, const std::string& piped = "") {
    UpdateOptions options = options_;
    options.index_dir = folder_.path() / "index";
    options.inputs = inputs;
    std::istringstream in(piped);
    std::ostringstream out;
    std::ostringstream log;
    run_update(options, {in, out, log});
    log_ = log.str();
  }

  std::vector<std::string> days() const {
    std::vector<std::string> days;
    const Index index = Index::open(folder_.path() / "index");
    for (const OpenSegment& segment : index.segments()) {
      for (const DateCode code : segment.text_index->dates()) {
        days.push_back(to_iso(from_date_code(code)));
      }
    }
    return days;
  }

  test::TemporaryFolder folder_;
  UpdateOptions options_;
  std::string log_;
};

TEST_F(DayOrderOfARun, IsToldByOneDateThatStandsLast) {
  update({write("us.jsonl", {"1/2/2020", "1/5/2020", "1/13/2020"})});
  EXPECT_THAT(days(), ElementsAre("2020-01-02", "2020-01-05", "2020-01-13"));
  EXPECT_THAT(log_, IsEmpty());
}

TEST_F(DayOrderOfARun, NamesWhatIsSkippedOnceThoughItReadsTwice) {
  const std::string us = write("us.jsonl", {"1/2/2020", "1/13/2020"});
  folder_.write("bad.jsonl", "{\"title\": \"cut\n");
  update({us, folder_.path() / "bad.jsonl"});
  EXPECT_EQ(days().front(), "2020-01-02");
  const std::size_t first = log_.find("skipped ");
  ASSERT_NE(first, std::string::npos) << log_;
  EXPECT_EQ(log_.find("skipped ", first + 1), std::string::npos) << log_;
}

TEST_F(DayOrderOfARun, IsOfEachInput) {
  update(
      {write("us.jsonl", {"1/2/2020", "1/13/2020"}), write("uk.jsonl", {"1/2/2020", "13/1/2020"})});
  EXPECT_THAT(days(), ElementsAre("2020-01-02", "2020-01-13", "2020-02-01", "2020-01-13"));
}

TEST_F(DayOrderOfARun, IsToldToBeAGuessOrAsTheUserSays) {
  const std::string any = write("any.jsonl", {"1/2/2020"});
  update({any});
  EXPECT_THAT(days(), ElementsAre("2020-02-01"));
  EXPECT_THAT(log_,
              HasSubstr("any.jsonl' has a day that can be read in two ways, such as 1/2/2020"));
  options_.day_order = DayOrder::kMonthFirst;
  options_.index_dir = folder_.path() / "index";
  update({any});
  EXPECT_THAT(days(), ::testing::Contains("2020-01-02"));
  EXPECT_THAT(log_, IsEmpty());
}

TEST_F(DayOrderOfARun, OfStandardInputIsAWarning) {
  const std::string us = R"({"title": "a", "text": "b", "date": "1/2/2020"})"
                         "\n"
                         R"({"title": "a", "text": "c", "date": "1/13/2020"})"
                         "\n";
  update({"-"}, us);
  EXPECT_THAT(days(), ElementsAre("2020-02-01", "2020-01-13"));
  EXPECT_THAT(log_, HasSubstr("warning: 1 dates of '-'"));
}

}  // namespace
}  // namespace dateline::indexer
