// What a search comes to before anything is read: which articles match, how many, in which order.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

#include "common/index/format.h"

namespace dateline::searcher {

// Where an article is: the place of its segment in the index, and its number there.
struct ArticleRef {
  std::size_t segment = 0;
  ArticleNumber number = 0;
  auto operator<=>(const ArticleRef&) const = default;
};

struct Match {
  double weight = 0;
  ArticleRef article;
};

// In which order hits come, from the command line down to the leaf of a query.
enum class Order : std::uint8_t {
  kRelevance,
  kNewest,
  kOldest,
  kNone,  // nothing is scored: matches are only counted
};

inline bool is_by_date(Order order) {
  return order == Order::kNewest || order == Order::kOldest;
}

// How many articles match.
struct Total {
  std::uint64_t value = 0;
  bool exact = true;
};

enum class TotalCount : std::uint8_t {
  kExact,     // every match is counted
  kEstimate,  // what is known without counting; Total::exact says which it is
};

}  // namespace dateline::searcher
