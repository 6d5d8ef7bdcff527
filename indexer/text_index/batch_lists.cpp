#include "indexer/text_index/batch_lists.h"

#include <array>
#include <bit>

namespace dateline::indexer {
namespace {

// Places for which one article is remembered; articles are mostly longer.
constexpr std::uint32_t kStretchBits = 6;

constexpr std::size_t kMaxVarintBytes = 5;

char* store_varint(char* to, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) *to++ = static_cast<char>(value | 0x80);
  *to++ = static_cast<char>(value);
  return to;
}

constexpr unsigned kDigitBits = 9;  // more would be more lists to write to than the cache has ways
constexpr std::size_t kDigits = 1 << kDigitBits;

std::size_t digit_of(std::uint32_t word, unsigned shift) {
  return word >> shift & (kDigits - 1);
}

// One pass of a radix sort: stable, by one digit.
void sort_by_digit(const Occurrence* from, std::size_t count, unsigned shift, Occurrence* to) {
  std::array<std::size_t, kDigits> next{};
  for (std::size_t i = 0; i < count; ++i) ++next[digit_of(from[i].word, shift)];
  std::size_t begin = 0;
  for (std::size_t& place : next) {
    const std::size_t size = place;
    place = begin;
    begin += size;
  }
  for (std::size_t i = 0; i < count; ++i) to[next[digit_of(from[i].word, shift)]++] = from[i];
}

}  // namespace

void sort_occurrences(std::vector<Occurrence>& occurrences,
                      const std::vector<std::uint32_t>& renamed) {
  for (Occurrence& occurrence : occurrences) occurrence.word = renamed[occurrence.word];
  std::vector<Occurrence> sorted(occurrences.size());
  const auto bits = static_cast<unsigned>(std::bit_width(renamed.size()));
  for (unsigned shift = 0; shift < bits; shift += kDigitBits) {
    sort_by_digit(occurrences.data(), occurrences.size(), shift, sorted.data());
    occurrences.swap(sorted);
  }
}

BatchListEncoder::BatchListEncoder(std::span<const ArticlePlaces> articles,
                                   std::span<const std::uint8_t> languages, std::string& lists)
    : articles_(articles), languages_(languages), lists_(lists) {
  if (articles.empty()) return;
  std::uint32_t article = 0;
  for (std::uint32_t stretch = 0; stretch <= articles.back().first >> kStretchBits; ++stretch) {
    while (end_of(article) <= stretch << kStretchBits) ++article;
    article_of_stretch_.push_back(article);
  }
}

std::uint32_t BatchListEncoder::article_at(std::uint32_t place) const {
  const std::size_t stretch = place >> kStretchBits;
  std::uint32_t article = stretch < article_of_stretch_.size() ? article_of_stretch_[stretch]
                                                               : article_of_stretch_.back();
  while (place >= end_of(article)) ++article;
  return article;
}

// Written by pointers into room for the longest case, so that no number asks whether there is room.
BatchListEncoder::Encoded BatchListEncoder::append(std::span<const Occurrence> occurrences) {
  const std::size_t most = occurrences.size() * kMaxVarintBytes;
  if (positions_.size() < most) {
    postings_.resize(2 * most);
    positions_.resize(most);
  }
  char* postings = postings_.data();
  char* positions = positions_.data();
  Encoded encoded;
  std::uint32_t next_article = 0;  // after the one before
  for (std::size_t i = 0; i < occurrences.size();) {
    std::uint32_t place = occurrences[i].place;
    const std::uint32_t article = article_at(place);
    const std::uint32_t end = end_of(article);
    const bool in_headline = place < articles_[article].headline_end;
    std::uint32_t count = 1;
    positions = store_varint(positions, place - articles_[article].first);
    for (++i; i < occurrences.size() && occurrences[i].place < end; ++i) {
      const std::uint32_t next = occurrences[i].place;
      if (next == place) continue;  // "no-no": the pair's compound falls twice on one position
      positions = store_varint(positions, next - place - 1);
      place = next;
      ++count;
    }
    const bool plain = count == 1 && !in_headline;
    postings = store_varint(postings, (article - next_article) << 1 | (plain ? 1 : 0));
    if (!plain) postings = store_varint(postings, (count - 1) << 1 | (in_headline ? 1 : 0));
    encoded.languages |= 1u << languages_[article];
    next_article = article + 1;
  }
  encoded.postings_bytes = static_cast<std::uint32_t>(postings - postings_.data());
  lists_.append(postings_.data(), postings);
  lists_.append(positions_.data(), positions);
  return encoded;
}

}  // namespace dateline::indexer
