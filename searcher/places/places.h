// An algebra of places: where in a text words, phrases and what is near them stand.
//
// After Clarke, Cormack and Burkowski, "An algebra for structured text search and a framework for
// its implementation" (1995), whose operators also turn ranges of positions into ranges of
// positions. Theirs keep of ranges within one another only the shortest, which is enough to tell
// whether an article matches. Here all places are kept: NOT NEAR asks of each place of its left
// side, and what is lit are all places and not only the tightest. What keeping all costs is bounded
// by kMaxPlaces.
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
struct Place {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  auto operator<=>(const Place&) const = default;
};

// In order and each once. All functions take and give such.
using Places = std::vector<Place>;

// An operator makes so many places of an article at most; of more, the leftmost are kept.
inline constexpr std::size_t kMaxPlaces = 65'536;

// It looks at so many pairs of places of an article at most, the leftmost first.
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

// What of a NearNode concerns places.
struct Nearness {
  Reach reach = Reach::kWords;
  std::uint32_t distance = 1;  // of kWords
  NearOrder order = NearOrder::kEither;
  bool negated = false;

  explicit Nearness(const NearNode& node)
      : reach(node.reach), distance(node.distance), order(node.order), negated(node.negated) {}
  Nearness() = default;
};

// The places of a NearNode with these places at its sides.
Places near(const Places& left, const Places& right, const Nearness& how, const TextStarts& starts);

struct NearSides {
  Places left;
  Places right;
};

// What of the two sides makes the places of near() that are in `wanted`: where negated, those of
// the left side alone.
NearSides sides_of(const Places& wanted, const NearSides& sides, const Nearness& how,
                   const TextStarts& starts);

// Places that are in either.
Places either_of(const Places& some, const Places& others);

// Places that are in both.
Places both_of(const Places& some, const Places& others);

// How many times a text holds one of the places, those that overlap counted once: the most that do
// not overlap (see AtLeastNode).
std::size_t count_apart(const Places& places);

// Where words stand, ascending and each once.
using Positions = std::vector<std::uint32_t>;

// How many places there are that do not overlap, and where the first of them begins.
struct PlacesApart {
  std::size_t count = 0;
  std::uint32_t first = 0;
};

// As count_apart(near()) of places of one position each, which are not made for it: in one walk
// over both sides. Not for negated ones. kMaxPlaces does not cut it.
PlacesApart count_near(const Positions& left, const Positions& right, const Nearness& how,
                       const Starts& starts);

}  // namespace dateline::searcher
