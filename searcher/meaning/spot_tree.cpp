#include "searcher/meaning/spot_tree.h"

#include <span>
#include <utility>

namespace dateline::searcher {
namespace {

std::uint32_t number_of(SpotTree& tree, const AcceptedWords& words) {
  const auto known = std::ranges::find(tree.words, words);
  const auto number = static_cast<std::uint32_t>(known - tree.words.begin());
  if (known == tree.words.end()) tree.words.push_back(words);
  return number;
}

std::uint32_t add(SpotTree& tree, SpotNode node) {
  tree.nodes.push_back(std::move(node));
  return static_cast<std::uint32_t>(tree.nodes.size() - 1);
}

std::uint32_t add_either(SpotTree& tree, std::vector<std::uint32_t> nodes) {
  return nodes.size() == 1 ? nodes.front() : add(tree, EitherSpots{std::move(nodes)});
}

std::uint32_t add_reading(SpotTree& tree, const Reading& reading, TextPart part) {
  if (reading.size() == 1) {
    return add(tree, WordSpots{number_of(tree, reading.front()), part, tree.texts});
  }
  PhrasePattern pattern;
  for (const AcceptedWords& words : reading) {
    pattern.push_back(words.is_hole() ? kHole : number_of(tree, words));
  }
  return add(tree, PhraseSpots{PhraseSteps(pattern), part, tree.texts});
}

std::uint32_t add_text(SpotTree& tree, const AskedText& text) {
  std::vector<std::uint32_t> readings;
  for (const Reading& reading : text.words.readings) {
    readings.push_back(add_reading(tree, reading, text.part));
  }
  if (!readings.empty()) ++tree.texts;
  return add_either(tree, std::move(readings));
}

std::uint32_t add_any(SpotTree& tree, std::span<const MeaningNode> parts) {
  std::vector<std::uint32_t> nodes;
  for (const MeaningNode& part : parts) nodes.push_back(add_spots(tree, part));
  return add_either(tree, std::move(nodes));
}

}  // namespace

std::uint32_t add_spots(SpotTree& tree, const MeaningNode& node) {
  if (const auto* text = std::get_if<AskedText>(&node.value)) return add_text(tree, *text);
  if (const auto* near = std::get_if<NearOf>(&node.value)) {
    const std::uint32_t left = add_spots(tree, near->sides[0]);
    const std::uint32_t right = add_spots(tree, near->sides[1]);
    return add(tree, NearSpots{near->how, left, right});
  }
  const bool is_any = std::holds_alternative<AnyOf>(node.value) ||
                      std::holds_alternative<SynonymsOf>(node.value) ||
                      std::holds_alternative<AtLeastOf>(node.value);
  return add_any(tree, is_any ? parts_of(node) : std::span<const MeaningNode>());
}

}  // namespace dateline::searcher
