// A plan as a leaf of a Xapian query: yields article numbers and weights of each segment in turn.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/index/deletions.h"
#include "searcher/match/cursor/match_cursor.h"
#include "searcher/match/match.h"
#include "searcher/match/plan/plan.h"

namespace dateline::searcher {

// A segment as its catalogue's UUID names it. What it points to must outlive all leaves.
struct LeafSegment {
  std::string catalogue_uuid;
  PlanTarget target;
  const DeletedArticles* deleted;
};

// What all clones of a leaf share. Must outlive them.
struct TextLeafPlan {
  PlanNode node;
  std::vector<LeafSegment> segments;
  Order order = Order::kRelevance;  // by date: scored by it; kNone: every weight is 0
  std::size_t hits_needed = 0;      // by the page, from the first hit on; 0: not known
};

// Xapian tells a leaf, or the clone that it made of it, its database in init(), where the leaf finds
// its segment. Deleted articles are never yielded.
//
// Where the plan says how many hits are needed, the best of the segment are found at once, starting
// from the weight that Xapian asks for (that of the last hit of the segments before), and only they
// are yielded. Else Xapian walks over all matches, with other parts of its query.
class TextLeaf final : public Xapian::PostingSource {
 public:
  explicit TextLeaf(const TextLeafPlan& plan) : plan_(&plan) {}

  TextLeaf* clone() const override { return new TextLeaf(*plan_); }
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
  std::string get_description() const override { return "TextLeaf"; }

 private:
  void prepare(double min_weight);
  void settle(std::uint32_t candidate, double min_weight);
  bool is_scored() const { return plan_->order != Order::kNone; }

  const TextLeafPlan* plan_;
  const LeafSegment* segment_ = nullptr;
  MatchCursorPtr cursor_;
  bool best_found_ = false;
  Xapian::doccount candidates_ = 0;
  std::uint32_t article_ = 0;
  double weight_ = 0;
};

}  // namespace dateline::searcher
