// Matching the one exception of the project: EXPECT_THAT(call, throws_error(kind, part of the
// message)).
#pragma once

#include <gmock/gmock.h>

#include <string>

#include "common/error.h"

namespace dateline::test {

// For EXPECT_THAT([&] { ... }, throws_error(ErrorKind::kCorrupt, "articles.zst")).
inline auto throws_error(ErrorKind kind, const std::string& part) {
  using testing::AllOf;
  using testing::HasSubstr;
  using testing::Property;
  return testing::Throws<Error>(
      AllOf(Property("kind", &Error::kind, kind), Property("what", &Error::what, HasSubstr(part))));
}

}  // namespace dateline::test
