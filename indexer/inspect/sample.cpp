#include "indexer/inspect/sample.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "indexer/sources/folder_walk.h"

namespace dateline::indexer {
namespace {

constexpr std::uint64_t kFewestBytesEach = 256 << 10;

void list_files(const std::string& input, const ReadOptions& options,
                std::vector<std::string>& files) {
  if (!folder_identity(input)) {
    if (input != "-") files.push_back(input);
    return;
  }
  PassedOver passed_over;
  FolderWalk walk(input, folder_identity(options.excluded_folder), options.exclusions, passed_over);
  while (auto found = walk.next()) {
    if (auto* file = std::get_if<FoundFile>(&*found)) files.push_back(std::move(file->path));
  }
}

std::uint64_t bytes_of(const std::string& file) {
  std::error_code failed;
  const auto bytes = std::filesystem::file_size(file, failed);
  return failed ? 0 : bytes;
}

}  // namespace

Sample choose_sample(const std::vector<std::string>& inputs, const ReadOptions& options) {
  std::vector<std::string> files;
  for (const std::string& input : inputs) list_files(input, options, files);
  Sample sample;
  sample.files_in_all = files.size();
  for (const std::string& file : files) sample.bytes_in_all += bytes_of(file);
  if (sample.bytes_in_all <= kMostSampleBytes) return sample;
  const std::size_t step = (files.size() + kMostSampleFiles - 1) / kMostSampleFiles;
  for (std::size_t at = 0; at < files.size(); at += step) {
    sample.files.push_back(std::move(files[at]));
  }
  sample.bytes_each = std::max(kFewestBytesEach, kMostSampleBytes / sample.files.size());
  return sample;
}

}  // namespace dateline::indexer
