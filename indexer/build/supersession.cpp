#include "indexer/build/supersession.h"

namespace dateline::indexer {

void Supersession::note(const RunArticle& met, SegmentId segment, ArticleNumber base) {
  const bool is_new = met.number != 0;
  const Version version{met.content, is_new ? segment : 0, is_new ? base + met.number : 0};
  const auto [found, first] = latest_.try_emplace(met.identity, version);
  if (first) {
    if (!is_new) ++unchanged_;
    return;
  }
  Version& latest = found->second;
  if (latest.content == met.content) {  // the same article twice in the inputs
    if (is_new) superseded_[segment].add(version.number);
    ++unchanged_;
    return;
  }
  if (latest.segment != 0) {
    superseded_[latest.segment].add(latest.number);
    ++replaced_;
    if (!is_new) ++unchanged_;
  } else {
    --unchanged_;  // what was passed over is replaced after all
    ++replaced_;
  }
  latest = version;
}

bool Supersession::settle(Deletions& deletions, RunSummary& summary) {
  bool changed = false;
  for (const auto& [segment, articles] : superseded_) deletions[segment] = articles;
  for (const auto& [identity, version] : latest_) {
    if (version.segment == 0) continue;
    changed = true;
    const KnownArticle* known = known_.find(identity);
    if (known != nullptr) {
      deletions[known->segment].add(known->number);
      ++summary.replaced;
    } else {
      ++summary.indexed;
    }
  }
  summary.replaced += replaced_;
  summary.unchanged += unchanged_;
  return changed;
}

}  // namespace dateline::indexer
