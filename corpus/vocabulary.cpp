#include "corpus/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace dateline::corpus {
namespace {

constexpr auto kFunctionWords = std::to_array<std::string_view>({
    "the",   "of",    "to",      "and",     "a",       "in",     "that",    "said",   "for",
    "is",    "on",    "it",      "was",     "with",    "as",     "at",      "by",     "he",
    "from",  "be",    "has",     "have",    "an",      "will",   "its",     "are",    "not",
    "who",   "his",   "but",     "were",    "they",    "had",    "which",   "this",   "been",
    "their", "would", "or",      "more",    "one",     "after",  "about",   "up",     "we",
    "new",   "than",  "year",    "also",    "her",     "she",    "there",   "two",    "when",
    "last",  "out",   "other",   "over",    "could",   "people", "some",    "into",   "i",
    "if",    "no",    "all",     "years",   "first",   "time",   "between", "can",    "do",
    "what",  "most",  "only",    "because", "before",  "may",    "against", "so",     "during",
    "three", "under", "while",   "where",   "through", "them",   "many",    "made",   "such",
    "since", "both",  "should",  "now",     "those",   "any",    "being",   "him",    "us",
    "down",  "next",  "still",   "until",   "back",    "even",   "then",    "off",    "week",
    "these", "you",   "our",     "each",    "around",  "how",    "without", "within", "another",
    "much",  "later", "already", "among",
});

constexpr double kMandelbrotShift = 2.7;
constexpr std::size_t kTailCells = 4'096;
constexpr Rank kLastRank = Rank{1} << 40;

// x^1.3125, by roots alone: log and exp differ from one C library to the next.
double raised(double x) {
  const double fourth_root = std::sqrt(std::sqrt(x));
  const double sixteenth_root = std::sqrt(std::sqrt(fourth_root));
  return x * fourth_root * sixteenth_root;
}

// The last cell stands for the whole tail. Its weight is that of 1 / r^1.76 from kHeadWords on,
// which sums to 1.3125 times what the harmonic head has at its end.
std::vector<double> head_weights() {
  std::vector<double> weights;
  for (std::size_t r = 0; r < kHeadWords; ++r) {
    weights.push_back(1 / (static_cast<double>(r + 1) + kMandelbrotShift));
  }
  weights.push_back(1.3125);
  return weights;
}

constexpr auto kOnsets = std::to_array<std::string_view>(
    {"b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "h", "st", "tr"});
constexpr auto kNuclei =
    std::to_array<std::string_view>({"a", "e", "i", "o", "u", "ai", "ea", "ou"});
// None ends as an inflection begins, so that no two words are spelled alike.
constexpr auto kCodas = std::to_array<std::string_view>({"", "n", "r", "l", "t", "m", "k", "p"});
constexpr auto kInflections = std::to_array<std::string_view>({"", "s", "ed", "ing"});

// The commoner the word, the shorter: how many syllables the families up to `last` have.
struct Length {
  std::uint64_t last;
  unsigned syllables;
};
constexpr auto kLengths = std::to_array<Length>(
    {{2'000, 2}, {200'000, 3}, {std::uint64_t{1} << 30, 4}, {~std::uint64_t{0}, 6}});

constexpr std::uint64_t kFirstRareFamily = 4'000;

void append_invented(Rank number, std::string& out) {
  const std::uint64_t family = number / kInflections.size();
  const auto length =
      std::ranges::find_if(kLengths, [&](const Length& l) { return family < l.last; });
  const unsigned bits = 7 * length->syllables + 3;
  // An odd factor permutes the numbers of so many bits: neighbours do not look alike.
  std::uint64_t code = (family * 0x9e3779b97f4a7c15) & ((std::uint64_t{1} << bits) - 1);
  const std::size_t coda = code >> (bits - 3);
  for (unsigned i = 0; i < length->syllables; ++i, code >>= 7) {
    out += kOnsets[code & 15];
    out += kNuclei[(code >> 4) & 7];
  }
  out += kCodas[coda];
  out += kInflections[number % kInflections.size()];
}

}  // namespace

WeightedDraw::WeightedDraw(const std::vector<double>& weights) : cells_(weights.size()) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  std::vector<double> share;  // 1 is a full cell
  std::vector<std::uint32_t> poor;
  std::vector<std::uint32_t> rich;
  for (std::uint32_t i = 0; i < weights.size(); ++i) {
    share.push_back(weights[i] * static_cast<double>(weights.size()) / sum);
    (share.back() < 1 ? poor : rich).push_back(i);
    cells_[i] = {~std::uint32_t{0}, i};
  }
  while (!poor.empty() && !rich.empty()) {
    const std::uint32_t giver = rich.back();
    const std::uint32_t taker = poor.back();
    poor.pop_back();
    cells_[taker] = {static_cast<std::uint32_t>(share[taker] * 0x1p32), giver};
    share[giver] -= 1 - share[taker];
    if (share[giver] < 1) {
      rich.pop_back();
      poor.push_back(giver);
    }
  }
}

std::uint32_t WeightedDraw::draw(Random& random) const {
  const std::uint64_t bits = random.next();
  const auto cell = static_cast<std::uint32_t>(((bits >> 32) * cells_.size()) >> 32);
  return static_cast<std::uint32_t>(bits) < cells_[cell].threshold ? cell : cells_[cell].alias;
}

Vocabulary::Vocabulary() : head_(head_weights()) {
  for (std::size_t rank = 0; rank < kHeadWords; ++rank) {
    std::string& word = head_words_.emplace_back();
    if (is_function_word(rank)) {
      word = kFunctionWords[rank];
    } else {
      append_invented(rank - kFunctionWords.size(), word);
    }
  }
  for (std::size_t cell = 0; cell <= kTailCells; ++cell) {
    const double share = static_cast<double>(std::max<std::size_t>(cell, 1)) / kTailCells;
    tail_.push_back(raised(1 / share));
  }
}

bool Vocabulary::is_function_word(Rank rank) {
  return rank < kFunctionWords.size();
}

void Vocabulary::append_rare(std::uint32_t number, std::string& out) {
  append_invented((kFirstRareFamily + number) * kInflections.size(), out);
}

Rank Vocabulary::draw(Random& random) const {
  const std::uint32_t rank = head_.draw(random);
  return rank < kHeadWords ? rank : draw_tail(random);
}

// The share of the tail beyond rank r is (kHeadWords / r)^0.76. It looks the same at every scale,
// so one table of quantiles serves: who lands in its first cell, the rarest 4096th, draws again
// further out.
Rank Vocabulary::draw_tail(Random& random) const {
  double scale = kHeadWords;
  for (;;) {
    const std::uint64_t bits = random.next();
    const std::size_t cell = bits % kTailCells;
    if (cell == 0) {
      scale *= tail_[0];
      if (scale >= static_cast<double>(kLastRank)) return kLastRank;
      continue;
    }
    const double within = static_cast<double>(bits >> 32) * 0x1p-32;
    return static_cast<Rank>(scale * (tail_[cell] + (tail_[cell + 1] - tail_[cell]) * within));
  }
}

Rank Vocabulary::draw_content(Random& random) const {
  for (;;) {
    const Rank rank = draw(random);
    if (!is_function_word(rank)) return rank;
  }
}

void Vocabulary::append(Rank rank, std::string& out) const {
  if (rank < kHeadWords) {
    out += head_words_[rank];
  } else {
    append_invented(rank - kFunctionWords.size(), out);
  }
}

}  // namespace dateline::corpus
