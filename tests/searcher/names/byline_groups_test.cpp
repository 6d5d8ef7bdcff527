#include "searcher/names/byline_groups.h"

#include <gmock/gmock.h>

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NameGroups, ArePartedBySignsAndWords) {
  EXPECT_THAT(name_groups("A B, C; D and E"),
              ElementsAre(NameGroup{{"A", "B"}, Parting::kNone}, NameGroup{{"C"}, Parting::kComma},
                          NameGroup{{"D"}, Parting::kEnd}, NameGroup{{"E"}, Parting::kAnd}));
  EXPECT_THAT(name_groups("A, and B"),
              ElementsAre(NameGroup{{"A"}, Parting::kNone}, NameGroup{{"B"}, Parting::kAnd}));
  EXPECT_THAT(name_groups(" ,; (x) "), IsEmpty());
}

TEST(NameGroups, LeaveOutBrackets) {
  EXPECT_THAT(name_groups("Ann (Bern (Berne), 3) Penn"),
              ElementsAre(NameGroup{{"Ann", "Penn"}, Parting::kNone}));
  EXPECT_THAT(name_groups("Ann (Bern"), ElementsAre(NameGroup{{"Ann"}, Parting::kNone}));
}

TEST(NameGroups, KeepWordsThatAreAlsoPartsOfNames) {
  for (const char* name : {"Ana Ortega y Gasset", "Karl von und zu Fels", "Ana E Smith", "e Ana"}) {
    EXPECT_EQ(name_groups(name).size(), 1u) << name;
  }
}

}  // namespace
}  // namespace dateline::searcher
