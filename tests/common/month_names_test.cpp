#include "common/month_names.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(FindMonth, KnowsNamesAndAbbreviationsOfSixLanguages) {
  const std::pair<std::string_view, unsigned> cases[] = {
      {"february", 2}, {"feb", 2},  {"marz", 3},   {"fevrier", 2},   {"aout", 8},
      {"enero", 1},    {"maio", 5}, {"luglio", 7}, {"dezember", 12}, {"sept", 9},
  };
  for (const auto& [name, number] : cases) {
    EXPECT_EQ(find_month(name), std::chrono::month{number}) << name;
  }
}

TEST(FindMonth, KnowsNoOtherWord) {
  for (const std::string_view word : {"", "f", "Feb", "feb.", "märz", "monday", "13"}) {
    EXPECT_EQ(find_month(word), std::nullopt) << word;
  }
}

}  // namespace
}  // namespace dateline
