#include "searcher/highlight/query_parts.h"

#include <string_view>
#include <utility>
#include <variant>

namespace dateline::searcher {
namespace {

class PartCollector {
 public:
  PartCollector(const Expansions& expansions, VisibleQuery& visible)
      : expansions_(expansions), visible_(visible) {}

  void visit(const Node& node) { std::visit(*this, node.value); }

  void operator()(const WordNode& word) { add(word.typed, word.form, word.field); }
  void operator()(const PhraseNode& phrase) { add(phrase.typed, phrase.form, phrase.field); }
  void operator()(const AndNode& node) { visit_all(node.children); }
  void operator()(const OrNode& node) { visit_all(node.children); }
  void operator()(const SynonymNode& node) { visit_all(node.children); }
  void operator()(const AtLeastNode& node) { visit_all(node.child); }

  void operator()(const NearNode& node) {
    NearTree tree{{}, Nearness(node), {}};
    for (const Node& side : node.sides) tree.children.push_back(tree_of(side));
    if (in_near_ > 0) return trees_.push_back(std::move(tree));
    visible_.nears.push_back(std::move(tree));
  }

  // Negated, or about other things than text.
  void operator()(const NotNode&) {}
  void operator()(const AllNode&) {}
  void operator()(const DateNode&) {}
  void operator()(const UndatedNode&) {}
  void operator()(const NumberNode&) {}

 private:
  void visit_all(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) visit(node);
  }

  // What is below a side, in one tree.
  NearTree tree_of(const Node& side) {
    std::vector<NearTree> outside = std::exchange(trees_, {});
    ++in_near_;
    visit(side);
    --in_near_;
    std::vector<NearTree> inside = std::exchange(trees_, std::move(outside));
    if (inside.size() == 1) return std::move(inside.front());
    return {{}, {}, std::move(inside)};
  }

  void add(std::string_view typed, Form form, const Field& field) {
    if (!field.is_text()) return;
    QueryPart part{interpret(typed, form), field.part(), in_near_ > 0};
    expand(part.interpretation, expansions_);
    if (part.interpretation.readings.empty()) return;
    if (part.in_near) trees_.push_back({visible_.parts.size(), {}, {}});
    visible_.parts.push_back(std::move(part));
  }

  const Expansions& expansions_;
  VisibleQuery& visible_;
  std::size_t in_near_ = 0;      // how many NearNodes deep
  std::vector<NearTree> trees_;  // of the side that is being read
};

}  // namespace

VisibleQuery visible_query(const Query& query, const Expansions& expansions) {
  VisibleQuery visible;
  PartCollector(expansions, visible).visit(query.root);
  return visible;
}

}  // namespace dateline::searcher
