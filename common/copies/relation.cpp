#include "common/copies/relation.h"

namespace dateline {

StoryKey story_key(std::uint64_t identity, std::uint32_t content) {
  std::uint64_t key = identity ^ (std::uint64_t{content} + 1) * 0x9e37'79b9'7f4a'7c15;
  key = (key ^ key >> 31) * 0xbf58'476d'1ce4'e5b9;
  key ^= key >> 29;
  return key != kOwnKey ? key : 1;
}

}  // namespace dateline
