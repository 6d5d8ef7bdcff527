#include "indexer/sources/container.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr std::size_t kBlockBytes = 128 << 10;

// One damaged header may be followed by a good one, an endless row of them is not waited for.
constexpr int kMaxDamagedHeaders = 16;

struct Deleter {
  void operator()(archive* handle) const noexcept { archive_read_free(handle); }
};
using Handle = std::unique_ptr<archive, Deleter>;

// Where libarchive fetches the compressed bytes from, if not from a file by itself.
struct Supply {
  std::unique_ptr<ByteStream> from;
  std::array<char, kBlockBytes> block;
};

la_ssize_t supply_block(archive* handle, void* supply_pointer, const void** block) {
  auto& supply = *static_cast<Supply*>(supply_pointer);
  const auto count = supply.from->read(supply.block.data(), supply.block.size());
  if (const auto failure = supply.from->failure(); count == 0 && !failure.empty()) {
    archive_set_error(handle, EIO, "%s", failure.c_str());
    return -1;
  }
  *block = supply.block.data();
  return static_cast<la_ssize_t>(count);
}

std::string last_error(archive* handle) {
  const char* text = archive_error_string(handle);
  return text != nullptr ? text : "damaged for a reason that libarchive does not tell";
}

std::string path_of(archive_entry* entry) {
  const char* path = archive_entry_pathname_utf8(entry);
  if (path == nullptr) path = archive_entry_pathname(entry);  // not UTF-8: the bytes as they are
  std::string_view text = path != nullptr ? path : "?";
  while (text.starts_with("./")) text.remove_prefix(2);
  return std::string(text);
}

// As for files on disk: a leading '.' hides a file and all below it.
bool is_hidden(std::string_view path) {
  if (path.starts_with("__MACOSX/")) return true;
  for (std::size_t begin = 0; begin < path.size();) {
    const auto end = std::min(path.find('/', begin), path.size());
    const auto name = path.substr(begin, end - begin);
    if (name.starts_with('.') && name != "." && name != "..") return true;
    begin = end + 1;
  }
  return false;
}

bool is_file(archive_entry* entry) {
  const auto type = archive_entry_filetype(entry);
  return (type == AE_IFREG || type == 0) && archive_entry_hardlink(entry) == nullptr;
}

}  // namespace

class Container::Archive {
 public:
  Archive() : handle_(archive_read_new()) {
    // By name: "all" has filters that start programs found on PATH.
    archive_read_support_filter_gzip(handle_.get());
    archive_read_support_filter_bzip2(handle_.get());
    archive_read_support_filter_xz(handle_.get());
    archive_read_support_filter_lzma(handle_.get());
    archive_read_support_filter_zstd(handle_.get());
    archive_read_support_format_tar(handle_.get());
    archive_read_support_format_zip(handle_.get());
    archive_read_support_format_raw(handle_.get());
    archive_read_support_format_empty(handle_.get());
  }

  void open(const std::string& path) {
    note_opening(archive_read_open_filename(handle_.get(), path.c_str(), kBlockBytes));
  }

  void open(std::unique_ptr<ByteStream> from) {
    supply_ = std::make_unique<Supply>();
    supply_->from = std::move(from);
    note_opening(archive_read_open(handle_.get(), supply_.get(), nullptr, supply_block, nullptr));
  }

  std::optional<Member> next();
  std::size_t read(char* into, std::size_t size, std::string& failure);
  const std::string& failure() const { return failure_; }
  std::size_t member_bytes() const { return member_bytes_; }

 private:
  void note_opening(int result) {
    if (result != ARCHIVE_OK) fail(last_error(handle_.get()));
  }
  void fail(std::string reason) {
    failure_ = std::move(reason);
    ended_ = true;
  }
  std::optional<Member> present(archive_entry* entry);

  std::unique_ptr<Supply> supply_;  // dies after the handle that points to it
  Handle handle_;
  std::string failure_;
  std::size_t member_bytes_ = 0;
  int damaged_headers_ = 0;
  bool ended_ = false;
};

std::optional<Member> Container::Archive::next() {
  while (!ended_) {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(handle_.get(), &entry);
    if (result == ARCHIVE_EOF) {
      ended_ = true;
    } else if (result == ARCHIVE_FATAL) {
      fail(last_error(handle_.get()));
    } else if (result < ARCHIVE_WARN) {  // ARCHIVE_RETRY, ARCHIVE_FAILED
      if (++damaged_headers_ > kMaxDamagedHeaders) ended_ = true;
      return Member{path_of(entry), last_error(handle_.get())};
    } else if (auto member = present(entry)) {
      return member;
    }
  }
  return std::nullopt;
}

// The size is set anew for each member: one whose size is unknown must not keep that of the last.
std::optional<Member> Container::Archive::present(archive_entry* entry) {
  member_bytes_ = 0;
  if (archive_format(handle_.get()) == ARCHIVE_FORMAT_RAW) {
    // Raw takes anything: without a filter, these are bytes that nothing here can decompress.
    if (archive_filter_count(handle_.get()) > 1) return Member{};
    fail("damaged, or no container that can be read");
    return std::nullopt;
  }
  std::string path = path_of(entry);
  if (!is_file(entry) || is_hidden(path)) return std::nullopt;
  if (archive_entry_size_is_set(entry)) {
    member_bytes_ = static_cast<std::size_t>(std::max<la_int64_t>(0, archive_entry_size(entry)));
  }
  return Member{std::move(path), {}};
}

std::size_t Container::Archive::read(char* into, std::size_t size, std::string& failure) {
  if (ended_) return 0;
  const auto count = archive_read_data(handle_.get(), into, size);
  if (count >= 0) return static_cast<std::size_t>(count);
  failure = last_error(handle_.get());
  if (count == ARCHIVE_FATAL) ended_ = true;
  return 0;
}

namespace {

template <typename Archive>
class ContentStream final : public ByteStream {
 public:
  explicit ContentStream(Archive& archive) : archive_(archive) {}

  std::size_t read(char* into, std::size_t size) override {
    return failure_.empty() ? archive_.read(into, size, failure_) : 0;
  }
  std::string failure() const override { return failure_; }
  std::size_t expected_bytes() const override { return archive_.member_bytes(); }

 private:
  Archive& archive_;
  std::string failure_;
};

}  // namespace

Container::Container(const std::string& path) : archive_(std::make_unique<Archive>()) {
  archive_->open(path);
}

Container::Container(std::unique_ptr<ByteStream> from) : archive_(std::make_unique<Archive>()) {
  archive_->open(std::move(from));
}

Container::~Container() = default;
Container::Container(Container&&) noexcept = default;
Container& Container::operator=(Container&&) noexcept = default;

std::optional<Member> Container::next() {
  return archive_->next();
}

std::unique_ptr<ByteStream> Container::content() {
  return std::make_unique<ContentStream<Archive>>(*archive_);
}

std::string Container::failure() const {
  return archive_->failure();
}

}  // namespace dateline::indexer
