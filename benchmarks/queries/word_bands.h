// Words of an index by how common they are, and a fair draw of each band.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/index.h"
#include "corpus/random.h"

namespace dateline::bench {

// Shares of all articles: rare up to one in a thousand (or two articles), common from one in fifty.
enum class Band : std::uint8_t { kRare, kMiddle, kCommon };
inline constexpr std::size_t kBands = 3;

// Plain words only: lower-case ASCII letters, at least two. They need no quotes and mean the same
// to every engine.
bool is_plain_word(std::string_view term);

class WordBands {
 public:
  // Reads the dictionary of the largest segment and keeps up to `each` words of every band, drawn
  // evenly. The index must outlive this.
  WordBands(const Index& index, std::size_t each, corpus::Random& random);

  // In the order of the alphabet.
  const std::vector<std::string>& words(Band band) const {
    return words_[static_cast<std::size_t>(band)];
  }

  // Articles of all segments that hold the word as written, as a share of all.
  double share(std::string_view word) const;
  Band band(std::string_view word) const;

 private:
  Band band_of(std::uint64_t holding, std::uint64_t articles) const;

  const Index* index_;
  std::uint64_t articles_ = 0;
  std::array<std::vector<std::string>, kBands> words_;
};

}  // namespace dateline::bench
