#include "searcher/search/matcher.h"

#include <algorithm>

#include "common/index/index.h"
#include "common/xapian_guard.h"
#include "searcher/grouping/copy_groups.h"
#include "searcher/match/plan/compile.h"

namespace dateline::searcher {

std::vector<const TextIndex*> text_indexes(const Index& index) {
  std::vector<const TextIndex*> indexes;
  for (const OpenSegment& segment : index.segments()) indexes.push_back(segment.text_index.get());
  return indexes;
}

Matcher::Matcher(Index& index, CopyGroups& groups) : index_(index), lists_(text_indexes(index)) {
  const LengthNorm norm(lists_.average_length());
  for (const OpenSegment& segment : index.segments()) {
    const TextIndex& text = *segment.text_index;
    segments_.push_back({segment.entry.catalogue_uuid,
                         {&text, segments_.size(), {text.lengths(), norm}, &groups},
                         &segment.deleted});
  }
}

CompiledQuery Matcher::unscored(const MeaningNode& meaning) {
  return CompiledQuery(meaning, {Order::kNone}, segments_, lists_);
}

// Each segment adds its best to those before it, and passes over what is no better. Equal ones stay
// in the order of segments and articles, which is that of indexing.
BestMatches Matcher::best(const MeaningNode& meaning, Order order, std::size_t limit,
                          TotalCount total) {
  const CompiledQuery compiled(meaning, {order, limit}, segments_, lists_);
  BestMatches found;
  std::vector<Match>& best = found.matches;
  for (std::size_t segment = 0; segment < segments_.size(); ++segment) {
    const Xapian::MSet page = xapian_guard("search the index", [&] {
      Xapian::Enquire enquire(index_.segments()[segment].catalogue);
      enquire.set_query(compiled.xapian());
      // Below a cutoff Xapian counts nothing, but matches of a lone plan are counted elsewhere.
      const bool counts_here = compiled.only_leaf() == nullptr;
      if (best.size() == limit && !counts_here) enquire.set_cutoff(0, best.back().weight);
      return enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
    });
    const auto middle = static_cast<std::ptrdiff_t>(best.size());
    for (auto match = page.begin(); match != page.end(); ++match) {
      best.push_back({match.get_weight(), {segment, *match}});
    }
    std::inplace_merge(best.begin(), best.begin() + middle, best.end(),
                       [](const Match& a, const Match& b) { return a.weight > b.weight; });
    best.resize(std::min(best.size(), limit));
    found.estimate.value += page.get_matches_estimated();
    found.estimate.exact &= page.get_matches_lower_bound() == page.get_matches_upper_bound();
  }
  if (total == TotalCount::kEstimate && compiled.only_leaf() != nullptr) {
    found.estimate = estimate_matches(*compiled.only_leaf());
  }
  return found;
}

std::uint64_t Matcher::count(const MeaningNode& meaning) {
  const CompiledQuery compiled = unscored(meaning);
  if (compiled.only_leaf() != nullptr) return count_matches(*compiled.only_leaf());
  std::uint64_t total = 0;
  for (const OpenSegment& segment : index_.segments()) {
    total += xapian_guard("search the index", [&] {
      Xapian::Enquire enquire(segment.catalogue);
      enquire.set_query(compiled.xapian());
      const auto all = segment.catalogue.get_doccount();
      return enquire.get_mset(0, 0, all).get_matches_estimated();
    });
  }
  return total;
}

Total Matcher::estimate(const MeaningNode& meaning) {
  const CompiledQuery compiled = unscored(meaning);
  if (compiled.only_leaf() != nullptr) return estimate_matches(*compiled.only_leaf());
  return {count(meaning), true};
}

void Matcher::visit(const MeaningNode& meaning, const VisitMatches& visit) {
  visit_matches(unscored(meaning), index_.segments(), visit);
}

}  // namespace dateline::searcher
