// Containers for tests, made in memory: what a tar, a zip or a gzip of some texts looks like.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::indexer::test {

using Texts = std::vector<std::pair<std::string, std::string>>;  // name, content

std::string tar_of(const Texts& texts);
std::string tar_gz_of(const Texts& texts);
std::string zip_of(const Texts& texts);

enum class Compression { kGzip, kZstd, kXz, kBzip2 };
std::string compressed(std::string_view text, Compression compression);

// A zstd frame that asks for a window of two to the power of `window_log` bytes.
std::string zstd_with_window(std::string_view text, int window_log);

// A tar with a folder, a link and a hidden file beside the texts.
std::string tar_with_other_entries(const Texts& texts);

}  // namespace dateline::indexer::test
