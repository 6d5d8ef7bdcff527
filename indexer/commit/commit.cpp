#include "indexer/commit/commit.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "common/error.h"
#include "common/index/checksum.h"
#include "common/index/file.h"
#include "indexer/commit/durable_file.h"
#include "indexer/commit/leftovers.h"

namespace dateline::indexer {
namespace {

constexpr std::array kFolders = {kManifestsFolder, kSegmentsFolder, kDeletionsFolder};

std::string temporary(std::string_view name) {
  return fmt::format("{}{}", name, kTemporarySuffix);
}

bool is_part_of_index(const std::string& name) {
  return name == kCurrentName || name == temporary(kCurrentName) || name == kLockName ||
         name == kLastRunName || name == temporary(kLastRunName) || name == kLastToldName ||
         name == temporary(kLastToldName) ||
         std::find(kFolders.begin(), kFolders.end(), name) != kFolders.end();
}

// A slip of the hand in --index must not mix an index into a folder of something else.
void refuse_other_folders(const std::filesystem::path& index) {
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(index, failed)) {
    if (std::filesystem::exists(index / kCurrentName)) return;
    if (is_part_of_index(entry.path().filename())) continue;
    throw Error(ErrorKind::kUsage,
                fmt::format("'{}' holds no index but other files: name a new or empty folder",
                            index.string()));
  }
}

void make_folders(const std::filesystem::path& index, SystemCalls& system) {
  for (const auto folder : kFolders) make_folder(index / folder, system);
  sync(index, system);
}

// Without CURRENT nothing has become live yet, or the file was lost. The first generation alone may
// be what a killed run left; any later one has been live.
void refuse_lost_current(const std::filesystem::path& index) {
  for (const auto& entry : std::filesystem::directory_iterator(index / kManifestsFolder)) {
    const std::string name =
        fmt::format("{}/{}", kManifestsFolder, entry.path().filename().string());
    if (name == manifest_name(1)) continue;
    throw damaged(index, fmt::format("{} is missing although there is '{}': build it anew in a new "
                                     "folder, or put {} back",
                                     kCurrentName, name, kCurrentName));
  }
}

std::optional<Manifest> read_base(const std::filesystem::path& index) {
  const auto current = read_current(index);
  if (current) return read_manifest(index, *current);
  refuse_lost_current(index);
  return std::nullopt;
}

// Sorted, so that the manifest is the same on every file system.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void make_index_folder(const std::filesystem::path& index, SystemCalls& system) {
  if (!make_folder(index, system)) return refuse_other_folders(index);
  const auto parent = std::filesystem::absolute(index / "").parent_path().parent_path();
  sync(parent, system);
}

// What the holder wrote; empty where it has not come to that yet.
std::string holder(int file) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(file, text.data(), text.size(), 0);
  const std::string_view line(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  const std::string_view digits = line.substr(0, line.find_first_not_of("0123456789"));
  return digits.empty() ? "" : fmt::format(" (process {})", digits);
}

// For the message of others only: where it cannot be written, they will do without.
void write_holder(int file) {
  const std::string line = fmt::format("{}\n", ::getpid());
  if (::ftruncate(file, 0) == 0) [[maybe_unused]]
    const auto done = ::pwrite(file, line.data(), line.size(), 0);
}

}  // namespace

IndexLock::IndexLock(const std::filesystem::path& index)
    : file_(::open((index / kLockName).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666)) {
  if (file_ < 0) {
    throw Error(ErrorKind::kSystem,
                fmt::format("cannot open '{}': {}", (index / kLockName).string(),
                            std::generic_category().message(errno)));
  }
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) {
    write_holder(file_);
    return;
  }
  const int code = errno;
  const std::string who = holder(file_);
  ::close(file_);
  if (code != EWOULDBLOCK) {
    throw Error(ErrorKind::kSystem, fmt::format("cannot lock index '{}': {}", index.string(),
                                                std::generic_category().message(code)));
  }
  throw Error(ErrorKind::kLocked,
              fmt::format("another run{} is writing index '{}': try again when it has finished",
                          who, index.string()));
}

IndexLock::~IndexLock() {
  ::close(file_);
}

// The lock comes before everything that looks at the index: another run may be changing it.
Commit::Commit(const std::filesystem::path& index, SystemCalls& system)
    : index_(index), system_(system) {
  make_index_folder(index_, system_);
  lock_.emplace(index_);
  make_folders(index_, system_);
  const auto live = read_base(index_);
  remove_leftovers(index_, live);
  if (live) base_ = *live;
  next_segment_ = base_.next_segment;
}

Commit::~Commit() {
  std::error_code ignored;  // the next run tries again
  for (const auto& folder : new_folders_) std::filesystem::remove_all(folder, ignored);
}

SegmentOnDisk Commit::new_segment() {
  SegmentOnDisk segment;
  segment.entry.id = next_segment_++;
  segment.folder = index_ / temporary(segment_folder(segment.entry.id));
  make_folder(segment.folder, system_);
  new_folders_.push_back(segment.folder);
  return segment;
}

// In this order, each step durable before the next: files of the segments, deletions, the manifest
// that names them, CURRENT. Whatever fails before the last rename leaves the old generation live.
Manifest Commit::publish(Manifest next, const Deletions& deletions) {
  next.generation = base_.generation + 1;
  next.created = to_utc_text(std::chrono::system_clock::now());
  next.program_version = DATELINE_VERSION;
  next.next_segment = next_segment_;
  seal_segments(next);
  write_deletions(next, deletions);
  make_live(write_manifest(next));
  try {
    remove_leftovers(index_, next);
  } catch (const Error&) {  // the run has succeeded; the next one tries again
  }
  return next;
}

void Commit::note_run(const RunSummary& run) {
  replace(kLastRunName, to_json(run));
}

void Commit::note_told(std::string_view bytes) {
  replace(kLastToldName, bytes);
}

void Commit::replace(std::string_view name, std::string_view bytes) {
  const auto prepared = index_ / temporary(name);
  write_file(prepared, bytes, system_);
  rename(prepared, index_ / name, system_);
}

void Commit::seal_segments(Manifest& next) {
  for (SegmentEntry& segment : next.segments) {
    if (segment.id >= base_.next_segment) seal(segment);
  }
  sync(index_ / kSegmentsFolder, system_);
}

// Xapian does not sync what it writes, so every file is synced again. The folder loses its
// temporary name when all in it is durable: a name without the suffix promises whole files.
void Commit::seal(SegmentEntry& segment) {
  const auto folder = index_ / temporary(segment_folder(segment.id));
  segment.files.clear();
  for (const auto& file : files_of(folder)) {
    sync(file, system_);
    segment.files.push_back({file.filename(), file_size_bytes(file), file_checksum(file)});
  }
  sync(folder, system_);
  rename(folder, index_ / segment_folder(segment.id), system_);
}

void Commit::write_deletions(Manifest& next, const Deletions& deletions) {
  Deletions listed;
  for (SegmentEntry& segment : next.segments) {
    const auto found = deletions.find(segment.id);
    if (found != deletions.end()) listed.insert(*found);
    segment.deleted = found != deletions.end() ? found->second.count() : 0;
  }
  std::erase_if(listed, [](const auto& entry) { return entry.second.empty(); });
  next.deletions.reset();
  if (listed.empty()) return;
  const std::string bytes = encode_deletions(listed);
  next.deletions = FileEntry{deletions_name(next.generation), bytes.size(), checksum(bytes)};
  write_file(index_ / next.deletions->name, bytes, system_);
  sync(index_ / kDeletionsFolder, system_);
}

Current Commit::write_manifest(const Manifest& next) {
  const std::string text = to_json(next);
  if (text.size() > kManifestLimitBytes) {
    throw Error(ErrorKind::kInput,
                fmt::format("the manifest would have {} bytes, more than the {} that are read: the "
                            "archives have too many names of fields",
                            text.size(), kManifestLimitBytes));
  }
  const Current current{manifest_name(next.generation), checksum(text)};
  write_file(index_ / current.manifest, text, system_);
  sync(index_ / kManifestsFolder, system_);
  return current;
}

// A rename replaces the file as a whole: readers see the old name or the new one.
void Commit::make_live(const Current& current) {
  const auto prepared = index_ / temporary(kCurrentName);
  write_file(prepared, to_text(current), system_);
  rename(prepared, index_ / kCurrentName, system_);
  sync(index_, system_);
}

}  // namespace dateline::indexer
