#include "searcher/query/field.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::searcher {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(EditDistance, CountsLettersPutInTakenOutChangedOrSwapped) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("place", ""), 5u);
  EXPECT_EQ(edit_distance("place", "places"), 1u);
  EXPECT_EQ(edit_distance("colour", "color"), 1u);
  EXPECT_EQ(edit_distance("palce", "place"), 1u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
}

TEST(UnknownField, SuggestsOnlyWhatIsNear) {
  EXPECT_THAT(unknown_field("topic", {"topics"}), HasSubstr("did you mean 'topics'?"));
  EXPECT_THAT(unknown_field("author", {}), HasSubstr("did you mean 'byline'?"));
  EXPECT_THAT(unknown_field("biden", {}), Not(HasSubstr("did you mean")));
}

TEST(UnknownField, ListsTheFieldsAndTheWayOut) {
  EXPECT_EQ(
      unknown_field("biden", {}),
      "unknown field 'biden'; known are after, agency, before, byline, copies, date, headline, "
      "hlead, id, language, place, section, since, source, undated, until, url, words; put the "
      "text in quotes to search for it as it stands");
}

TEST(UnknownField, CutsALongList) {
  FieldNames many;
  for (int i = 0; i < 100; ++i) many.insert("zz_field_" + std::to_string(i));
  EXPECT_THAT(unknown_field("biden", many), HasSubstr(", ...;"));
}

}  // namespace
}  // namespace dateline::searcher
