// What of a query has spots, as a tree: words and phrases, either of several, what is near what;
// and the one evaluator of such trees.
//
// The search asks a tree where its spots are in an article of the index, the highlighter where they
// are in a text. Both tell the evaluator where words stand; all else is here.
#pragma once

#include <algorithm>
#include <cstdint>
#include <variant>
#include <vector>

#include "searcher/meaning/meaning.h"
#include "searcher/meaning/phrase_pattern.h"
#include "searcher/meaning/spots.h"

namespace dateline::searcher {

// The words and nodes of a tree are known by their numbers.
struct WordSpots {
  std::uint32_t word = 0;
  TextPart part = TextPart::kAnywhere;
  std::uint32_t text = 0;  // which AskedText of the tree this is a reading of
};

struct PhraseSpots {
  PhraseSteps steps;
  TextPart part = TextPart::kAnywhere;
  std::uint32_t text = 0;  // as above
};

struct EitherSpots {
  std::vector<std::uint32_t> nodes;  // none: no spots
};

struct NearSpots {
  Nearness how;
  std::uint32_t left = 0;
  std::uint32_t right = 0;
};

using SpotNode = std::variant<EitherSpots, WordSpots, PhraseSpots, NearSpots>;

struct SpotTree {
  std::vector<AcceptedWords> words;  // all different, no hole
  std::vector<SpotNode> nodes;       // each behind those that it is made of
  std::uint32_t texts = 0;           // AskedTexts, but those that mean nothing
};

// Adds the node with all that is below it, and returns its number. What can have no spots, such as
// a field of the catalogue, becomes an EitherSpots of nothing.
std::uint32_t add_spots(SpotTree& tree, const MeaningNode& node);

// Finds the spots of a tree's nodes in one text after the other. `Text` tells of the present one:
//
//   const Positions& positions(std::uint32_t word)   where a word stands; valid in this text
//   std::uint32_t headline_end()                     the first position behind the headline
//   std::uint32_t end_of(TextPart part)              the first position behind that part
//   const TextStarts& starts_for(Reach reach)        where what `reach` speaks of starts
//
// The tree and the text must outlive it. One thread at a time.
template <typename Text>
class SpotFinder {
 public:
  SpotFinder(const SpotTree& tree, Text& text)
      : tree_(tree), text_(text), spots_(tree.nodes.size()) {}

  // Those of the node in the present text. Valid until it is looked for again.
  const Spots& find(std::uint32_t node) {
    std::visit([&](const auto& value) { find(value, spots_[node]); }, tree_.nodes[node]);
    return spots_[node];
  }

  // What the last find() of the node, or of one above it, came to.
  const Spots& found(std::uint32_t node) const { return spots_[node]; }

 private:
  void find(const EitherSpots& any, Spots& found) {
    found.clear();
    for (const std::uint32_t node : any.nodes) {
      const Spots& spots = find(node);
      found = found.empty() ? spots : either_of(found, spots);
    }
  }

  void find(const WordSpots& word, Spots& found) {
    const Positions& positions = text_.positions(word.word);
    found.clear();
    found.reserve(positions.size());
    for (const std::uint32_t position : positions) found.push_back({position, position});
    keep_inside(word.part, found);
  }

  void find(const PhraseSpots& phrase, Spots& found) {
    phrase.steps.find_starts(
        [this](std::uint32_t word) -> const Positions& { return text_.positions(word); },
        text_.headline_end(), phrase_starts_);
    found.clear();
    for (const std::uint32_t start : phrase_starts_) {
      found.push_back({start, start + phrase.steps.length() - 1});
    }
    keep_inside(phrase.part, found);
  }

  // The right side, and where sentences start, are read only where they matter: that is costly.
  void find(const NearSpots& pair, Spots& found) {
    found.clear();
    const Spots& left = find(pair.left);
    if (left.empty()) return;
    const Spots& right = find(pair.right);
    if (!right.empty()) {
      found = near(left, right, pair.how, text_.starts_for(pair.how.reach));
    } else if (pair.how.negated) {
      found = left;
    }
  }

  void keep_inside(TextPart part, Spots& spots) {
    if (part == TextPart::kAnywhere || spots.empty()) return;
    const std::uint32_t end = text_.end_of(part);
    std::erase_if(spots, [end](const Spot& spot) { return spot.last >= end; });
  }

  const SpotTree& tree_;
  Text& text_;
  std::vector<Spots> spots_;  // of each node
  Positions phrase_starts_;
};

}  // namespace dateline::searcher
