#include "tests/oracle/xapian_scope.h"

#include <algorithm>
#include <variant>
#include <vector>

#include "common/text/analyser.h"
#include "searcher/query/interpretation.h"

namespace dateline::oracle {
namespace {

using searcher::AcceptedWords;
using searcher::Reading;

bool is_in_scope(const searcher::NearNode& near) {
  const std::string left = only_term(near.sides[0]);
  const std::string right = only_term(near.sides[1]);
  return near.reach == searcher::Reach::kWords && !near.negated && near.distance < kHeadlineGap &&
         !left.empty() && !right.empty() && left != right;
}

bool is_plain(const std::string& typed, searcher::Form form) {
  for (const Reading& reading : searcher::interpret(typed, form).readings) {
    for (const AcceptedWords& accepted : reading) {
      if (accepted.pattern || accepted.is_hole()) return false;
    }
  }
  return true;
}

bool are_within_scope(const std::vector<searcher::Node>& nodes) {
  return std::all_of(nodes.begin(), nodes.end(), is_within_scope);
}

}  // namespace

bool is_within_scope(const searcher::Node& node) {
  struct Visitor {
    bool operator()(const searcher::WordNode& word) const {
      return is_plain(word.typed, word.form);
    }
    bool operator()(const searcher::PhraseNode& phrase) const {
      return is_plain(phrase.typed, phrase.form);
    }
    bool operator()(const searcher::AndNode& all) const { return are_within_scope(all.children); }
    bool operator()(const searcher::OrNode& any) const { return are_within_scope(any.children); }
    bool operator()(const searcher::NotNode& none) const { return are_within_scope(none.child); }
    bool operator()(const searcher::SynonymNode& same) const {
      return are_within_scope(same.children);
    }
    bool operator()(const searcher::NearNode& near) const { return is_in_scope(near); }
    bool operator()(const searcher::AtLeastNode&) const { return false; }
    bool operator()(const searcher::NumberNode& number) const {
      return number.quantity == searcher::Quantity::kWords;
    }
    bool operator()(const searcher::AllNode&) const { return true; }
    bool operator()(const searcher::DateNode&) const { return true; }
    bool operator()(const searcher::UndatedNode&) const { return true; }
  };
  return std::visit(Visitor{}, node.value);
}

std::string only_term(const searcher::Node& side) {
  const auto* word = std::get_if<searcher::WordNode>(&side.value);
  if (word == nullptr || !word->field.name().empty()) return {};
  const auto meant = searcher::interpret(word->typed, word->form);
  if (meant.readings.size() != 1 || meant.readings[0].size() != 1) return {};
  const AcceptedWords& accepted = meant.readings[0][0];
  const bool is_one = accepted.terms.size() == 1 && accepted.same_stem_as.empty();
  return is_one ? accepted.terms[0] : std::string();
}

}  // namespace dateline::oracle
