#include "searcher/match/plan/plan.h"

#include <utility>

#include "searcher/match/cursor/and_cursor.h"
#include "searcher/match/cursor/column_cursors.h"
#include "searcher/match/cursor/or_cursor.h"
#include "searcher/match/cursor/phrase_cursor.h"
#include "searcher/match/cursor/spots_cursor.h"
#include "searcher/match/cursor/word_cursor.h"

namespace dateline::searcher {
namespace {

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
  // One article, or after a replacement none. The cost is not of finding it, but what others save.
  MatchCursorPtr operator()(const IdentityPlan& plan) const {
    const auto is_it = [wanted = plan.identity](std::uint64_t identity) {
      return identity == wanted;
    };
    return open_column(target_.index->identities(), is_it, 1);
  }

  // No more than 65,535 words are told apart.
  MatchCursorPtr operator()(const NumberPlan& plan) const {
    if (plan.wanted.quantity == Quantity::kWords) {
      const auto fits = [wanted = plan.wanted](std::uint16_t words) {
        return wanted.contains(words);
      };
      return open_column(target_.index->lengths(), fits, target_.index->lengths().size());
    }
    if (target_.copies == nullptr) return nullptr;
    return std::make_unique<CopiesCursor>(target_.copies->counts(target_.segment),
                                          target_.index->articles(), plan.wanted);
  }

  MatchCursorPtr operator()(const WordPlan& plan) const {
    const std::vector<Term>& lists = plan.lists[target_.segment];
    if (lists.empty()) return nullptr;
    if (plan.part == TextPart::kAnywhere && lists.size() == 1) {
      return std::make_unique<WordCursor>(*target_.index, lists[0], target_.scoring, plan.idf);
    }
    if (plan.part == TextPart::kAnywhere && plan.is_disjoint) return open_disjoint(plan, lists);
    auto word = open_forms(*target_.index, lists, target_.scoring, plan.idf);
    if (plan.part == TextPart::kAnywhere) return word;
    return std::make_unique<HeadlineCursor>(std::move(word));
  }

  MatchCursorPtr operator()(const PhrasePlan& plan) const {
    if (plan.is_pair) {
      WordPlan pair;
      pair.lists = plan.pairs.front();
      pair.idf = plan.idf;
      return (*this)(pair);
    }
    PhraseCursor::Phrase phrase{{}, plan.patterns, plan.part};
    if (!open_all(plan.words, phrase.words) || !open_all(plan.pairs, phrase.words)) return nullptr;
    return std::make_unique<PhraseCursor>(std::move(phrase), target_.scoring, plan.idf,
                                          target_.index->headlines());
  }

  MatchCursorPtr operator()(const SpotsPlan& plan) const {
    std::vector<OccurrenceCursorPtr> required;
    if (!open_all(plan.required, required)) return nullptr;
    SpotsCursor::Goal goal{&plan.tree, plan.root, {}, plan.least};
    for (const SpotsPlan::Word& word : plan.words) {
      goal.words.push_back(open_positions(word, required));
    }
    return std::make_unique<SpotsCursor>(std::move(required), std::move(goal), target_.scoring,
                                         plan.idf, *target_.index);
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
    auto all = open_cursor(plan.all_but[0], target_);
    auto excluded = open_cursor(plan.all_but[1], target_);
    if (!all || !excluded) return all;
    return std::make_unique<NotCursor>(std::move(all), std::move(excluded));
  }

 private:
  template <typename Value, typename Wanted>
  static MatchCursorPtr open_column(std::span<const Value> column, Wanted wanted,
                                    std::uint64_t cost) {
    return std::make_unique<ColumnCursor<Value, Wanted>>(column, wanted, cost);
  }

  // Adds cursors for the lists of each word; false where a word has none.
  bool open_all(const std::vector<ListsBySegment>& words,
                std::vector<OccurrenceCursorPtr>& cursors) const {
    for (const ListsBySegment& word : words) {
      const std::vector<Term>& lists = word[target_.segment];
      if (lists.empty()) return false;
      cursors.push_back(open_forms(*target_.index, lists, target_.scoring, 0));
    }
    return true;
  }

  // Where a word is required, its cursor stands on each article that is looked at. With forms of
  // one kind, that is the cursor of their stem, or of their lists.
  WordPositions open_positions(const SpotsPlan::Word& word,
                               const std::vector<OccurrenceCursorPtr>& required) const {
    const std::vector<WordForms>& forms = word.forms[target_.segment];
    if (word.required && forms.size() == 1) {
      return WordPositions(*target_.index, forms[0], *required[*word.required]);
    }
    return WordPositions(*target_.index, forms, target_.scoring);
  }

  MatchCursorPtr open_disjoint(const WordPlan& plan, const std::vector<Term>& lists) const {
    std::vector<MatchCursorPtr> parts;
    parts.reserve(lists.size());
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
