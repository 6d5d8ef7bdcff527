// In which order hits come, from the command line down to the leaf of a query.
#pragma once

#include <cstdint>

namespace dateline::searcher {

enum class Order : std::uint8_t {
  kRelevance,
  kNewest,
  kOldest,
  kNone,  // nothing is scored: matches are only counted
};

inline bool is_by_date(Order order) {
  return order == Order::kNewest || order == Order::kOldest;
}

}  // namespace dateline::searcher
