#include "common/text_index/posting_directory.h"

namespace dateline {

// Which columns there are and how wide follows from the term, so that one read checks them all.
PostingDirectory::PostingDirectory(const CheckedFile& file, const Term& term,
                                   std::uint32_t articles)
    : blocks_(static_cast<std::uint32_t>(term.articles / kBlockPostings)),
      end_bytes_(place_bytes(term.postings_bytes)),
      start_bytes_(place_bytes(term.positions_bytes)) {
  if (blocks_ == 0) return;
  const std::uint64_t blocks = blocks_;
  const bool has_positions = term.positions_bytes > 0;
  const unsigned skip_bytes = has_coded_positions(term.articles, articles) ? 0 : 1;
  const std::uint64_t positions_bytes =
      has_positions ? (blocks + 1) * (start_bytes_ + skip_bytes) : 0;
  bytes_ = blocks * (4 + end_bytes_) + positions_bytes + (blocks + 1) * sizeof(Bound);
  last_articles_ = file.read(Section::kLists, term.offset, bytes_);
  block_ends_ = last_articles_ + 4 * blocks;
  const std::uint8_t* rest = block_ends_ + end_bytes_ * blocks;
  if (has_positions) {
    positions_starts_ = rest;
    if (skip_bytes > 0) positions_skips_ = rest + start_bytes_ * (blocks + 1);
  }
  bounds_ = reinterpret_cast<const Bound*>(rest + positions_bytes);
}

}  // namespace dateline
