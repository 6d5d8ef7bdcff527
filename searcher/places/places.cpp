#include "searcher/places/places.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace dateline::searcher {
namespace {

constexpr std::uint32_t kAnyDistance = std::numeric_limits<std::uint32_t>::max();

// The last position of the stretch that a position lies in, and how far on a place may begin.
class Range {
 public:
  Range(const Starts& starts, std::uint32_t distance) : starts_(starts), distance_(distance) {}

  std::uint32_t stretch_last(std::uint32_t position) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), position);
    return next == starts_.end() ? kAnyDistance : *next - 1;
  }

  // The last position at which a place may begin to be near one that ends at `last`.
  std::uint32_t near_to(std::uint32_t last) const {
    return distance_ > kAnyDistance - last ? kAnyDistance : last + distance_;
  }

 private:
  const Starts& starts_;
  std::uint32_t distance_;
};

Places::const_iterator first_from(const Places& places, std::uint32_t position) {
  return std::lower_bound(places.begin(), places.end(), Place{position, 0});
}

void cut(Places& places) {
  if (places.size() > kMaxPlaces) places.resize(kMaxPlaces);
}

// From a left place to a right one after it. Places of the left side that begin together see the
// right ones once each, so that what is made is in order but for the last ones of the same begin.
Places in_order(const Places& left, const Places& right, const Range& range) {
  Places found;
  for (auto group = left.begin(); group != left.end() && found.size() < kMaxPlaces;) {
    const std::uint32_t first = group->first;
    const std::uint32_t stretch_last = range.stretch_last(first);
    const auto size_before = static_cast<std::ptrdiff_t>(found.size());
    auto after = right.begin();
    for (; group != left.end() && group->first == first; ++group) {
      if (group->last >= stretch_last) continue;
      const std::uint32_t near_to = std::min(range.near_to(group->last), stretch_last);
      after = std::max(after, first_from(right, group->last + 1));
      for (; after != right.end() && after->first <= near_to; ++after) {
        if (after->last <= stretch_last) found.push_back({first, after->last});
      }
    }
    std::sort(found.begin() + size_before, found.end());
    found.erase(std::unique(found.begin() + size_before, found.end()), found.end());
  }
  cut(found);
  return found;
}

// The places of `some` that no place of `others` after them is near. Of several that begin together
// the shortest is as near as any.
Places without_after(const Places& some, const Places& others, const Range& range) {
  Places found;
  for (const Place& place : some) {
    const std::uint32_t stretch_last = range.stretch_last(place.first);
    const std::uint32_t near_to = std::min(range.near_to(place.last), stretch_last);
    bool is_near = false;
    auto other = first_from(others, place.last + 1);
    while (!is_near && place.last < stretch_last && other != others.end() &&
           other->first <= near_to) {
      is_near = other->last <= stretch_last;
      const std::uint32_t first = other->first;
      while (other != others.end() && other->first == first) ++other;
    }
    if (!is_near) found.push_back(place);
  }
  return found;
}

// The places of `some` that no place of `others` before them is near.
Places without_before(const Places& some, Places others, const Range& range) {
  std::sort(others.begin(), others.end(), [](const Place& a, const Place& b) {
    return a.last != b.last ? a.last < b.last : a.first > b.first;  // the shortest in front
  });
  others.erase(std::unique(others.begin(), others.end(),
                           [](const Place& a, const Place& b) { return a.last == b.last; }),
               others.end());
  Places found;
  for (const Place& place : some) {
    auto other =
        std::lower_bound(others.begin(), others.end(), place.first,
                         [](const Place& a, std::uint32_t first) { return a.last < first; });
    bool is_near = false;
    while (!is_near && other != others.begin() && range.near_to((--other)->last) >= place.first) {
      is_near = place.last <= range.stretch_last(other->first);
    }
    if (!is_near) found.push_back(place);
  }
  return found;
}

}  // namespace

Places near(const Places& left, const Places& right, const Nearness& how,
            const TextStarts& starts) {
  const Range range(starts.of(how.reach), how.reach == Reach::kWords ? how.distance : kAnyDistance);
  const bool is_in_order = how.order == NearOrder::kInOrder;
  if (how.unwanted) {
    Places found = without_after(left, right, range);
    return is_in_order ? found : without_before(found, right, range);
  }
  Places found = in_order(left, right, range);
  return is_in_order ? found : either_of(found, in_order(right, left, range));
}

Places either_of(const Places& some, const Places& others) {
  Places either;
  either.reserve(some.size() + others.size());
  std::set_union(some.begin(), some.end(), others.begin(), others.end(),
                 std::back_inserter(either));
  cut(either);
  return either;
}

std::size_t count_apart(const Places& places) {
  if (places.empty()) return 0;
  std::size_t count = 1;
  std::uint32_t last = places.front().last;  // of the one to count, and the first end there is
  for (const Place& place : places) {
    if (place.first > last) {
      ++count;
      last = place.last;
    } else {
      last = std::min(last, place.last);
    }
  }
  return count;
}

}  // namespace dateline::searcher
