#include "searcher/search/explanation.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <variant>

#include "searcher/query/query.h"

namespace dateline::searcher {
namespace {

// A part of the query as it was typed and as it was understood.
struct Understood {
  const Node* typed;
  const MeaningNode* meant;
};

class Explainer {
 public:
  explicit Explainer(const IndexAnswers& index) : index_(index) {}

  Explanation explain(const Understood& root) {
    add(root, 0);
    if (explanation_.parts.front().articles == 0) add_without(root);
    return std::move(explanation_);
  }

 private:
  void add(const Understood& part, std::size_t depth) {
    if (explanation_.parts.size() == kMaxExplainedParts) {
      ++explanation_.more_parts;
      return;
    }
    explanation_.parts.push_back(
        {depth, node_text(*part.typed), index_.count(*part.meant), {}, 0, false});
    if (const auto* text = std::get_if<AskedText>(&part.meant->value)) {
      add_forms(*text, explanation_.parts.back());
    }
    for_each_child(part, [&](const Understood& child) { add(child, depth + 1); });
  }

  // The parts of both stand in the same order; see meaning.h.
  template <typename Visit>
  static void for_each_child(const Understood& part, Visit visit) {
    const auto* children = children_of(*part.typed);
    const auto meant = parts_of(*part.meant);
    for (std::size_t i = 0; children != nullptr && i < children->size(); ++i) {
      visit(Understood{&(*children)[i], &meant[i]});
    }
  }

  // Of a phrase those words are named that stand for others than themselves.
  void add_forms(const AskedText& text, ExplainedPart& part) {
    part.cut = text.is_cut;
    std::map<std::string, std::uint64_t> found;
    for (const Reading& reading : text.words.readings) {
      for (const AcceptedWords& accepted : reading) {
        if (reading.size() > 1 && accepted.terms.size() < 2) continue;
        for (CountedWord& written : index_.written_forms(accepted)) {
          found.emplace(std::move(written.word), written.articles);
        }
      }
    }
    for (const auto& [word, articles] : found) part.forms.push_back({word, articles});
    std::ranges::stable_sort(part.forms, std::greater<>(), &CountedWord::articles);
    if (part.forms.size() <= kMaxListedForms) return;
    part.more_forms = part.forms.size() - kMaxListedForms;
    part.forms.resize(kMaxListedForms);
  }

  // Brackets that only join conditions are passed over: a limit may stand outside of them.
  static void collect_conditions(const Understood& all, std::vector<Understood>& conditions) {
    for_each_child(all, [&](const Understood& child) {
      if (std::holds_alternative<AllOf>(child.meant->value)) {
        collect_conditions(child, conditions);
      } else {
        conditions.push_back(child);
      }
    });
  }

  void add_without(const Understood& root) {
    if (!std::holds_alternative<AllOf>(root.meant->value)) return;
    std::vector<Understood> conditions;
    collect_conditions(root, conditions);
    if (conditions.size() > kMaxExplainedConditions) return;
    for (const Understood& left_out : conditions) {
      AllOf others;
      for (const Understood& condition : conditions) {
        if (condition.typed != left_out.typed) others.parts.push_back(*condition.meant);
      }
      explanation_.without.push_back(
          {node_text(*left_out.typed), index_.count({std::move(others)})});
    }
  }

  const IndexAnswers& index_;
  Explanation explanation_;
};

}  // namespace

Explanation explain(const Query& query, const Meaning& meaning, const IndexAnswers& index) {
  return Explainer(index).explain({&query.root, &meaning.root});
}

}  // namespace dateline::searcher
