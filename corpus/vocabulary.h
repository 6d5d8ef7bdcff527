// Words by rank, with frequencies as in real text: few words make up most of it, new ones never
// end.
//
// Two regimes, as measured on large corpora by Ferrer i Cancho and Sole and by Gerlach and Altmann:
// up to kHeadWords the frequency of rank r falls as 1 / (r + 2.7) (Zipf-Mandelbrot), beyond it as
// 1 / r^1.76. The tail has no end, so n words of text hold about n^0.57 different ones (Heaps).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/random.h"

namespace dateline::corpus {

using Rank = std::uint64_t;  // 0 is the most frequent word

inline constexpr std::size_t kHeadWords = 8'192;

// Draws from a fixed list of weights in constant time (Walker's alias method, after Vose).
class WeightedDraw {
 public:
  // Weights are positive; fewer than 2^32 of them.
  explicit WeightedDraw(const std::vector<double>& weights);

  std::uint32_t draw(Random& random) const;

 private:
  struct Cell {
    std::uint32_t threshold;  // of 2^32: below it the cell itself, else its alias
    std::uint32_t alias;
  };
  std::vector<Cell> cells_;
};

class Vocabulary {
 public:
  Vocabulary();

  Rank draw(Random& random) const;

  // Draws until the word is none of those that hold sentences together ("the", "of").
  Rank draw_content(Random& random) const;

  // Whether the word at `rank` is a real English function word; all others are invented.
  static bool is_function_word(Rank rank);

  // Appends the word at `rank`. Invented words can be pronounced and come in families of four
  // neighbouring ranks ("tramol", "tramols", "tramoled", "tramoling"), so that stemming has work.
  void append(Rank rank, std::string& out) const;

  // Appends a rare word without inflection, one for each number: what names are made of.
  static void append_rare(std::uint32_t number, std::string& out);

 private:
  Rank draw_tail(Random& random) const;

  WeightedDraw head_;
  std::vector<std::string> head_words_;  // the spellings of the head, ready
  std::vector<double> tail_;             // quantiles of the tail, see draw_tail
};

}  // namespace dateline::corpus
