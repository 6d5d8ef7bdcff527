// The bounds within which an archive's own fields are kept, to be looked up by name.
#pragma once

#include <cstddef>

namespace dateline::indexer {

// A value beyond is not kept, is counted, and is told by name (SourceNotes::beyond). Longer values
// are texts, which are found where --map says that they are the body.
inline constexpr std::size_t kMaxFieldBytes = 4'096;
inline constexpr std::size_t kMaxFieldNameBytes = 64;  // "outer_inner" of a nested one
inline constexpr std::size_t kMaxFieldValues = 1'024;  // of one article, all its fields together
inline constexpr std::size_t kMaxFieldDepth = 6;       // objects in each other

// Of a whole index. Names are listed in every manifest, and each has a column for counting.
inline constexpr std::size_t kMaxFieldNames = 10'000;

}  // namespace dateline::indexer
