// A plan as a leaf of a Xapian query: yields article numbers and weights of each segment in turn.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/index/deletions.h"
#include "searcher/match/column_cursors.h"
#include "searcher/match/plan.h"

namespace dateline::searcher {

// A segment as its catalogue's UUID names it. What it points to must outlive all sources.
struct SourceSegment {
  std::string catalogue_uuid;
  PlanTarget target;
  const DeletedArticles* deleted;
};

// What all clones of a source share. Must outlive them.
struct SourcePlan {
  PlanNode plan;
  std::vector<SourceSegment> segments;
  std::optional<DateOrder> order;  // scored by date instead of by relevance
  std::size_t wanted = 0;          // hits that the page needs, from the first; 0: not known
  bool scored = true;              // false: every weight is 0, nothing is passed over
};

// Xapian clones a source for each member of a database and tells the clone its member in init(),
// where the clone finds its segment. Deleted articles are never yielded. With weights, articles
// whose weight cannot reach the matcher's minimum are passed over.
class TextSource final : public Xapian::PostingSource {
 public:
  explicit TextSource(const SourcePlan& plan) : plan_(&plan) {}

  TextSource* clone() const override { return new TextSource(*plan_); }
  void init(const Xapian::Database& member) override;

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return candidates_; }
  Xapian::doccount get_termfreq_max() const override { return candidates_; }

  void next(double min_weight) override;
  void skip_to(Xapian::docid article, double min_weight) override;
  bool check(Xapian::docid article, double min_weight) override;
  bool at_end() const override { return article_ == kNoMoreArticles; }
  double get_weight() const override { return weight_; }
  Xapian::docid get_docid() const override { return article_; }
  std::string get_description() const override { return "TextSource"; }

 private:
  double date_floor() const;
  void settle(std::uint32_t candidate, double min_weight);

  const SourcePlan* plan_;
  const SourceSegment* segment_ = nullptr;
  MatchCursorPtr cursor_;
  Xapian::doccount candidates_ = 0;
  std::uint32_t article_ = 0;
  double weight_ = 0;
};

// How many live articles of all segments the plan matches: without scores, without Xapian.
std::uint64_t count_matches(const SourcePlan& plan);

}  // namespace dateline::searcher
