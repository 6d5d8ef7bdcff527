#include "indexer/inspect/inspection.h"

#include <fmt/format.h>

namespace dateline::indexer {
namespace {

std::string megabytes_text(std::uint64_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

}  // namespace

std::string extent_of(const Inspection& inspection) {
  const Sample& sample = inspection.sample;
  if (!sample.is_whole()) {
    return fmt::format("a sample: the first {} of each of {} of {} files, which have {} in all",
                       megabytes_text(sample.bytes_each), sample.files.size(), sample.files_in_all,
                       megabytes_text(sample.bytes_in_all));
  }
  if (inspection.is_cut) {
    return fmt::format("a sample: the first {} of what {} files hold, unpacked",
                       megabytes_text(inspection.bytes_read), sample.files_in_all);
  }
  if (sample.files_in_all == 0)
    return fmt::format("all of {}", megabytes_text(inspection.bytes_read));
  return fmt::format("all of {} file{}, {}", sample.files_in_all,
                     sample.files_in_all == 1 ? "" : "s", megabytes_text(sample.bytes_in_all));
}

}  // namespace dateline::indexer
