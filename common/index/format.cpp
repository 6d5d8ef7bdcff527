#include "common/index/format.h"

#include <fmt/format.h>

namespace dateline {

std::string manifest_name(std::uint64_t generation) {
  return fmt::format("{}/{:06}.json", kManifestsFolder, generation);
}

std::string deletions_name(std::uint64_t generation) {
  return fmt::format("{}/{:06}.roaring", kDeletionsFolder, generation);
}

std::string segment_folder(SegmentId id) {
  return fmt::format("{}/{:06}", kSegmentsFolder, id);
}

}  // namespace dateline
