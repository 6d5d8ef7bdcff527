#include "indexer/sources/folder_walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "indexer/sources/sidecar.h"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

std::string joined(const std::string& folder, const std::string& name) {
  if (folder == ".") return name;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

// Why what is neither a folder nor a file cannot be read.
std::string problem_of(const fs::directory_entry& entry) {
  std::error_code error;
  const auto status = entry.status(error);
  if (status.type() == fs::file_type::not_found) return "a link that leads nowhere";
  if (status.type() == fs::file_type::none) return error.message();
  return "not a regular file";
}

}  // namespace

std::optional<FolderIdentity> folder_identity(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return std::nullopt;
  return FolderIdentity{status.st_dev, status.st_ino};
}

FolderWalk::FolderWalk(const std::string& folder, std::optional<FolderIdentity> excluded,
                       const Exclusions& exclusions, PassedOver& passed_over)
    : root_(joined(folder, "")),
      excluded_(excluded),
      exclusions_(exclusions),
      passed_over_(passed_over),
      first_problem_(enter(folder)) {}

std::optional<std::variant<FoundFile, BadArticle>> FolderWalk::next() {
  if (first_problem_) return *std::exchange(first_problem_, std::nullopt);
  while (!levels_.empty()) {
    Level& level = levels_.back();
    if (level.at == level.entries.size()) {
      levels_.pop_back();
      continue;
    }
    Entry& entry = level.entries[level.at++];
    std::string path = joined(level.folder, entry.name);
    if (!entry.problem.empty())
      return BadArticle{{std::move(path), {}, 0}, std::move(entry.problem)};
    if (!path.ends_with('/')) {
      const bool described = !entry.sidecar.empty();
      return FoundFile{path, described ? joined(level.folder, entry.sidecar) : std::string()};
    }
    path.pop_back();
    if (auto problem = enter(std::move(path))) return *std::move(problem);
  }
  return std::nullopt;
}

bool FolderWalk::is_passed_over(const std::string& folder, const std::string& name) {
  const std::string path = joined(folder, name);
  if (exclusions_.excludes(std::string_view(path).substr(root_.size()))) return true;
  if (!is_hidden_or_backup(name)) return false;
  passed_over_.note(path);
  return true;
}

// Takes what describes another entry out, and gives its name to that.
void FolderWalk::take_sidecars(std::vector<Entry>& sorted) {
  for (Entry& entry : sorted) {
    const std::string text = described_by(entry.name);
    if (text.empty() || !entry.problem.empty()) continue;
    const auto described = std::ranges::lower_bound(sorted, text, {}, &Entry::name);
    const bool is_there = described != sorted.end() && described->name == text;
    if (!is_there || !described->sidecar.empty()) continue;
    described->sidecar = entry.name;
    entry.is_sidecar = true;
  }
  std::erase_if(sorted, [](const Entry& entry) { return entry.is_sidecar; });
}

// Sorted folder by folder with a slash behind their names, paths come in the order of their bytes.
std::optional<BadArticle> FolderWalk::enter(std::string folder) {
  const auto identity = folder_identity(folder);
  if (identity && identity == excluded_) return std::nullopt;
  const auto is_this = [&](const Level& level) { return level.identity == identity; };
  if (std::ranges::any_of(levels_, is_this)) {
    return BadArticle{{std::move(folder), {}, 0}, "a link to a folder that it lies in"};
  }
  Level level{std::move(folder), identity.value_or(FolderIdentity{}), {}, 0};
  std::error_code error;
  for (fs::directory_iterator at(level.folder, error), end; !error && at != end;
       at.increment(error)) {
    Entry entry;
    entry.name = at->path().filename().string();
    if (is_passed_over(level.folder, entry.name)) continue;
    // Mostly the folder tells what its entries are, and no file needs to be asked.
    std::error_code problem;
    if (at->is_directory(problem)) {
      entry.name += '/';
    } else if (!at->is_regular_file(problem)) {
      entry.problem = problem_of(*at);
    }
    level.entries.push_back(std::move(entry));
  }
  if (error) return BadArticle{{std::move(level.folder), {}, 0}, error.message()};
  std::ranges::sort(level.entries, {}, &Entry::name);
  take_sidecars(level.entries);
  levels_.push_back(std::move(level));
  return std::nullopt;
}

}  // namespace dateline::indexer
