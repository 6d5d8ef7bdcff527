#include "indexer/update/likeness.h"

#include <algorithm>
#include <string_view>

#include "common/index/checksum.h"
#include "common/text/ascii.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kTellingBytes = 96;

bool counts(char c) {
  return ascii::is_alphanumeric(c) || ascii::is_high(c);
}

// 0 stands for no text, so no text has it.
std::uint32_t hash_of(std::string_view folded) {
  return folded.empty() ? 0 : std::max(1U, short_checksum(folded));
}

template <typename Iterator>
std::uint32_t hash_of_first(Iterator at, Iterator end) {
  char folded[kTellingBytes];
  std::size_t size = 0;
  for (; at != end && size < kTellingBytes; ++at) {
    if (counts(*at)) folded[size++] = ascii::to_lower(*at);
  }
  return hash_of({folded, size});
}

std::uint32_t hash_of_name(std::string_view name) {
  return hash_of(name);
}

bool is_same(std::uint32_t a, std::uint32_t b) {
  return a != 0 && a == b;
}

bool is_without_text(const Likeness& article) {
  return article == Likeness{};
}

}  // namespace

Likeness likeness_of(const Article& article) {
  const std::string_view headline = article.headline;
  const std::string_view body = article.body;
  return {hash_of_first(headline.begin(), headline.end()), hash_of_first(body.begin(), body.end()),
          hash_of_first(body.rbegin(), body.rend())};
}

bool share_something(const Likeness& a, const Likeness& b) {
  return is_without_text(a) || is_without_text(b) || is_same(a.headline, b.headline) ||
         is_same(a.beginning, b.beginning) || is_same(a.end, b.end);
}

Kin kin_of(const Article& article, const std::string& place) {
  Kin kin;
  kin.likeness = likeness_of(article);
  kin.source = hash_of_name(article.source);
  kin.place = hash_of_name(place);
  kin.day = Kin::kNoDay;
  if (article.published.dated()) {
    const auto day = std::chrono::floor<std::chrono::days>(article.published.local);
    kin.day = static_cast<std::int32_t>(day.time_since_epoch().count());
  }
  return kin;
}

bool are_versions(const Kin& a, const Kin& b) {
  if (is_without_text(a.likeness) || is_without_text(b.likeness)) return true;
  if (a.source != 0 && b.source != 0 && a.source != b.source) return false;
  if (is_same(a.likeness.beginning, b.likeness.beginning)) return true;
  const bool same_file = a.place == 0 || b.place == 0 || a.place == b.place;
  const bool same_day = a.day == Kin::kNoDay || b.day == Kin::kNoDay || a.day == b.day;
  return same_file && same_day && is_same(a.likeness.headline, b.likeness.headline);
}

}  // namespace dateline::indexer
