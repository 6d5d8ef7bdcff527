#include "indexer/update/supersession.h"

#include <algorithm>

#include "common/index/index.h"

namespace dateline::indexer {

KnownArticles::KnownArticles(const Index& index) {
  for (const OpenSegment& segment : index.segments()) {
    const auto identities = segment.text_index->identities();
    const auto contents = segment.text_index->contents();
    for (ArticleNumber number = 1; number <= segment.text_index->articles(); ++number) {
      if (segment.deleted.contains(number)) continue;
      articles_.push_back(
          {identities[number - 1], contents[number - 1], {segment.entry.id, number}});
    }
  }
  std::ranges::sort(articles_, {}, &KnownArticle::identity);
}

const KnownArticle* KnownArticles::find(std::uint64_t identity) const {
  const auto found = std::ranges::lower_bound(articles_, identity, {}, &KnownArticle::identity);
  return found != articles_.end() && found->identity == identity ? &*found : nullptr;
}

void Supersession::note(std::uint64_t identity, std::uint32_t content,
                        std::optional<ArticleInSegment> added) {
  const auto [found, first] = latest_.try_emplace(identity, Version{content, added});
  if (first) {
    if (!added) ++unchanged_;
    return;
  }
  Version& latest = found->second;
  if (latest.content == content) {  // the same article twice in the inputs
    if (added) superseded_[added->segment].add(added->number);
    ++unchanged_;
    return;
  }
  if (latest.added) {
    superseded_[latest.added->segment].add(latest.added->number);
    ++replaced_;
    if (!added) ++unchanged_;
  } else {
    --unchanged_;  // what was passed over is replaced after all
    ++replaced_;
  }
  latest = {content, added};
}

bool Supersession::settle(Deletions& gone, RunSummary& summary) {
  bool changed = false;
  gone = std::move(superseded_);
  for (const auto& [identity, version] : latest_) {
    if (!version.added) continue;
    changed = true;
    const KnownArticle* known = known_.find(identity);
    if (known != nullptr) {
      gone[known->article.segment].add(known->article.number);
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
