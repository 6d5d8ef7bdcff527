#include "searcher/meaning/spots.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace dateline::searcher {
namespace {

constexpr std::uint32_t kAnyDistance = std::numeric_limits<std::uint32_t>::max();

// The last position of the stretch that a position lies in, and how far on a spot may begin.
class Range {
 public:
  Range(const Starts& starts, std::uint32_t distance) : starts_(starts), distance_(distance) {}

  std::uint32_t stretch_last(std::uint32_t position) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), position);
    return next == starts_.end() ? kAnyDistance : *next - 1;
  }

  bool is_unbounded() const { return distance_ == kAnyDistance; }

  // The last position at which a spot may begin to be near one that ends at `last`.
  std::uint32_t near_to(std::uint32_t last) const {
    return distance_ > kAnyDistance - last ? kAnyDistance : last + distance_;
  }

 private:
  const Starts& starts_;
  std::uint32_t distance_;
};

Spots::const_iterator first_from(const Spots& spots, std::uint32_t position) {
  return std::lower_bound(spots.begin(), spots.end(), Spot{position, 0});
}

void cut(Spots& spots) {
  if (spots.size() > kMaxSpots) spots.resize(kMaxSpots);
}

// From a left spot to a right one after it. Spots of the left side that begin together see the
// right ones once each, so that what is made is in order but for the last ones of the same begin.
Spots in_order(const Spots& left, const Spots& right, const Range& range) {
  Spots found;
  std::size_t pairs = 0;
  for (auto group = left.begin();
       group != left.end() && found.size() < kMaxSpots && pairs < kMaxPairs;) {
    const std::uint32_t first = group->first;
    const std::uint32_t stretch_last = range.stretch_last(first);
    const auto size_before = static_cast<std::ptrdiff_t>(found.size());
    auto after = right.begin();
    for (; group != left.end() && group->first == first; ++group) {
      if (group->last >= stretch_last) continue;
      const std::uint32_t near_to = std::min(range.near_to(group->last), stretch_last);
      after = std::max(after, first_from(right, group->last + 1));
      for (; after != right.end() && after->first <= near_to; ++after, ++pairs) {
        if (after->last <= stretch_last) found.push_back({first, after->last});
      }
    }
    if (!std::is_sorted(found.begin() + size_before, found.end())) {
      std::sort(found.begin() + size_before, found.end());
    }
    found.erase(std::unique(found.begin() + size_before, found.end()), found.end());
  }
  cut(found);
  return found;
}

// The spots of `some` that no spot of `others` after them is near. Of several that begin together
// the shortest is as near as any.
Spots without_after(const Spots& some, const Spots& others, const Range& range) {
  std::vector<std::uint32_t> first_end(others.size() + 1, kAnyDistance);  // from each on
  for (std::size_t i = others.size(); i > 0; --i) {
    first_end[i - 1] = std::min(first_end[i], others[i - 1].last);
  }
  Spots found;
  for (const Spot& spot : some) {
    const std::uint32_t stretch_last = range.stretch_last(spot.first);
    const std::uint32_t near_to = std::min(range.near_to(spot.last), stretch_last);
    bool is_near = false;
    auto other = first_from(others, spot.last + 1);  // gone through only if one may be near
    const auto from = static_cast<std::size_t>(other - others.begin());
    if (first_end[from] > stretch_last || first_end[from] == kAnyDistance) other = others.end();
    while (!is_near && spot.last < stretch_last && other != others.end() &&
           other->first <= near_to) {
      is_near = other->last <= stretch_last;
      const std::uint32_t first = other->first;
      while (other != others.end() && other->first == first) ++other;
    }
    if (!is_near) found.push_back(spot);
  }
  return found;
}

// The spots of `some` that no spot of `others` before them is near.
Spots without_before(const Spots& some, Spots others, const Range& range) {
  std::sort(others.begin(), others.end(), [](const Spot& a, const Spot& b) {
    return a.last != b.last ? a.last < b.last : a.first > b.first;  // the shortest in front
  });
  others.erase(std::unique(others.begin(), others.end(),
                           [](const Spot& a, const Spot& b) { return a.last == b.last; }),
               others.end());
  std::vector<std::uint32_t> last_begin;  // up to each
  for (const Spot& other : others) {
    last_begin.push_back(last_begin.empty() ? other.first
                                            : std::max(last_begin.back(), other.first));
  }
  Spots found;
  for (const Spot& spot : some) {
    auto other =
        std::lower_bound(others.begin(), others.end(), spot.first,
                         [](const Spot& a, std::uint32_t first) { return a.last < first; });
    bool is_near = false;
    const auto before = static_cast<std::size_t>(other - others.begin());
    const bool may_be_near = before > 0 && spot.last <= range.stretch_last(last_begin[before - 1]);
    if (may_be_near && range.is_unbounded()) continue;
    if (!may_be_near) other = others.begin();
    while (!is_near && other != others.begin() && range.near_to((--other)->last) >= spot.first) {
      is_near = spot.last <= range.stretch_last(other->first);
    }
    if (!is_near) found.push_back(spot);
  }
  return found;
}

// Which of the spots of two sides make wanted ones, each left one in front of a right one.
class SidesInOrder {
 public:
  SidesInOrder(const Spots& left, const Spots& right)
      : left_(left), right_(right), left_used_(left.size()), right_used_(right.size()) {}

  void use_for(const Spots& wanted, const Range& range) {
    auto group = left_.begin();
    for (auto spot = wanted.begin(); spot != wanted.end();) {
      const auto next = first_from(wanted, spot->first + 1);
      group = first_from(left_, spot->first);
      use_group(group, first_from(left_, spot->first + 1), {spot, next}, range);
      spot = next;
    }
  }

  Spots left() const { return used(left_, left_used_); }
  Spots right() const { return used(right_, right_used_); }

 private:
  using Used = std::vector<bool>;
  using Begin = Spots::const_iterator;

  // Left spots that begin together, with the wanted ones that begin there. As a right spot lies
  // further on, so do the first and the last of those left ones that it is near to.
  void use_group(Begin group, Begin group_end, std::pair<Begin, Begin> wanted, const Range& range) {
    if (group == group_end) return;
    const std::uint32_t first = group->first;
    const std::uint32_t stretch_last = range.stretch_last(first);
    const std::uint32_t near_to = std::min(range.near_to(std::prev(group_end)->last), stretch_last);
    auto nearest = group;  // behind those that end before the right spot
    auto unused = group;
    auto after = first_from(right_, group->last + 1);
    for (; after != right_.end() && after->first <= near_to; ++after) {
      while (nearest != group_end && nearest->last < after->first) ++nearest;
      while (group != nearest && range.near_to(group->last) < after->first) ++group;
      if (group == nearest || after->last > stretch_last) continue;
      if (!std::binary_search(wanted.first, wanted.second, Spot{first, after->last})) continue;
      right_used_[static_cast<std::size_t>(after - right_.begin())] = true;
      for (unused = std::max(unused, group); unused != nearest; ++unused) {
        left_used_[static_cast<std::size_t>(unused - left_.begin())] = true;
      }
    }
  }

  static Spots used(const Spots& spots, const Used& used) {
    Spots found;
    for (std::size_t i = 0; i < spots.size(); ++i) {
      if (used[i]) found.push_back(spots[i]);
    }
    return found;
  }

  const Spots& left_;
  const Spots& right_;
  Used left_used_;
  Used right_used_;
};

}  // namespace

Spots near(const Spots& left, const Spots& right, const Nearness& how, const TextStarts& starts) {
  const Range range(starts.of(how.reach), how.reach == Reach::kWords ? how.distance : kAnyDistance);
  const bool is_in_order = how.order == NearOrder::kInOrder;
  if (how.negated) {
    Spots found = without_after(left, right, range);
    return is_in_order ? found : without_before(found, right, range);
  }
  Spots found = in_order(left, right, range);
  return is_in_order ? found : either_of(found, in_order(right, left, range));
}

NearSides sides_of(const Spots& wanted, const NearSides& sides, const Nearness& how,
                   const TextStarts& starts) {
  if (how.negated) return {both_of(sides.left, wanted), {}};
  const Range range(starts.of(how.reach), how.reach == Reach::kWords ? how.distance : kAnyDistance);
  SidesInOrder forward(sides.left, sides.right);
  forward.use_for(wanted, range);
  if (how.order == NearOrder::kInOrder) return {forward.left(), forward.right()};
  SidesInOrder backward(sides.right, sides.left);
  backward.use_for(wanted, range);
  return {either_of(forward.left(), backward.right()), either_of(forward.right(), backward.left())};
}

Spots either_of(const Spots& some, const Spots& others) {
  Spots either;
  either.reserve(some.size() + others.size());
  std::set_union(some.begin(), some.end(), others.begin(), others.end(),
                 std::back_inserter(either));
  cut(either);
  return either;
}

Spots both_of(const Spots& some, const Spots& others) {
  Spots both;
  std::set_intersection(some.begin(), some.end(), others.begin(), others.end(),
                        std::back_inserter(both));
  return both;
}

std::size_t count_apart(const Spots& spots) {
  if (spots.empty()) return 0;
  std::size_t count = 1;
  std::uint32_t last = spots.front().last;  // of the one to count, and the first end there is
  for (const Spot& spot : spots) {
    if (spot.first > last) {
      ++count;
      last = spot.last;
    } else {
      last = std::min(last, spot.last);
    }
  }
  return count;
}

// A spot that ends here is best begun at the last position of the other side: no other is nearer,
// nor leaves more to those counted before. Of all spots the one that ends first is counted.
SpotsApart count_near(const Positions& left, const Positions& right, const Nearness& how,
                      const Starts& starts) {
  const std::uint32_t distance = how.reach == Reach::kWords ? how.distance : kAnyDistance;
  const bool is_in_order = how.order == NearOrder::kInOrder;
  SpotsApart apart;
  std::uint32_t free_from = 0;    // behind the spot counted last, and in the stretch
  std::uint32_t behind_left = 0;  // the last position of the side so far, plus one
  std::uint32_t behind_right = 0;
  auto start = starts.begin();
  auto a = left.begin();
  auto b = right.begin();
  while ((a != left.end() || behind_left > free_from) &&
         (b != right.end() || behind_right > free_from) && (a != left.end() || b != right.end())) {
    const bool is_left = b == right.end() || (a != left.end() && *a <= *b);
    const bool is_right = a == left.end() || (b != right.end() && *b <= *a);
    const std::uint32_t position = is_left ? *a : *b;
    for (; start != starts.end() && *start <= position; ++start) {
      free_from = std::max(free_from, *start);
    }
    const std::uint32_t least = std::max(free_from, position > distance ? position - distance : 0);
    const std::uint32_t behind =
        std::max(is_right ? behind_left : 0, is_left && !is_in_order ? behind_right : 0);
    if (behind > least) {
      if (apart.count++ == 0) apart.first = behind - 1;
      free_from = position + 1;
    }
    if (is_left) behind_left = *a++ + 1;
    if (is_right) behind_right = *b++ + 1;
  }
  return apart;
}

}  // namespace dateline::searcher
