// The part of a text that words are looked for in.
#pragma once

#include <cstdint>

namespace dateline::searcher {

enum class Where : std::uint8_t {
  kAnywhere,  // headline and body
  kHeadline,
  kLead,  // the headline and the first paragraph of the body
};

}  // namespace dateline::searcher
