// A copies.index opened for reading. See format.h for its bytes, relation.h for what they mean.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "common/copies/fingerprints.h"
#include "common/copies/relation.h"
#include "common/index/file.h"
#include "common/text_index/block_codec.h"

namespace dateline {

// An article that has a fingerprint.
struct FingerprintEntry {
  Fingerprint fingerprint = 0;
  ArticleNumber article = 0;

  bool operator==(const FingerprintEntry&) const = default;
  bool operator<(const FingerprintEntry& other) const { return packed() < other.packed(); }

 private:
  std::uint64_t packed() const { return std::uint64_t{fingerprint} << 32 | article; }
};

// Immutable, so thread-safe. All functions throw Error(kCorrupt) with the name of the file where
// its bytes are not what was written, kVersion where another version wrote them.
class CopiesFile {
 public:
  // Reads the relations; fingerprints are not touched. Throws Error(kMissing), too.
  explicit CopiesFile(const std::filesystem::path& path);

  std::uint32_t articles() const { return articles_; }
  std::uint64_t fingerprints() const { return fingerprints_; }

  // Of the articles that have any, ascending.
  std::span<const CopyRelation> relations() const { return relations_; }

  // The relation of an article, with kOwnKey twice where there is none.
  CopyRelation relation(ArticleNumber article) const;

  // What stands between version and relations, checked: for FingerprintCursor. Valid as long as
  // this object.
  struct Fingerprints {
    std::string_view blocks;  // and the tail
    std::string_view directory;
  };
  Fingerprints checked_fingerprints() const;

  // Reads everything.
  void check() const;

  const std::filesystem::path& path() const { return file_.path(); }

  [[noreturn]] void fail(std::string_view reason) const;

 private:
  void read_footer();
  void read_relations(std::string_view bytes);

  MappedFile file_;
  std::uint32_t articles_ = 0;
  std::uint64_t fingerprints_ = 0;
  std::uint64_t fingerprints_check_ = 0;
  std::uint64_t relations_begin_ = 0;
  std::uint64_t directory_begin_ = 0;
  std::vector<CopyRelation> relations_;
};

// Walks over the fingerprints of a file in ascending order. The file must outlive it. The first
// block is read at once; every function may throw Error(kCorrupt). Not thread-safe.
class FingerprintCursor {
 public:
  explicit FingerprintCursor(const CopiesFile& file);

  bool done() const { return at_ >= file_.fingerprints(); }

  // Only while it is not done.
  FingerprintEntry entry() const {
    return {fingerprints_[at_ % kBlockValues], articles_[at_ % kBlockValues]};
  }
  void next() {
    if (++at_ % kBlockValues == 0 && !done()) read(at_ / kBlockValues);
  }

  // Moves to the first entry that has `fingerprint` or a greater one; never backwards. Passes over
  // blocks unread.
  void seek(Fingerprint fingerprint);

 private:
  Fingerprint first_of(std::uint64_t list) const;
  void read(std::uint64_t list);
  void read_block(std::string_view bytes);
  void read_tail(std::string_view bytes, std::size_t count);

  const CopiesFile& file_;
  CopiesFile::Fingerprints parts_;
  std::uint64_t at_ = 0;
  std::array<std::uint32_t, kBlockValues> fingerprints_{};
  std::array<std::uint32_t, kBlockValues> articles_{};
};

}  // namespace dateline
