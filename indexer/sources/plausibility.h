// How much a decoded text looks like what nobody writes: the sign of a wrong encoding.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::indexer {

struct Plausibility {
  std::size_t letters = 0;  // beyond ASCII
  std::size_t doubts = 0;   // weighed: 0 for what looks right

  bool operator==(const Plausibility&) const = default;
};

// Counts characters beyond ASCII that stand where none of them does: signs inside and before words
// ("¾e"), capitals behind small letters ("zavØen"), three and more accented Latin letters in a row,
// letters of two scripts in one word, quotation marks that open inside a word, controls, what could
// not be decoded. `utf8` is valid.
Plausibility judge(std::string_view utf8);

}  // namespace dateline::indexer
