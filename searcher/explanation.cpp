#include "searcher/explanation.h"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "searcher/query/node_children.h"

namespace dateline::searcher {
namespace {

class Explainer {
 public:
  explicit Explainer(const ExplanationSource& source) : source_(source) {}

  Explanation explain(const Node& root) {
    add(root, 0);
    if (explanation_.parts.front().articles == 0) {
      if (const auto* all = std::get_if<AndNode>(&root.value)) add_without(*all);
    }
    return std::move(explanation_);
  }

  void operator()(const WordNode& word) { add_forms(word.typed, word.form, word.field); }
  void operator()(const PhraseNode& phrase) { add_forms(phrase.typed, phrase.form, phrase.field); }
  template <typename Other>
  void operator()(const Other&) {}  // is no word

 private:
  void add(const Node& node, std::size_t depth) {
    if (explanation_.parts.size() == kMaxExplainedParts) {
      ++explanation_.more_parts;
      return;
    }
    explanation_.parts.push_back({depth, node_text(node), source_.count(node), {}, 0, false});
    std::visit(*this, node.value);
    if (const auto* children = children_of(node)) {
      for (const Node& child : *children) add(child, depth + 1);
    }
  }

  // Of a phrase those words are named that stand for others than themselves.
  void add_forms(const std::string& typed, Form form, const Field& field) {
    if (!field.is_text()) return;
    ExplainedPart& part = explanation_.parts.back();
    Interpretation meant = interpret(typed, form);
    for (const Reading& reading : meant.readings) note_cut(reading, part);
    expand(meant, source_.expansions);
    std::map<std::string, std::uint64_t> found;
    for (const Reading& reading : meant.readings) {
      for (const AcceptedWords& accepted : reading) {
        if (reading.size() > 1 && accepted.terms.size() < 2) continue;
        for (WrittenForm& written : source_.forms(accepted)) {
          found.emplace(std::move(written.word), written.articles);
        }
      }
    }
    for (auto& [word, articles] : found) part.forms.push_back({word, articles});
    std::stable_sort(
        part.forms.begin(), part.forms.end(),
        [](const WrittenForm& a, const WrittenForm& b) { return a.articles > b.articles; });
    if (part.forms.size() <= kMaxListedForms) return;
    part.more_forms = part.forms.size() - kMaxListedForms;
    part.forms.resize(kMaxListedForms);
  }

  void note_cut(const Reading& reading, ExplainedPart& part) const {
    for (const AcceptedWords& accepted : reading) {
      if (!accepted.pattern) continue;
      const auto expansion = source_.expansions.find(*accepted.pattern);
      part.cut = part.cut || (expansion != source_.expansions.end() && expansion->second.cut);
    }
  }

  // Brackets that only join conditions are passed over: a limit may stand outside of them.
  static void collect_conditions(const AndNode& all, std::vector<Node>& conditions) {
    for (const Node& child : all.children) {
      if (const auto* inner = std::get_if<AndNode>(&child.value)) {
        collect_conditions(*inner, conditions);
      } else {
        conditions.push_back(child);
      }
    }
  }

  void add_without(const AndNode& all) {
    std::vector<Node> conditions;
    collect_conditions(all, conditions);
    if (conditions.size() > kMaxExplainedConditions) return;
    for (std::size_t left_out = 0; left_out < conditions.size(); ++left_out) {
      AndNode others{conditions};
      others.children.erase(others.children.begin() + static_cast<std::ptrdiff_t>(left_out));
      explanation_.without.push_back(
          {node_text(conditions[left_out]), source_.count(Node{std::move(others)})});
    }
  }

  const ExplanationSource& source_;
  Explanation explanation_;
};

}  // namespace

Explanation explain(const Query& query, const ExplanationSource& source) {
  return Explainer(source).explain(query.root);
}

}  // namespace dateline::searcher
