// An algebra of spots: where in a text words, phrases and what is near them stand.
//
// After Clarke, Cormack and Burkowski, "An algebra for structured text search and a framework for
// its implementation" (1995), whose operators also turn ranges of positions into ranges of
// positions. Theirs keep of ranges within one another only the shortest, which is enough to tell
// whether an article matches. Here all spots are kept: NOT NEAR asks of each spot of its left
// side, and what is lit are all spots and not only the tightest. What keeping all costs is bounded
// by kMaxSpots.
//
// The search and what is lit both come from here; what the operators mean is said in
// searcher/query/query.h.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/query/query.h"

namespace dateline::searcher {

// From the first to the last of its positions.
struct Spot {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  auto operator<=>(const Spot&) const = default;
};

// In order and each once. All functions take and give such.
using Spots = std::vector<Spot>;

// An operator makes so many spots of an article at most; of more, the leftmost are kept.
inline constexpr std::size_t kMaxSpots = 65'536;

// It looks at so many pairs of spots of an article at most, the leftmost first.
inline constexpr std::size_t kMaxPairs = 1 << 20;

// Where a text falls apart: each stretch goes from one start to before the next; what lies before
// the first start is one too. Ascending. No operator reaches out of a stretch.
using Starts = std::vector<std::uint32_t>;

// The starts of one article.
struct TextStarts {
  Starts body;  // one: headline and body are apart. Any position after the headline's and up to the
                // body's first will do
  Starts sentences;   // where they are asked for; with the body's too
  Starts paragraphs;  // likewise

  const Starts& of(Reach reach) const {
    return reach == Reach::kWords ? body : reach == Reach::kSentence ? sentences : paragraphs;
  }
};

// The spots of a NearNode with these spots at its sides.
Spots near(const Spots& left, const Spots& right, const Nearness& how, const TextStarts& starts);

struct NearSides {
  Spots left;
  Spots right;
};

// Which spots of the two sides take part in those spots of near() that are in `wanted`. Where the
// nearness is negated, only spots of the left side do.
NearSides sides_of(const Spots& wanted, const NearSides& sides, const Nearness& how,
                   const TextStarts& starts);

// Spots that are in either.
Spots either_of(const Spots& some, const Spots& others);

// Spots that are in both.
Spots both_of(const Spots& some, const Spots& others);

// How many times a text holds one of the spots, those that overlap counted once: the most that do
// not overlap (see AtLeastNode).
std::size_t count_apart(const Spots& spots);

// Where words stand, ascending and each once.
using Positions = std::vector<std::uint32_t>;

// How many spots there are that do not overlap, and where the first of them begins.
struct SpotsApart {
  std::size_t count = 0;
  std::uint32_t first = 0;
};

// As count_apart(near()) of spots of one position each, which are not made for it: in one walk
// over both sides. Not for negated ones. kMaxSpots does not cut it.
SpotsApart count_near(const Positions& left, const Positions& right, const Nearness& how,
                      const Starts& starts);

}  // namespace dateline::searcher
