// What a text index is written from: batches of new articles or segments that are merged.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/publication_time.h"
#include "common/text_index/dictionary.h"

namespace dateline::indexer {

class PostingListEncoder;

// The first eight bytes as a number that sorts as they do.
inline std::uint64_t sort_prefix(std::string_view text) {
  std::uint64_t prefix = 0;
  std::memcpy(&prefix, text.data(), std::min<std::size_t>(text.size(), sizeof prefix));
  return __builtin_bswap64(prefix);
}

// One article's entry in the columns of a text index.
struct ArticleColumns {
  std::uint16_t length = 0;    // words of headline and body, 65,535 at most
  std::uint16_t headline = 0;  // words of the headline
  DateCode date = kUndated;
  std::uint64_t identity = 0;
  std::uint32_t content = 0;
};

// The words or the stems of one input, in order of bytes.
class TermStream {
 public:
  virtual ~TermStream() = default;

  virtual bool done() const = 0;
  virtual std::string_view text() const = 0;
  virtual std::uint32_t ordinal() const = 0;
  virtual void next() = 0;

  // Goes to the first term that is not before `text`, which must not lie behind.
  virtual void seek(std::string_view text) = 0;

  // For a stem whose articles are those of one word: the word's ordinal. Always nothing for words.
  virtual std::optional<std::uint32_t> only_word() const { return std::nullopt; }

  // For a stem: the ordinals of its words. Nothing for words.
  virtual std::vector<std::uint32_t> forms() const { return {}; }

  // Adds the current term's postings to the encoder, with positions for words; each article's
  // number goes up by `base`. Articles that are gone are left out and the rest close up.
  virtual void copy_to(PostingListEncoder& encoder, std::uint32_t base) = 0;
};

class TextIndexInput {
 public:
  virtual ~TextIndexInput() = default;

  // Articles that stay, numbered 1 to articles() once those that are gone are left out.
  virtual std::uint32_t articles() const = 0;
  virtual ArticleColumns columns(std::uint32_t article) const = 0;
  virtual std::uint64_t total_words() const = 0;
  virtual std::uint32_t words() const = 0;  // an upper bound of their ordinals

  // At most `count` terms, ascending, that part all of them into ranges of about one size.
  virtual std::vector<std::string> landmarks(DictionaryKind kind, std::size_t count) const = 0;

  virtual std::unique_ptr<TermStream> terms(DictionaryKind kind) const = 0;

  // Gives up memory that can be had again. May be called while others read.
  virtual void let_go() const {}
};

}  // namespace dateline::indexer
