#include "searcher/words/query_expansion.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "searcher/query/interpretation.h"
#include "searcher/query/parser.h"
#include "searcher/query/pattern_reader.h"

namespace dateline::searcher {
namespace {

class PatternCollector {
 public:
  void operator()(const WordNode& word) { add(word.typed, word.field); }
  void operator()(const PhraseNode& phrase) { add(phrase.typed, phrase.field); }
  void operator()(const AndNode& node) { visit_all(node.children); }
  void operator()(const OrNode& node) { visit_all(node.children); }
  void operator()(const NotNode& node) { visit_all(node.child); }
  void operator()(const SynonymNode& node) { visit_all(node.children); }
  void operator()(const NearNode& node) { visit_all(node.sides); }
  void operator()(const AtLeastNode& node) { visit_all(node.child); }
  void operator()(const AllNode&) {}
  void operator()(const DateNode&) {}
  void operator()(const UndatedNode&) {}
  void operator()(const NumberNode&) {}

  std::vector<WordPattern> take() { return std::move(patterns_); }

 private:
  void visit_all(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) std::visit(*this, node.value);
  }

  void add(std::string_view typed, const Field& field) {
    if (!field.is_text() || !may_hold_pattern(typed)) return;
    for (const Reading& reading : interpret(typed, Form::kExact).readings) {
      for (const AcceptedWords& words : reading) {
        if (words.pattern) add(*words.pattern);
      }
    }
  }

  void add(const WordPattern& pattern) {
    const bool is_known = std::find(patterns_.begin(), patterns_.end(), pattern) != patterns_.end();
    if (!is_known) patterns_.push_back(pattern);
  }

  std::vector<WordPattern> patterns_;  // in order of the query
};

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

}  // namespace

std::vector<WordPattern> patterns_of(const Query& query) {
  PatternCollector collector;
  std::visit(collector, query.root.value);
  return collector.take();
}

Expansions expansions_of(const Query& query, const Vocabulary& vocabulary) {
  Expansions expansions;
  const std::vector<WordPattern> patterns = patterns_of(query);
  const std::size_t expanded = std::min(patterns.size(), kMaxPatterns);
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    Expansion& expansion = expansions[patterns[i]];
    if (i < expanded) {
      expansion = vocabulary.expand(
          patterns[i],
          {std::min(kMaxExpansions, kMaxExpandedWords / expanded), kMaxWordsLookedAt / expanded});
    } else {
      expansion.cut = true;
    }
  }
  return expansions;
}

std::vector<std::string> notes_on(const Expansions& expansions) {
  std::vector<std::string> notes;
  for (const auto& [pattern, expansion] : expansions) {
    if (!expansion.cut) continue;
    const std::string typed = to_string(pattern);
    if (expansion.found == 0) {
      notes.push_back(typed + " stands for no word: the query has too many patterns to expand all");
    } else if (expansion.found > expansion.terms.size()) {
      notes.push_back(fmt::format("{} stands for {} of {} words; the rest was left out", typed,
                                  grouped(expansion.terms.size()), grouped(expansion.found)));
    } else {
      notes.push_back(
          fmt::format("{} stands for {} words; there may be more, for the index has too "
                      "many to look at all of them",
                      typed, grouped(expansion.found)));
    }
  }
  return notes;
}

}  // namespace dateline::searcher
