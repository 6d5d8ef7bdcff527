#include "indexer/text_index/run_lists.h"

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

}  // namespace

RunListEncoder::RunListEncoder(std::span<const ArticlePlaces> articles,
                               std::span<const std::uint8_t> languages, std::string& lists)
    : articles_(articles), languages_(languages), lists_(lists) {
  if (articles.empty()) return;
  std::uint32_t article = 0;
  for (std::uint32_t stretch = 0; stretch <= articles.back().first >> kStretchBits; ++stretch) {
    while (end_of(article) <= stretch << kStretchBits) ++article;
    article_of_stretch_.push_back(article);
  }
}

std::uint32_t RunListEncoder::article_at(std::uint32_t place) const {
  const std::size_t stretch = place >> kStretchBits;
  std::uint32_t article = stretch < article_of_stretch_.size() ? article_of_stretch_[stretch]
                                                               : article_of_stretch_.back();
  while (place >= end_of(article)) ++article;
  return article;
}

RunListEncoder::Encoded RunListEncoder::append(std::span<const Occurrence> occurrences) {
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
