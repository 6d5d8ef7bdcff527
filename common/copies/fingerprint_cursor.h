// Walks over the fingerprints of a copies.index in ascending order.
#pragma once

#include <array>
#include <cstdint>

#include "common/copies/copies_file.h"
#include "common/text_index/block_codec.h"

namespace dateline {

// The file must outlive it. Not thread-safe. The first block is read at once; every function may
// throw Error(kCorrupt).
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
  std::uint64_t lists() const { return parts_.directory.size() / 8; }
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
