#include "searcher/highlight/query_parts.h"

#include <string_view>
#include <utility>
#include <variant>

namespace dateline::searcher {
namespace {

class PartCollector {
 public:
  PartCollector(std::vector<QueryPart>& parts, const Expansions& expansions)
      : parts_(parts), expansions_(expansions) {}

  void operator()(const WordNode& word) { add(word.typed, word.form, word.field); }
  void operator()(const PhraseNode& phrase) { add(phrase.typed, phrase.form, phrase.field); }
  void operator()(const AndNode& node) { visit_all(node.children); }
  void operator()(const OrNode& node) { visit_all(node.children); }

  // Negated, or about other things than text.
  void operator()(const NotNode&) {}
  void operator()(const AllNode&) {}
  void operator()(const DateNode&) {}
  void operator()(const UndatedNode&) {}
  void operator()(const NumberNode&) {}
  void operator()(const SynonymNode& node) { visit_all(node.children); }
  void operator()(const NearNode& node) { visit_all(node.sides); }
  void operator()(const AtLeastNode& node) { visit_all(node.child); }

 private:
  void visit_all(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) std::visit(*this, node.value);
  }

  void add(std::string_view typed, Form form, std::string_view field) {
    if (!field.empty() && field != "headline") return;
    QueryPart part{interpret(typed, form), !field.empty()};
    expand(part.interpretation, expansions_);
    if (!part.interpretation.readings.empty()) parts_.push_back(std::move(part));
  }

  std::vector<QueryPart>& parts_;
  const Expansions& expansions_;
};

}  // namespace

std::vector<QueryPart> visible_parts(const Query& query, const Expansions& expansions) {
  std::vector<QueryPart> parts;
  std::visit(PartCollector(parts, expansions), query.root.value);
  return parts;
}

}  // namespace dateline::searcher
