// Learns which words of an archive are worth a code, and shortens texts by them. What comes out:
// common/index/shorthand.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/shorthand.h"

namespace dateline::indexer {

// The words that save most in these texts, most frequent first, as Shorthand reads them. Depends on
// the texts alone. Empty where few words come again.
std::string learn_shorthand(std::span<const std::string_view> texts);

// Immutable, so one serves all threads.
class ShorthandWriter {
 public:
  // `words` as learn_shorthand gives them or a store keeps them.
  explicit ShorthandWriter(std::string_view words);

  // Appends the text in short. Any bytes come back from Shorthand::expand as they were.
  void shorten(std::string_view text, std::string& shortened) const;

  // Appends all texts of an article as a block holds them: see common/index/article_record.h.
  void shorten_record(const Article& article, std::string& shortened) const;

 private:
  // A word in two registers: words are compared at once, and never longer.
  struct Key {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    bool operator==(const Key&) const = default;
  };
  struct Word {
    Key key;
    std::array<char, 2> code{};
    std::uint8_t code_bytes = 0;
  };

  static Key key_of(std::string_view word);
  static Key key_of_readable(const char* word, std::size_t size);
  static std::size_t hash_of(const Key& key);
  const Word* find(const Key& key) const;

  std::vector<Word> words_;
  std::vector<std::uint16_t> slots_;  // hash -> word + 1, 0: none; the next slot where taken
};

}  // namespace dateline::indexer
