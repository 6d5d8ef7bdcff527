// Which files below an input, and which members of a container, are not read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

// Whether a file or folder of this name is hidden, a copy that an editor or a user left (x~, x.bak,
// #x#), or what a file manager writes beside files (Thumbs.db, __MACOSX).
bool is_hidden_or_backup(std::string_view name);

// What --exclude says. A pattern of a shell: * ? [a-z]; without a slash it is compared with the name
// of each file and folder, with one with the path below the input. * stands for slashes, too. What is
// excluded is excluded with all below it.
class Exclusions {
 public:
  Exclusions() = default;
  explicit Exclusions(std::vector<std::string> patterns) : patterns_(std::move(patterns)) {}

  // `path` is that below the input, or that of a member in its container.
  bool excludes(std::string_view path) const;

 private:
  bool excludes_itself(const std::string& path) const;

  std::vector<std::string> patterns_;
};

// Hidden and backup files that were met and not read.
struct PassedOver {
  std::uint64_t files = 0;
  std::string example;     // the first
  std::uint64_t hash = 0;  // of all their paths

  void note(const std::string& path);
};

}  // namespace dateline::indexer
