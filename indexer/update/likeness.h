// What two versions of one article have in common, in a few bytes: to tell a corrected story from
// another one that came under the same id.
#pragma once

#include <cstdint>
#include <string>

#include "common/article.h"

namespace dateline::indexer {

// Hashes of letters and digits in lower case, so that commas and blanks do not count. 0: none.
struct Likeness {
  std::uint32_t headline = 0;
  std::uint32_t beginning = 0;  // of the body: its first 96 bytes of letters and digits
  std::uint32_t end = 0;        // and its last

  bool operator==(const Likeness&) const = default;
};

Likeness likeness_of(const Article& article);

// Whether two articles share headline, beginning or end; true where one of them has no text at all,
// of which nothing can be told.
bool share_something(const Likeness& a, const Likeness& b);

// A closer look, for what came under one weak identity.
struct Kin {
  Likeness likeness;
  std::uint32_t source = 0;
  std::uint32_t place = 0;  // the file that it stands in; 0: not known
  std::int32_t day = 0;     // since 1970; kNoDay where it has none

  static constexpr std::int32_t kNoDay = INT32_MIN;
};

// `place` names the file and member.
Kin kin_of(const Article& article, const std::string& place);

// Whether two articles are versions of one: they share the beginning of their text, or their
// headline; but a headline is shared by the weather of all days, so it does not count where the
// days or the files differ. Articles of two sources are never one.
bool are_versions(const Kin& a, const Kin& b);

}  // namespace dateline::indexer
