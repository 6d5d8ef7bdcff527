#include "searcher/date_limit.h"

#include <utility>
#include <variant>
#include <vector>

namespace dateline::searcher {
namespace {

// Puts "undated" where the query wants a date. Returns whether it did.
bool ask_for_undated(Node& node) {
  if (std::holds_alternative<DateNode>(node.value)) {
    node.value = UndatedNode{};
    return true;
  }
  std::vector<Node>* children = nullptr;
  if (auto* all = std::get_if<AndNode>(&node.value)) children = &all->children;
  if (auto* any = std::get_if<OrNode>(&node.value)) children = &any->children;
  bool asked = false;
  for (std::size_t i = 0; children != nullptr && i < children->size(); ++i) {
    asked |= ask_for_undated((*children)[i]);
  }
  return asked;
}

}  // namespace

Query limited(const Query& query, const Node& limit) {
  AndNode both;
  both.children = {query.root, limit};
  return {Node{std::move(both)}};
}

Query limited(const Query& query, const DayRange& days) {
  return days == DayRange{} ? query : limited(query, Node{DateNode{days}});
}

std::optional<Query> left_out_as_undated(const Query& query) {
  Node relaxed = query.root;
  if (!ask_for_undated(relaxed)) return std::nullopt;
  AndNode left_out;
  left_out.children = {std::move(relaxed), Node{UndatedNode{}}, Node{NotNode{{query.root}}}};
  return Query{Node{std::move(left_out)}};
}

}  // namespace dateline::searcher
