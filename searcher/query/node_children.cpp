#include "searcher/query/node_children.h"

namespace dateline::searcher {

std::vector<Node>* children_of(Node& node) {
  if (auto* all = std::get_if<AndNode>(&node.value)) return &all->children;
  if (auto* any = std::get_if<OrNode>(&node.value)) return &any->children;
  if (auto* alike = std::get_if<SynonymNode>(&node.value)) return &alike->children;
  if (auto* near = std::get_if<NearNode>(&node.value)) return &near->sides;
  if (auto* none = std::get_if<NotNode>(&node.value)) return &none->child;
  if (auto* at_least = std::get_if<AtLeastNode>(&node.value)) return &at_least->child;
  return nullptr;
}

const std::vector<Node>* children_of(const Node& node) {
  return children_of(const_cast<Node&>(node));
}

}  // namespace dateline::searcher
