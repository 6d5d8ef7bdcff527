#include "indexer/sources/archive_reader.h"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "common/error.h"
#include "indexer/sources/encoding.h"
#include "indexer/sources/sidecar.h"
#include "indexer/sources/zstd_stream.h"

namespace dateline::indexer {
namespace {

constexpr std::string_view kStandardInput = "-";

// Containers in containers are read, as when a year of .zip files lies in a .tar; endless ones are
// not.
constexpr std::size_t kMaxNestedContainers = 4;
constexpr const char* kTooDeep = "too many containers in each other";

// "./news//2006/" and "news/2006" are one input.
std::string normal(const std::string& input) {
  if (input == kStandardInput) return input;
  std::string path = std::filesystem::path(input).lexically_normal().string();
  if (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

void check_exists(const std::string& input) {
  if (input == kStandardInput || ::access(input.c_str(), R_OK) == 0) return;
  throw Error(ErrorKind::kInput,
              "cannot read input '" + input + "': " + std::generic_category().message(errno));
}

std::string folder_of(const std::string& path) {
  return std::filesystem::path(path).parent_path().string() + "/";
}

}  // namespace

struct ArchiveReader::OpenContainer {
  Container container;
  std::string member;  // its own path in the container around it
  bool given = false;  // whether it had a member
};

ArchiveReader::ArchiveReader(const std::vector<std::string>& inputs, ReadOptions options,
                             std::istream& standard_input)
    : options_(std::move(options)), standard_input_(standard_input) {
  for (const auto& input : inputs) {
    check_exists(input);
    inputs_.push_back(normal(input));
  }
}

ArchiveReader::~ArchiveReader() {
  // What reads from a container goes before the container, and an inner one before the outer.
  splitter_.reset();
  window_.reset();
  while (!containers_.empty()) containers_.pop_back();
}

// Companions hold records back, so one step of reading may give none or many.
std::optional<ArchiveRecord> ArchiveReader::next() {
  for (;;) {
    if (auto record = companions_.take()) return record;
    if (!advance()) {
      companions_.finish();
      return companions_.take();
    }
  }
}

// Does one step of reading, which may or may not give a record; false when all inputs are read.
bool ArchiveReader::advance() {
  if (splitter_) {
    take_record();
  } else if (!containers_.empty()) {
    open_next_member();
  } else {
    return open_next_input();
  }
  return true;
}

// A walk goes on where it was: a file is read to its end before the next is asked for.
bool ArchiveReader::open_next_input() {
  if (walk_) {
    auto found = walk_->next();
    if (!found) {
      walk_.reset();
    } else if (auto* bad = std::get_if<BadArticle>(&*found)) {
      give(std::move(*bad));
    } else {
      auto& file = std::get<FoundFile>(*found);
      std::string group = folder_of(file.path);
      open_file(std::move(file), std::move(group));
    }
    return true;
  }
  if (next_input_ == inputs_.size()) return false;
  const std::string& input = inputs_[next_input_++];
  if (input == kStandardInput) {
    origin_ = {input, {}, 0};
    open(std::make_unique<InputStream>(standard_input_), "");
  } else if (folder_identity(input)) {
    walk_.emplace(input, folder_identity(options_.excluded_folder), options_.exclusions,
                  passed_over_);
  } else {
    open_file({input, sidecar_of(input)}, "");
  }
  return true;
}

void ArchiveReader::open_file(FoundFile file, std::string group) {
  origin_ = {std::move(file.path), {}, 0};
  sidecar_ = std::move(file.sidecar);
  open(std::make_unique<FileStream>(origin_.file), std::move(group));
  sidecar_.clear();
}

void ArchiveReader::open_next_member() {
  auto& [container, outer, given] = containers_.back();
  auto member = container.next();
  origin_.line = 0;
  if (!member) {
    origin_.member = outer;
    if (!container.failure().empty()) {
      give_bad(container.failure());
    } else if (!given) {
      give(Companion{origin_, "a container without files"});
    }
    containers_.pop_back();
    return;
  }
  given = true;
  origin_.member = outer;
  if (!outer.empty() && !member->path.empty()) origin_.member += "/";
  origin_.member += member->path;
  if (is_passed_over(member->path)) return;
  if (!member->problem.empty()) return give_bad(std::move(member->problem));
  open(container.content(), origin_.file + "(" + folder_of(origin_.member));
}

bool ArchiveReader::is_passed_over(const std::string& member) {
  if (options_.exclusions.excludes(member)) return true;
  for (const auto& part : std::filesystem::path(member)) {
    if (!is_hidden_or_backup(part.string())) continue;
    passed_over_.note(to_string({origin_.file, origin_.member, 0}));
    return true;
  }
  return false;
}

// Containers and UTF-16 are opened whatever form the user named: the form is that of what is
// inside. A container on disk is given to libarchive by its name, since it reads a .zip from the
// directory at its end.
void ArchiveReader::open(std::unique_ptr<ByteStream> from, std::string group) {
  group_ = std::move(group);
  window_ = std::make_unique<ByteWindow>(std::move(from));
  window_->grow_to(kHeadBytes);
  if (window_->bytes().empty() && !window_->failure().empty()) return give_bad(window_->failure());
  auto recognised = recognise(window_->bytes().substr(0, kHeadBytes));
  const bool is_foreign = recognised.content == Content::kPackage ||
                          (recognised.content == Content::kNotText && !options_.format);
  if (is_foreign) {
    give_bad(std::move(recognised.reason));
  } else if (recognised.content == Content::kZstd) {
    if (layers_ + containers_.size() >= kMaxNestedContainers) return give_bad(kTooDeep);
    ++layers_;
    open(std::make_unique<ZstdStream>(std::move(window_)),
         origin_.file + "(" + folder_of(origin_.member));
    --layers_;
  } else if (recognised.content == Content::kContainer) {
    const bool on_disk =
        containers_.empty() && layers_ == 0 && std::filesystem::is_regular_file(origin_.file);
    open_container(on_disk ? Container(origin_.file) : Container(std::move(window_)));
  } else if (recognised.content == Content::kUtf16) {
    take_utf16();
  } else {
    open_articles(options_.format.value_or(recognised.format));
  }
}

void ArchiveReader::open_container(std::optional<Container> container) {
  if (layers_ + containers_.size() >= kMaxNestedContainers) return give_bad(kTooDeep);
  containers_.push_back({*std::move(container), origin_.member, false});
}

// Records of one file are numbered from 1: the number is part of the identity of those without one.
void ArchiveReader::open_articles(Format format) {
  format_ = format;
  ordinal_ = 0;
  switch (format) {
    case Format::kText:
      return take_text();
    case Format::kJson:
      splitter_ = make_json_splitter(*window_, options_.max_article_bytes);
      break;
    case Format::kTable:
      splitter_ = make_table_splitter(*window_, options_.max_article_bytes);
      break;
    case Format::kReuters21578:
      splitter_ = make_reuters_splitter(*window_, options_.max_article_bytes);
      break;
  }
}

// The whole file or member; nothing where it has been given as bad.
std::optional<std::string> ArchiveReader::take_whole(const char* too_large) {
  while (window_->bytes().size() <= options_.max_article_bytes && window_->grow()) {
  }
  if (window_->failure().empty() && window_->bytes().size() <= options_.max_article_bytes) {
    return window_->take();
  }
  give_bad(window_->failure().empty() ? too_large : window_->failure());
  return std::nullopt;
}

void ArchiveReader::take_text() {
  auto text = take_whole("larger than an article may be");
  if (!text) return;
  RawDocument document{origin_, 0, Format::kText, *std::move(text)};
  if (!sidecar_.empty()) document.sidecar = take_sidecar();
  give(std::move(document));
}

std::string ArchiveReader::take_sidecar() {
  FileStream stream(sidecar_);
  std::string bytes(kMaxSidecarBytes, '\0');
  std::size_t read = 0, size = 0;
  do {
    size = stream.read(bytes.data() + read, bytes.size() - read);
    read += size;
  } while (size > 0 && read < bytes.size());
  bytes.resize(read);
  if (!stream.failure().empty()) give(BadArticle{{sidecar_, {}, 0}, stream.failure()});
  return bytes;
}

// UTF-16 cannot be cut into records by bytes that mean something in ASCII, so it is read whole.
void ArchiveReader::take_utf16() {
  auto text = take_whole("a UTF-16 file larger than an article may be");
  if (!text) return;
  *text = from_utf16(*text);
  open(std::make_unique<MemoryStream>(*std::move(text)), group_);
}

// A failure of the stream is told behind the records before it, with the line where it broke.
void ArchiveReader::take_record() {
  auto record = splitter_->next();
  if (!record) {
    if (!window_->failure().empty()) give_bad(window_->failure(), window_->line());
    splitter_.reset();
    window_.reset();
    return;
  }
  const std::uint64_t ordinal = ordinal_ + 1;
  if (auto* bad = std::get_if<BadRecord>(&*record)) {
    ++ordinal_;
    return give_bad(std::move(bad->reason), bad->line);
  }
  auto& [line, bytes, rows, table] = std::get<Record>(*record);
  ordinal_ += rows;
  Origin origin = origin_;
  origin.line = line;
  give(RawDocument{std::move(origin), ordinal, format_, std::move(bytes), std::move(table)});
}

void ArchiveReader::give(ArchiveRecord record) {
  if (auto* document = std::get_if<RawDocument>(&record)) document->input = next_input_ - 1;
  // A form that the user names is what all files have: then none is a companion.
  companions_.put(std::move(record), options_.format ? std::string() : group_);
}

void ArchiveReader::give_bad(std::string reason, std::uint64_t line) {
  Origin origin = origin_;
  origin.line = line;
  give(BadArticle{std::move(origin), std::move(reason)});
}

}  // namespace dateline::indexer
