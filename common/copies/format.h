// The bytes of a copies.index: the one description that writer and readers share.
//
//   file      := "DLCP" version (u32) block* tail directory relations footer
//   block     := gaps: patched block (see common/text_index/block_codec.h)
//                articles: packed block, as wide as the number of articles in the segment
//   tail      := (gap (varint) article (varint))*
//   directory := (first fingerprint (u32) offset (u32))* for each block and for the tail
//   relations := (gap << 2 | own_group << 1 | own_story (varint) group (u64)? story (u64)?)*
//   footer    := articles (u32) relations (u32) fingerprints (u64) relations_bytes (u64)
//                fingerprints_check (u64) relations_check (u64) footer_check (u64)
//
// Integers are little-endian. Fingerprints, see fingerprints.h, are pairs of a fingerprint and an
// article of the segment that has it, in ascending order: 128 in a block, the rest in the tail. A
// gap is the difference from the fingerprint before, 0 at the start of a block and of the tail,
// whose first fingerprint is in the directory. `offset` counts from the end of the version.
//
// Relations, see relation.h, are those of the articles that are a copy or a version of an earlier
// one, in ascending order, with the gap from the article before, 0 before the first; all other
// articles have keys of their own. Keys that are an article's own are not written, and neither is
// the key of the story where it is that of the group; own_group and own_story are never both set.
//
// Checks are xxh3: of all before the relations, of the relations, of the footer before the check.
//
// On reuters-2006-2009, 28 bits a fingerprint and 1.4 % of the text: 24 of each hash, less what the
// order saves, and the article. Segments are never modified, so what a later segment finds out
// about copies of this one's articles is written there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

inline constexpr std::string_view kCopiesMagic = "DLCP";
inline constexpr std::size_t kCopiesHeaderBytes = 8;
inline constexpr std::size_t kCopiesEntryBytes = 8;  // of the directory
inline constexpr std::size_t kCopiesFooterBytes = 48;
inline constexpr std::uint64_t kOwnGroup = 2;
inline constexpr std::uint64_t kOwnStory = 1;

// The width of an article number in a block.
constexpr unsigned article_bits(std::uint32_t articles) {
  unsigned bits = 0;
  while (bits < 32 && (articles >> bits) != 0) ++bits;
  return bits;
}

}  // namespace dateline
