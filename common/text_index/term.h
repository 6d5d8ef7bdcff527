// Where the lists of a term stand in a text index.
#pragma once

#include <cstdint>
#include <optional>

namespace dateline {

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

}  // namespace dateline
