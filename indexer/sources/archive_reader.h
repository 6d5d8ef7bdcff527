// Inputs in, documents out: folders are walked, containers opened, records cut apart.
//
// This is the sequential half of reading and does as little as it can to each byte; parse()
// (parse.h) is the parallel half. Documents come in the order in which they stand.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/sources/byte_stream.h"
#include "indexer/sources/companions.h"
#include "indexer/sources/container.h"
#include "indexer/sources/folder_walk.h"
#include "indexer/sources/record_splitter.h"

namespace dateline::indexer {

struct ReadOptions {
  // Of every file and member that is no container; recognised for each by its content if not given.
  std::optional<Format> format;

  // Not read where it lies below an input: the folder of the index.
  std::string excluded_folder;
  Exclusions exclusions;  // --exclude

  std::size_t max_article_bytes = kMaxArticleBytes;
};

class ArchiveReader {
 public:
  // An input is a file, a folder or "-". Throws Error(kInput) if one does not exist or cannot be
  // opened, before any is read; that is all that is thrown. `standard_input` outlives the reader.
  //
  // Origins name files as they are named by the input, "./" and double slashes removed: an article
  // that has neither id nor URL keeps its identity as long as its input is spelled the same way.
  ArchiveReader(const std::vector<std::string>& inputs, ReadOptions options,
                std::istream& standard_input);
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  // The next document, nothing at the end. A file, member or record that cannot be read is a
  // BadArticle and reading goes on behind it; a container that breaks gives its members up to the
  // break first.
  std::optional<ArchiveRecord> next();

  // Hidden files and backups up to now.
  const PassedOver& passed_over() const { return passed_over_; }

 private:
  struct OpenContainer;

  bool advance();
  bool open_next_input();
  bool is_passed_over(const std::string& member);
  void open_next_member();
  void open_file(FoundFile file, std::string group);
  void open(std::unique_ptr<ByteStream> from, std::string group);
  void open_container(std::optional<Container> container);
  void open_articles(Format format);
  std::optional<std::string> take_whole(const char* too_large);
  void take_text();
  std::string take_sidecar();
  void take_utf16();
  void take_record();
  void give(ArchiveRecord record);
  void give_bad(std::string reason, std::uint64_t line = 0);

  ReadOptions options_;
  std::istream& standard_input_;
  std::vector<std::string> inputs_;
  std::size_t next_input_ = 0;
  PassedOver passed_over_;
  std::optional<FolderWalk> walk_;

  std::vector<OpenContainer> containers_;  // one inside of the other, the outermost first
  std::size_t layers_ = 0;                 // of zstd around what is being opened
  Origin origin_;                          // of what is open
  std::string sidecar_;                    // the path of the file that describes it; empty: none
  std::string group_;                      // what belongs together with it, for Companions
  std::unique_ptr<ByteWindow> window_;     // on a file or member of many records
  std::unique_ptr<RecordSplitter> splitter_;
  Format format_ = Format::kText;
  std::uint64_t ordinal_ = 0;

  Companions companions_;
};

}  // namespace dateline::indexer
