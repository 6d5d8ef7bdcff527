// A disk that loses its power: keeps in mind what has been synced, and shows what would be left.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "tests/indexer/commit/faulty_system_calls.h"
#include "tests/temporary_folder.h"

namespace dateline::test {

// What a file system may do with names that were not synced when the power went.
enum class UnsyncedNames {
  kLost,  // files created are gone, renames and removals have not happened
  kKept,  // names are as they were last, the content of unsynced files is lost all the same
};

// Fails from the n-th call onward, as a run whose machine dies. Then leave() writes what is on
// disk.
class PowerCut : public FaultySystemCalls {
 public:
  // All that is at `root` by now counts as synced.
  PowerCut(const std::filesystem::path& root, std::size_t number)
      : FaultySystemCalls(Fault::kOnward, number), root_(root) {
    note(root_);
    if (!std::filesystem::exists(root_)) return;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root_)) note(entry);
  }
  ~PowerCut() override {
    for (const int file : held_) ::close(file);
  }

  int open(const char* path, int flags, mode_t mode) override {
    const int file = FaultySystemCalls::open(path, flags, mode);
    if (file >= 0) paths_[file] = path;
    return file;
  }
  int fsync(int file) override {
    const int synced = FaultySystemCalls::fsync(file);
    if (synced == 0) note(paths_[file]);
    return synced;
  }

  // Writes what the power cut left of the root to `target`.
  void leave(const std::filesystem::path& target, UnsyncedNames names) const {
    if (std::filesystem::exists(root_)) leave(root_, inode(root_), target, names);
  }

 private:
  using Inode = ino_t;

  static Inode inode(const std::filesystem::path& path) {
    struct stat status {};
    ::stat(path.c_str(), &status);
    return status.st_ino;
  }

  static std::map<std::string, Inode> names_in(const std::filesystem::path& folder) {
    std::map<std::string, Inode> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      names[entry.path().filename()] = inode(entry);
    }
    return names;
  }

  void note(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) return;
    // Held open, so that the number of a removed file is not given to another.
    held_.push_back(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (std::filesystem::is_directory(path)) {
      folders_[inode(path)] = names_in(path);
    } else {
      files_[inode(path)] = content_of(path);
    }
  }

  // `real` is where the folder is now; without meaning where names are lost.
  void leave(const std::filesystem::path& real, Inode folder, const std::filesystem::path& target,
             UnsyncedNames names) const {
    std::filesystem::create_directories(target);
    const auto synced = folders_.find(folder);
    std::map<std::string, Inode> entries;
    if (synced != folders_.end()) entries = synced->second;
    if (names == UnsyncedNames::kKept) entries = names_in(real);
    for (const auto& [name, number] : entries) {
      const bool is_folder = names == UnsyncedNames::kKept
                                 ? std::filesystem::is_directory(real / name)
                                 : folders_.contains(number);
      if (is_folder) {
        leave(real / name, number, target / name, names);
      } else {
        const auto content = files_.find(number);
        std::ofstream(target / name, std::ios::binary)
            << (content != files_.end() ? content->second : "");
      }
    }
  }

  std::filesystem::path root_;
  std::map<int, std::string> paths_;  // of open files
  std::map<Inode, std::string> files_;
  std::map<Inode, std::map<std::string, Inode>> folders_;
  std::vector<int> held_;
};

}  // namespace dateline::test
