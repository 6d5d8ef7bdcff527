// Containers (tar, zip, single compressed files) as streams of members. The only door to
// libarchive.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "indexer/sources/byte_stream.h"

namespace dateline::indexer {

struct Member {
  // As printed in the container, without a leading "./"; "" for the content of a single compressed
  // file. Absolute paths and ".." mean nothing here: a path is only shown, never opened.
  std::string path;

  // Why the content of this member cannot be read, the others notwithstanding; empty if it can.
  std::string problem;
};

// Members are decompressed while they are read and never touch the disk; what is held is a buffer
// and the window of the compression. Directories, links and hidden files are passed over.
class Container {
 public:
  // A file on disk: read with seeking, so that a zip is read by its own table of contents.
  explicit Container(const std::string& path);
  explicit Container(std::unique_ptr<ByteStream> from);
  ~Container();
  Container(Container&&) noexcept;
  Container& operator=(Container&&) noexcept;

  // Goes to the next member, over what is unread of the present one. Nothing at the end, and where
  // the container is too damaged to go on; then failure() tells.
  std::optional<Member> next();

  // The content of the present member. Used before the next call of next() and while this lives.
  std::unique_ptr<ByteStream> content();

  // Why next() found no further member; empty at the proper end, and when the content of a member
  // already failed for the same reason.
  std::string failure() const;

 private:
  class Archive;
  std::unique_ptr<Archive> archive_;
};

}  // namespace dateline::indexer
