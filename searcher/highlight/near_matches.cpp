#include "searcher/highlight/near_matches.h"

#include <algorithm>

namespace dateline::searcher {
namespace {

// A tree with the places of everything in it.
struct Placed {
  Places places;
  std::vector<Placed> children;
};

Places places_of(const PlacedMatches& matches) {
  Places places;
  for (const PlacedMatch& match : matches) places.push_back(match.place);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

class NearMatches {
 public:
  NearMatches(const std::vector<PlacedMatches>& by_part, const TextStarts& starts,
              std::vector<TextMatch>& matches)
      : by_part_(by_part), starts_(starts), matches_(matches) {}

  Placed place(const NearTree& tree) const {
    Placed placed;
    if (tree.part) placed.places = places_of(by_part_[*tree.part]);
    for (const NearTree& child : tree.children) placed.children.push_back(place(child));
    if (tree.nearness) {
      placed.places =
          near(placed.children[0].places, placed.children[1].places, *tree.nearness, starts_);
      return placed;
    }
    for (const Placed& child : placed.children) {
      placed.places = either_of(placed.places, child.places);
    }
    return placed;
  }

  // What of the tree makes the places that are wanted of it.
  void light(const NearTree& tree, const Placed& placed, const Places& wanted) {
    if (tree.part) light_part(*tree.part, wanted);
    if (tree.nearness) return light_sides(tree, placed, wanted);
    for (std::size_t i = 0; i < tree.children.size(); ++i) {
      const Placed& child = placed.children[i];
      light(tree.children[i], child, both_of(child.places, wanted));
    }
  }

 private:
  void light_sides(const NearTree& tree, const Placed& placed, const Places& wanted) {
    const Placed& left = placed.children[0];
    const Placed& right = placed.children[1];
    const NearSides sides = sides_of(wanted, {left.places, right.places}, *tree.nearness, starts_);
    light(tree.children[0], left, sides.left);
    light(tree.children[1], right, sides.right);
  }

  void light_part(std::size_t part, const Places& wanted) {
    for (const PlacedMatch& match : by_part_[part]) {
      if (std::binary_search(wanted.begin(), wanted.end(), match.place)) {
        matches_.push_back(match.match);
      }
    }
  }

  const std::vector<PlacedMatches>& by_part_;
  const TextStarts& starts_;
  std::vector<TextMatch>& matches_;
};

}  // namespace

void add_near_matches(const NearTree& near, const std::vector<PlacedMatches>& by_part,
                      const TextStarts& starts, std::vector<TextMatch>& matches) {
  NearMatches finder(by_part, starts, matches);
  const Placed placed = finder.place(near);
  finder.light(near, placed, placed.places);
}

}  // namespace dateline::searcher
