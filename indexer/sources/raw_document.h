// One article's bytes as they stand in an archive: cut out, but neither decoded nor understood.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "indexer/sources/origin.h"
#include "indexer/sources/format.h"

namespace dateline::indexer {

// No article is larger; what is, is no article but a mistake or an attack. Bounds what one record,
// one line or one file can make the reader hold.
inline constexpr std::size_t kMaxArticleBytes = 64 << 20;

struct RawDocument {
  Origin origin;

  // Counts from 1 the records of a file or member that may hold several (JSON, Reuters-21578), the
  // unusable ones included; 0: the file or member is the article.
  std::uint64_t ordinal = 0;

  Format format = Format::kText;
  std::string bytes;  // a text file, a JSON object, a <REUTERS> element; in whatever encoding
};

}  // namespace dateline::indexer
