// A plan as a leaf of a Xapian query: yields article numbers and weights of each segment in turn.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>

#include "searcher/match/match_cursor.h"
#include "searcher/match/source_plan.h"

namespace dateline::searcher {

// Xapian tells a source, or the clone that it made of it, its database in init(), where the source
// finds its segment. Deleted articles are never yielded.
//
// TextPart the plan says how many hits are wanted, the best of the segment are found at once,
// starting from the weight that Xapian wants (that of the last hit of the segments before), and
// only they are yielded. Else Xapian walks over all matches, with other parts of its query.
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
  void prepare(double min_weight);
  void settle(std::uint32_t candidate, double min_weight);

  const SourcePlan* plan_;
  const SourceSegment* segment_ = nullptr;
  MatchCursorPtr cursor_;
  bool best_found_ = false;
  Xapian::doccount candidates_ = 0;
  std::uint32_t article_ = 0;
  double weight_ = 0;
};

}  // namespace dateline::searcher
