// Where the words of a run stand, noted in order of the text and read in order of the words.
//
// Noting a word is one append; sorting comes afterwards, by counting, in a few passes that read and
// write memory in order. Growing a list for every word while the text is read would touch three
// places all over memory for each of its words, which costs several times as much once the run is
// larger than the processor's cache.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline::indexer {

struct Occurrence {
  std::uint32_t word = 0;
  std::uint32_t place = 0;
};

// Brings occurrences in order of renamed[word], those of one word staying in the order they are in,
// and gives the words their new names, which are those below the size of `renamed`.
void sort_occurrences(std::vector<Occurrence>& occurrences,
                      const std::vector<std::uint32_t>& renamed);

}  // namespace dateline::indexer
