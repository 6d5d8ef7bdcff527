// Files that describe the text beside them, as collections of researchers have: 13-meta.txt has the
// author, URL, section and day of 13.txt, a line each.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// No description is larger; of what is, the beginning is read.
inline constexpr std::size_t kMaxSidecarBytes = 64 << 10;

// The name of the text that a file of this name describes where both lie in one folder: "13.txt" of
// "13-meta.txt", "13_meta.txt", "13.meta.txt" and "13.meta". Empty for any other name.
std::string described_by(std::string_view name);

// The path of the file that describes the text at `path`, empty where there is none. Asks the file
// system.
std::string sidecar_of(const std::string& path);

}  // namespace dateline::indexer
