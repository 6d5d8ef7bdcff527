#include "indexer/sources/exclusions.h"

#include <fnmatch.h>

#include <algorithm>
#include <array>

#include "common/index/checksum.h"
#include "common/text/ascii.h"

namespace dateline::indexer {
namespace {

constexpr std::array<std::string_view, 4> kOfFileManagers = {"thumbs.db", "ehthumbs.db",
                                                             "desktop.ini", "__macosx"};

std::string lower_case(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), ascii::to_lower);
  return lower;
}

}  // namespace

bool is_hidden_or_backup(std::string_view name) {
  if (name.empty() || name == "." || name == "..") return false;
  const std::string lower = lower_case(name);
  const bool is_edited = name.size() > 2 && name.starts_with('#') && name.ends_with('#');
  return name.starts_with('.') || name.ends_with('~') || is_edited || lower.ends_with(".bak") ||
         std::ranges::find(kOfFileManagers, lower) != kOfFileManagers.end();
}

bool Exclusions::excludes(std::string_view path) const {
  if (patterns_.empty()) return false;
  while (path.starts_with("./")) path.remove_prefix(2);
  for (std::size_t end = path.find('/'); end < path.size(); end = path.find('/', end + 1)) {
    if (excludes_itself(std::string(path.substr(0, end)))) return true;
  }
  return excludes_itself(std::string(path));
}

bool Exclusions::excludes_itself(const std::string& path) const {
  const std::string name = path.substr(path.rfind('/') + 1);
  return std::ranges::any_of(patterns_, [&](const std::string& pattern) {
    const std::size_t slash = pattern.find('/');
    if (slash == std::string::npos) return ::fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
    const std::string whole =
        pattern.ends_with('/') ? pattern.substr(0, pattern.size() - 1) : pattern;
    const char* const from = whole.c_str() + (slash == 0 ? 1 : 0);
    const bool is_name = whole.find('/', slash == 0 ? 1 : 0) == std::string::npos && slash != 0;
    return ::fnmatch(from, is_name ? name.c_str() : path.c_str(), 0) == 0;
  });
}

void PassedOver::note(const std::string& path) {
  if (files++ == 0) example = path;
  hash = checksum(std::to_string(hash) + path);
}

}  // namespace dateline::indexer
