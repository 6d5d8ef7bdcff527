// An index of the sample archive in a temporary folder, for targets that search.
#pragma once

#include <filesystem>

namespace dateline::fuzz {

// In two segments, the first of them with deleted articles. The folder is removed with the value.
class SampleIndex {
 public:
  SampleIndex();
  ~SampleIndex();
  SampleIndex(const SampleIndex&) = delete;
  SampleIndex& operator=(const SampleIndex&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace dateline::fuzz
