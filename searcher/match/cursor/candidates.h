// Articles on their way to the page: some with what each scores so far, or a window of bits.
//
// Values, one thread at a time.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace dateline::searcher {

// Up to a block of postings at a time, ascending.
struct Candidates {
  static constexpr std::size_t kMost = 128;

  std::size_t count = 0;
  std::array<std::uint32_t, kMost> articles;
  std::array<double, kMost> scores;

  bool empty() const { return count == 0; }
  bool full() const { return count == kMost; }
  void clear() { count = 0; }
  void add(std::uint32_t article, double score) {
    articles[count] = article;
    scores[count++] = score;
  }

  // Keeps the candidates for which `keeps(article, score)` is true. It may change the score.
  template <typename Keeps>
  void keep_if(Keeps keeps) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t article = articles[i];
      double score = scores[i];
      const bool keep = keeps(article, score);  // no branch: half of them go
      articles[kept] = article;
      scores[kept] = score;
      kept += keep ? 1 : 0;
    }
    count = kept;
  }

  void drop_below(double min_score) {
    if (min_score > 0) keep_if([=](std::uint32_t, double score) { return score >= min_score; });
  }
};

// A bit for each of kArticles neighbouring articles: set where one matches.
struct MatchWindow {
  static constexpr std::uint32_t kArticles = 4'096;
  static constexpr std::size_t kWords = kArticles / 64;

  explicit MatchWindow(std::uint32_t first_article) : first(first_article) {}

  std::uint32_t first;  // a multiple of 64
  std::array<std::uint64_t, kWords> bits{};

  std::uint32_t last() const { return first + kArticles - 1; }
  void set(std::uint32_t article) {
    bits[(article - first) / 64] |= std::uint64_t{1} << (article % 64);
  }
  void unset(std::uint32_t article) {
    bits[(article - first) / 64] &= ~(std::uint64_t{1} << (article % 64));
  }
  std::uint32_t count() const {
    std::uint32_t count = 0;
    for (const std::uint64_t word : bits) count += static_cast<std::uint32_t>(std::popcount(word));
    return count;
  }

  // Calls visit(article) for each that is set, ascending; it may unset that one.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t word = 0; word < kWords; ++word) {
      for (std::uint64_t left = bits[word]; left != 0; left &= left - 1) {
        const auto bit = static_cast<std::uint32_t>(std::countr_zero(left));
        visit(first + static_cast<std::uint32_t>(word * 64) + bit);
      }
    }
  }

  MatchWindow& operator&=(const MatchWindow& other) {
    for (std::size_t i = 0; i < kWords; ++i) bits[i] &= other.bits[i];
    return *this;
  }
  MatchWindow& operator|=(const MatchWindow& other) {
    for (std::size_t i = 0; i < kWords; ++i) bits[i] |= other.bits[i];
    return *this;
  }
  MatchWindow& operator-=(const MatchWindow& other) {
    for (std::size_t i = 0; i < kWords; ++i) bits[i] &= ~other.bits[i];
    return *this;
  }
};

}  // namespace dateline::searcher
