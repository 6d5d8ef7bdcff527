#include "indexer/ordered_work.h"

#include <gmock/gmock.h>

#include <numeric>
#include <stdexcept>

namespace dateline::indexer {
namespace {

constexpr int kPieces = 200;

// 0, 1, 2 ... up to kPieces.
auto counting() {
  return [next = 0]() mutable -> std::optional<int> {
    if (next == kPieces) return std::nullopt;
    return next++;
  };
}

TEST(ConcurrentOrderedWork, GivesResultsInTheOrderOfThePieces) {
  std::vector<int> expected(kPieces);
  std::iota(expected.begin(), expected.end(), 1);
  for (const unsigned jobs : {1U, 2U, 8U}) {
    std::vector<int> results;
    work_in_order<int, int>(
        jobs, counting(), [] { return [](int piece) { return piece + 1; }; },
        [&](int result) { results.push_back(result); });
    EXPECT_EQ(results, expected);
  }
}

TEST(ConcurrentOrderedWork, ThrowsAgainWhatAnyPartThrows) {
  const auto fail = [](int piece) -> int {
    if (piece == 50) throw std::runtime_error("piece 50");
    return piece;
  };
  EXPECT_THROW((work_in_order<int, int>(
                   4, counting(), [&] { return fail; }, [](int) {})),
               std::runtime_error);
  EXPECT_THROW((work_in_order<int, int>(
                   4, [&]() -> std::optional<int> { return fail(50); },
                   [] { return [](int piece) { return piece; }; }, [](int) {})),
               std::runtime_error);
  EXPECT_THROW((work_in_order<int, int>(
                   4, counting(), [] { return [](int piece) { return piece; }; },
                   [&](int result) { fail(result); })),
               std::runtime_error);
}

// Else those that wait would wait for ever.
TEST(ConcurrentOrderedWork, EndsWhereWhatAllWaitForIsNotFoundOut) {
  OnceKnown<int> known;
  const auto work = [&](int piece) {
    if (piece == 0) known.set([]() -> int { throw std::runtime_error("not found out"); });
    return known.get();
  };
  EXPECT_THROW((work_in_order<int, int>(
                   4, counting(), [&] { return work; }, [](int) {})),
               std::runtime_error);
}

}  // namespace
}  // namespace dateline::indexer
