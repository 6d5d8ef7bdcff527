// Texts with their frequent words as one or two bytes, which zstd then packs smaller and faster.
//
//   text   := (plain | word | escape)*
//   plain  := a byte 0x20..0x7f, '\n' or '\t' that stands for itself
//   word   := a code of one byte: 0x00..0x1e but '\n' and '\t', or below kFirstLead
//           | a lead byte (kFirstLead..0xfe) and any byte
//   escape := 0xff, count - 1 (u8), so many bytes as they are
//
// 0x1f occurs in no text except within an escape, so it can stand between two of them.
//
// A word is up to kShortWordBytes letters with the space before them, if there is one: " the".
// Which words there are is learnt from an archive (see indexer/store/shorthand_writer.h); word n
// has the n-th code, those of one byte first. On 126 MB of Reuters.com stories 16 thousand words
// leave 40 % of the bytes, of which zstd makes 0.78 of what it makes of the whole, in less time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

inline constexpr std::size_t kShortWordBytes = 16;
inline constexpr std::uint8_t kFirstHighCode = 0x80;
inline constexpr std::uint8_t kFirstLead = 0xa4;
inline constexpr std::uint8_t kShorthandEscape = 0xff;
inline constexpr char kShorthandSeparator = 0x1f;

constexpr bool is_plain_shorthand(std::uint8_t byte) {
  return (byte >= 0x20 && byte < 0x80) || byte == '\n' || byte == '\t';
}

// 0x00..0x1e without '\n' and '\t', then kFirstHighCode..kFirstLead.
inline constexpr std::size_t kOneByteWords = 0x1f - 2 + (kFirstLead - kFirstHighCode);
inline constexpr std::size_t kMaxShorthandWords =
    kOneByteWords + std::size_t{kShorthandEscape - kFirstLead} * 256;

// Which words have one byte: code byte -> word, or kNoShortWord.
inline constexpr std::uint16_t kNoShortWord = 0xffff;
constexpr std::array<std::uint16_t, 256> one_byte_words() {
  std::array<std::uint16_t, 256> words{};
  std::uint16_t next = 0;
  for (std::size_t byte = 0; byte < words.size(); ++byte) {
    const bool is_code = byte < kFirstLead &&
                         byte != static_cast<std::uint8_t>(kShorthandSeparator) &&
                         !is_plain_shorthand(static_cast<std::uint8_t>(byte));
    words[byte] = is_code ? next++ : kNoShortWord;
  }
  return words;
}

// The words that an archive's texts are shortened by, for reading. Immutable.
class Shorthand {
 public:
  Shorthand() = default;

  // Reads `words`: for each its length (u8) and its bytes. Throws Error(kCorrupt) naming `path`.
  Shorthand(std::string_view words, const std::filesystem::path& path);

  // Appends the first text of `shortened` to `text` and takes it off, with the separator after it.
  // Returns whether there was a separator. Throws Error(kCorrupt) naming `path` for what stands for
  // no text.
  bool expand_next(std::string_view& shortened, const std::filesystem::path& path,
                   std::string& text) const;

  std::size_t words() const { return words_.size(); }

 private:
  struct Word {
    std::array<char, kShortWordBytes> bytes{};  // zeros after the word
    std::uint8_t size = 0;
  };

  std::vector<Word> words_;
};

// Takes the first text off with the separator after it, and returns it as it is, in shorthand.
// Throws Error(kCorrupt) naming `path` where there is no separator.
std::string_view take_text(std::string_view& shortened, const std::filesystem::path& path);

}  // namespace dateline
