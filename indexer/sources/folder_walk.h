// The files below a folder, in the bytewise order of their paths.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/sources/archive_record.h"
#include "indexer/sources/exclusions.h"

namespace dateline::indexer {

// Which folder it is, however it is spelled.
struct FolderIdentity {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  bool operator==(const FolderIdentity&) const = default;
};

// A file that a walk comes to.
struct FoundFile {
  std::string path;
  std::string sidecar;  // the path of the file that describes it; empty: there is none
};

// Nothing if there is no such folder.
std::optional<FolderIdentity> folder_identity(const std::string& path);

// Hidden files and backups are passed over and counted, what is excluded is passed over; a sidecar
// (sidecar.h) is none of the files but comes with the one that it describes. Links to
// files and folders are followed, but not into a folder that the walk is inside of. Holds the names
// of the folders on its way only.
class FolderWalk {
 public:
  // `excluded` is passed over where it is met: the index may lie among the articles. `exclusions`
  // and `passed_over` outlive the walk.
  FolderWalk(const std::string& folder, std::optional<FolderIdentity> excluded,
             const Exclusions& exclusions, PassedOver& passed_over);

  // The next file, or what cannot be read: a folder without permission, a dangling or
  // circular link, a device. The same files give the same order on every machine.
  std::optional<std::variant<FoundFile, BadArticle>> next();

 private:
  struct Entry {
    std::string name;  // of a folder with '/' at its end, so that sorting names sorts paths
    std::string problem;
    std::string sidecar;  // the name of the file that describes it
    bool is_sidecar = false;
  };
  struct Level {
    std::string folder;
    FolderIdentity identity;
    std::vector<Entry> entries;
    std::size_t at = 0;
  };

  std::optional<BadArticle> enter(std::string folder);
  static void take_sidecars(std::vector<Entry>& sorted);
  bool is_passed_over(const std::string& folder, const std::string& name);

  std::string root_;
  std::optional<FolderIdentity> excluded_;
  const Exclusions& exclusions_;
  PassedOver& passed_over_;
  std::vector<Level> levels_;
  std::optional<BadArticle> first_problem_;
};

}  // namespace dateline::indexer
