// The bytes of a text.index: the one description that writer and readers share.
//
//   text.index := magic (8 bytes) section* page_checksums trailer
//   trailer    := section_count (u32) version (u32) (offset (u64) bytes (u64))[kSections]
//                 xxh3 of the trailer up to here (u64) magic
//
// Integers are little-endian. `page_checksums` holds an xxh3 (u64) for every kPageBytes of what
// lies before it, the last page cut short. A reader checks a page when it first touches it, so that
// a flipped bit is an error and never a wrong answer, and opening costs nothing.
//
// Sections, in order, each at a multiple of 8:
//
//   settings       articles (u32) total_words (u64)
//   lengths        words of headline and body, 65,535 at most (u16 an article)
//   headlines      words of the headline (u16 an article); positions below it are the headline's
//   dates          date codes (u32 an article), see common/publication_time.h
//   date_bounds    lowest and highest code of each 128 articles, undated ones aside (2 u32);
//                  0, 0 where all are undated
//   identities     xxh3 of Article::id (u64 an article)
//   contents       low half of the xxh3 of all that is indexed and stored of the article (u32 an
//                  article). It is only ever compared with that of the same identity, so a changed
//                  article is taken for unchanged once in 2^32 changes, however large the archive
//   lists          for each word, then each stem: its posting list, then its position list
//   words, stems   dictionaries
//   word_blocks    offset in the dictionary of words (u32) of each block of kDictionaryBlock terms
//   stem_blocks    the same for the dictionary of stems
//
// Articles are numbered from 1; column entry i belongs to article i + 1.
//
// A dictionary block; terms ascend by byte:
//
//   block := lists_offset (u64) entry*
//   entry := shared (u8) suffix_bytes (u8) suffix body
//   body  := word | stem of one word | stem of several
//     word             := articles (varint) occurrences - articles (varint)
//                         postings_bytes (varint) positions_bytes (varint)
//     stem of one word := 0 (u8) ordinal of the word in the word dictionary (varint)
//     stem of several  := articles (varint), never 0, occurrences - articles (varint)
//                         postings_bytes (varint) words (varint) ordinal of the first of them in
//                         the word dictionary (varint) difference from the one before - 1
//                         (varint)[words - 1]
//
// The lists of a block's terms follow one another from lists_offset on. A stem whose only written
// form occurs in the same articles has no list of its own: it points to the word's. Stems have no
// positions: those are found by the words of the stem, each of which stands with this stem in some
// article, or did in one that a merge has dropped.
//
// The postings of a term with n articles: n / 128 blocks, then a tail of n % 128.
//
//   list  := directory block* tail
//   directory, for b blocks (nothing if b is 0), column by column:
//     last_article (u32)[b]
//     block_end (place)[b]            bytes from the end of the directory
//     positions_start (place)[b + 1]  bytes from the start of the position list
//     positions_skip (u8)[b + 1]      positions to pass over there
//     bound (6 bytes)[b + 1]          see below
//            The last of b + 1 is the tail's. A place is a u16 in a list of 65,535 bytes at most,
//            else a u32: block_end by postings_bytes, positions_start by positions_bytes. Where
//            positions_bytes is 0, both columns of positions are left out; positions_skip stands
//            only where positions are in chunks.
//   block := flags (u8) articles occurrences headlines
//     articles    := patched block of gaps | where kDense is set in flags, a bit for each article
//                    after the last one of the block before, up to last_article
//     occurrences := patched block of occurrences - 1
//     headlines   := where kHasHeadline is set in flags: count (u8) and the places in the block of
//                    postings in the headline (u8)[count] | 0xff and a bit for each (16 bytes)
//   tail  := (gap << 1 | plain (varint), then if not plain:
//             (occurrences - 1) << 1 | headline (varint))*
//            plain: occurs once, not in the headline
//
// A gap is the difference from the article before, minus 1; before the first article is 0.
//
// A bound is up to three pairs (occurrences (u8), length_code (u8)); unused ones are 0, 0. Each
// posting of the block has, for one of the pairs, no more occurrences (those of a headline counted
// as kHeadlineBonus more, 255 standing for any number) and no smaller length. Any ranking that
// rises with occurrences and falls with length is bounded by the best pair; block-max indexes after
// Ding and Suel, "Faster top-k document retrieval using block-max indexes" (2011), with the impacts
// of Grand et al., "From MAXSCORE to block-max WAND" (2020).
//
// The positions of a term, without the gap between headline and body: for each posting in order the
// first, then differences minus 1. Very common words, see has_coded_positions(), have them run
// together and cut into chunks of 128:
//
//   positions := patched block* tail
//   tail      := (varint)*, with a byte 0xff before it where there are blocks
//
// All others have, for each block of postings and for the tail, the bits that position_code.h gives
// to each posting; each begins at a byte of its own and is filled up with zero bits. First the low
// bits of all of them, then for those that have more the high part in zero bits with a one behind:
//
//   positions := block* tail      block := bits of all low parts (varint) low* high*
//                                 tail  := low* high*
//
// On reuters-2006-2009 that takes 8.90 bits a position. No code that knows only how often the word
// stands in the article and how long that is can take less than 7.93 on average (the logarithm of
// the ways to place them); a code for each posting of every word takes 8.34, but reading
// all positions of very common words then costs 1.7 times as much, and a phrase of them 1.2 times.
// Chunks for all words, with the gap, took 9.74.
//
// Starts of sentences and paragraphs are positions of two terms that no text can contain.
//
// Pairs of neighbouring words that are both very common are terms of the word dictionary too, see
// paired_words.h. A pair stands where its first word does. So are the words of URLs, see
// url_terms.h, each with the articles whose URL has it: once, not in the headline, whatever the
// article's length, which URLs do not count in. Neither have positions, and positions_bytes is 0.
//
// Raise kTextIndexVersion with every change here, and kFormatVersion with it, see
// common/index/format.h: the programs refuse any other version.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

inline constexpr std::uint32_t kTextIndexVersion = 1;
inline constexpr std::string_view kTextIndexMagic = "DLTEXT\r\n";
inline constexpr std::size_t kPageBytes = 16 << 10;
inline constexpr std::size_t kDictionaryBlock = 32;
inline constexpr std::size_t kBlockPostings = 128;
inline constexpr std::uint8_t kHasHeadline = 0x80;
inline constexpr std::uint8_t kDense = 0x40;
inline constexpr std::uint32_t kDenseSpan = 1'024;  // the most articles that bits stand for
inline constexpr std::size_t kFewHeadlines = 15;    // above, bits are shorter
inline constexpr std::uint8_t kManyHeadlines = 0xff;
inline constexpr std::uint8_t kPositionTail = 0xff;

// Whether the positions of a word in so many of all articles have a code for each posting.
inline constexpr std::uint64_t kCommonShare = 8;
constexpr bool has_coded_positions(std::uint64_t articles, std::uint64_t of_all) {
  return articles < kBlockPostings || articles * kCommonShare < of_all;
}

// Bytes of a place in a list of this many.
constexpr unsigned place_bytes(std::uint64_t list_bytes) {
  return list_bytes <= 0xffff ? 2 : 4;
}

// How the terms that no text can contain begin.
inline constexpr std::string_view kSentenceStarts = "\x01s";
inline constexpr std::string_view kParagraphStarts = "\x01p";
inline constexpr char kPairMark = '\x02';
inline constexpr char kUrlMark = '\x03';

// Whether a term of the word dictionary has positions.
constexpr bool has_positions(std::string_view term) {
  return term.empty() || (term.front() != kPairMark && term.front() != kUrlMark);
}

// How many more occurrences a word in the headline counts for, once an article. Part of the format
// because bounds are computed with it.
inline constexpr std::uint32_t kHeadlineBonus = 4;

enum class Section : std::uint8_t {
  kSettings,
  kLengths,
  kHeadlines,
  kDates,
  kDateBounds,
  kIdentities,
  kContents,
  kLists,
  kWords,
  kStems,
  kWordBlocks,
  kStemBlocks,
};
inline constexpr std::size_t kSections = 12;

struct SectionPlace {
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
};

struct Trailer {
  std::uint32_t section_count = kSections;
  std::uint32_t version = kTextIndexVersion;
  std::array<SectionPlace, kSections> sections{};
  std::uint64_t checksum = 0;
  std::array<char, 8> magic{};
};
static_assert(sizeof(Trailer) == 8 + 16 * kSections + 16);

// A length on a scale of 255 steps, rounded down: exact below 32, then 16 steps for each doubling.
constexpr std::uint8_t length_code(std::uint32_t length) {
  if (length < 32) return static_cast<std::uint8_t>(length);
  unsigned shift = 0;
  while ((length >> shift) >= 32) ++shift;
  return static_cast<std::uint8_t>(16 * (shift + 1) + (length >> shift) - 16);
}

// The smallest length with this code.
constexpr std::uint32_t length_of_code(std::uint8_t code) {
  if (code < 32) return code;
  const unsigned shift = code / 16 - 1;
  return (16u + code % 16) << shift;
}
static_assert(length_of_code(length_code(31)) == 31 &&
              length_of_code(length_code(1'000)) <= 1'000 && length_code(65'535) < 255);

// Where the lists of a term stand.
struct Term {
  std::uint32_t articles = 0;     // that hold it, deleted ones included
  std::uint64_t occurrences = 0;  // in all of them
  std::uint64_t offset = 0;  // of the posting list in the section of lists; positions follow it
  std::uint64_t postings_bytes = 0;
  std::uint64_t positions_bytes = 0;  // 0 for lists of stems, pairs and words of URLs

  // For a stem without a list of its own, in which case all else is 0: the number of its only word.
  std::optional<std::uint32_t> only_word;

  bool operator==(const Term&) const = default;
};

struct BoundPair {
  std::uint8_t occurrences = 0;
  std::uint8_t length = 0;  // length_code
};
using Bound = std::array<BoundPair, 3>;
static_assert(sizeof(Bound) == 6);

}  // namespace dateline
