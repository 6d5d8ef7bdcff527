// The words of an index that a word of a query finds, as they are written there.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text_index/text_index.h"
#include "searcher/query/interpretation.h"

namespace dateline::searcher {

struct WrittenForm {
  std::string word;
  std::uint64_t articles = 0;  // of all segments and languages, deleted ones among them

  bool operator==(const WrittenForm&) const = default;
};

// Those that are in the index, in most articles first, then by byte. `stemmers`: one for each
// language of the index. Patterns must have been expanded.
std::vector<WrittenForm> written_forms(const AcceptedWords& accepted,
                                       std::span<const TextIndex* const> segments,
                                       std::span<Stemmer> stemmers);

}  // namespace dateline::searcher
