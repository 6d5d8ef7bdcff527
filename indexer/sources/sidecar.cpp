#include "indexer/sources/sidecar.h"

#include <unistd.h>

#include <array>

namespace dateline::indexer {
namespace {

constexpr std::string_view kText = ".txt";
constexpr auto kEndings =
    std::to_array<std::string_view>({"-meta.txt", "_meta.txt", ".meta.txt", ".meta"});

}  // namespace

std::string described_by(std::string_view name) {
  for (const std::string_view ending : kEndings) {
    if (name.size() <= ending.size() || !name.ends_with(ending)) continue;
    return std::string(name.substr(0, name.size() - ending.size())).append(kText);
  }
  return {};
}

std::string sidecar_of(const std::string& path) {
  if (!path.ends_with(kText)) return {};
  for (const std::string_view ending : kEndings) {
    std::string sidecar = path.substr(0, path.size() - kText.size()).append(ending);
    if (sidecar != path && ::access(sidecar.c_str(), R_OK) == 0) return sidecar;
  }
  return {};
}

}  // namespace dateline::indexer
