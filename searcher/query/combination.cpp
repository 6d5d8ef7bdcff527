#include "searcher/query/combination.h"

#include <utility>
#include <variant>

namespace dateline::searcher {
namespace {

bool is_limit(const Node& node) {
  return std::holds_alternative<NotNode>(node.value) ||
         std::holds_alternative<DateNode>(node.value) ||
         std::holds_alternative<UndatedNode>(node.value) ||
         std::holds_alternative<NumberNode>(node.value);
}

template <typename Combination>
Node combine(std::vector<Node> children) {
  if (children.size() == 1) return std::move(children.front());
  const std::size_t begin = children.front().begin;
  const std::size_t end = children.back().end;
  return {Combination{std::move(children)}, begin, end};
}

}  // namespace

Node any_of(std::vector<Node> alternatives) {
  return combine<OrNode>(std::move(alternatives));
}

Node any_group_within_limits(std::vector<std::vector<Node>> groups) {
  std::vector<Node> alternatives;
  std::vector<Node> limits;
  for (auto& group : groups) {
    Node node = combine<AndNode>(std::move(group));
    (is_limit(node) ? limits : alternatives).push_back(std::move(node));
  }
  if (alternatives.empty()) return combine<AndNode>(std::move(limits));
  if (limits.empty()) return combine<OrNode>(std::move(alternatives));
  limits.insert(limits.begin(), combine<OrNode>(std::move(alternatives)));
  return combine<AndNode>(std::move(limits));
}

}  // namespace dateline::searcher
