#include "searcher/match/plan.h"

#include <utility>

#include "searcher/match/and_cursor.h"
#include "searcher/match/column_cursors.h"
#include "searcher/match/or_cursor.h"

namespace dateline::searcher {
namespace {

using Where = PhraseCursor::Where;

class CursorOpener {
 public:
  CursorOpener(const PlanTarget& target) : target_(target) {}

  MatchCursorPtr operator()(const NothingPlan&) const { return nullptr; }
  MatchCursorPtr operator()(const AllPlan&) const {
    return std::make_unique<AllCursor>(target_.index->articles());
  }
  MatchCursorPtr operator()(const DatePlan& plan) const {
    return std::make_unique<DateCursor>(DateColumn(*target_.index), plan.range);
  }
  MatchCursorPtr operator()(const UndatedPlan&) const {
    return std::make_unique<UndatedCursor>(DateColumn(*target_.index));
  }
  MatchCursorPtr operator()(const IdentityPlan& plan) const {
    return std::make_unique<IdentityCursor>(target_.index->identities(), plan.identity);
  }

  MatchCursorPtr operator()(const WordPlan& plan) const {
    const std::vector<Term>& lists = plan.lists[target_.segment];
    if (lists.empty()) return nullptr;
    if (plan.where == Where::kAnywhere && lists.size() == 1) {
      return std::make_unique<WordCursor>(*target_.index, lists[0], target_.scoring, plan.idf);
    }
    if (plan.where == Where::kAnywhere && plan.disjoint) return open_disjoint(plan, lists);
    auto word = std::make_unique<AnyFormCursor>(*target_.index, lists, target_.scoring, plan.idf);
    if (plan.where == Where::kAnywhere) return word;
    return std::make_unique<HeadlineCursor>(std::move(word));
  }

  MatchCursorPtr operator()(const PhrasePlan& plan) const {
    if (plan.is_pair) {
      return (*this)(WordPlan{plan.pairs.front(), false, plan.idf, Where::kAnywhere});
    }
    PhraseCursor::Phrase phrase{{}, plan.patterns, plan.where};
    for (const auto* lists_of : {&plan.words, &plan.pairs}) {
      for (const ListsBySegment& word : *lists_of) {
        const std::vector<Term>& lists = word[target_.segment];
        if (lists.empty()) return nullptr;
        phrase.words.push_back(
            std::make_unique<AnyFormCursor>(*target_.index, lists, target_.scoring, 0.0F));
      }
    }
    return std::make_unique<PhraseCursor>(std::move(phrase), target_.scoring, plan.idf,
                                          target_.index->headlines());
  }

  MatchCursorPtr operator()(const AndPlan& plan) const {
    std::vector<MatchCursorPtr> parts;
    for (const PlanNode& part : plan.parts) {
      parts.push_back(open_cursor(part, target_));
      if (!parts.back()) return nullptr;
    }
    if (parts.size() == 1) return std::move(parts[0]);
    return std::make_unique<AndCursor>(std::move(parts));
  }

  MatchCursorPtr operator()(const OrPlan& plan) const {
    std::vector<MatchCursorPtr> parts;
    for (const PlanNode& part : plan.parts) {
      if (auto cursor = open_cursor(part, target_)) parts.push_back(std::move(cursor));
    }
    if (parts.empty()) return nullptr;
    if (parts.size() == 1) return std::move(parts[0]);
    return std::make_unique<OrCursor>(std::move(parts));
  }

  MatchCursorPtr operator()(const NotPlan& plan) const {
    auto wanted = open_cursor(plan.wanted_unwanted[0], target_);
    auto unwanted = open_cursor(plan.wanted_unwanted[1], target_);
    if (!wanted || !unwanted) return wanted;
    return std::make_unique<NotCursor>(std::move(wanted), std::move(unwanted));
  }

 private:
  MatchCursorPtr open_disjoint(const WordPlan& plan, const std::vector<Term>& lists) const {
    std::vector<MatchCursorPtr> parts;
    for (const Term& list : lists) {
      parts.push_back(
          std::make_unique<WordCursor>(*target_.index, list, target_.scoring, plan.idf));
    }
    return std::make_unique<OrCursor>(std::move(parts));
  }

  const PlanTarget& target_;
};

}  // namespace

MatchCursorPtr open_cursor(const PlanNode& plan, const PlanTarget& target) {
  return std::visit(CursorOpener(target), plan.value);
}

}  // namespace dateline::searcher
