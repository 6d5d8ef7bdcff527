#include "searcher/output/writers.h"

#include <gtest/gtest.h>

#include "tests/searcher/output/results.h"

namespace dateline::searcher {
namespace {

TEST(ToTrec, WritesSixColumnsAHit) {
  EXPECT_EQ(to_trec("7", full_result()),
            "7 Q0 gazette/17 1 11.25 dateline;generation=42;total=234;total_exact=true;"
            "groups=201;undated_left_out=12;read_as=harbour%20AND%20date:2023\n"
            "7 Q0 gazette/18 2 7.5 dateline;generation=42;total=234;total_exact=true;"
            "groups=201;undated_left_out=12;read_as=harbour%20AND%20date:2023\n");
}

TEST(ToTrec, KeepsColumnsApartAndOrderWithoutScores) {
  EXPECT_EQ(to_trec("a b", sparse_result()),
            "a_b Q0 notes/a_b.txt 1 1 "
            "dateline;generation=0;total=1;total_exact=false;read_as=ferries\n");
}

}  // namespace
}  // namespace dateline::searcher
