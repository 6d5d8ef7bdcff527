#include "indexer/update/supersession.h"

#include <algorithm>
#include <numeric>

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

std::vector<const KnownArticle*> KnownArticles::with_content(std::uint32_t content) const {
  constexpr std::size_t kMost = 8;  // what is there a thousand times tells nothing
  const auto content_at = [this](std::uint32_t at) { return articles_[at].content; };
  std::call_once(sorted_, [&] {
    by_content_.resize(articles_.size());
    std::iota(by_content_.begin(), by_content_.end(), 0U);
    std::ranges::stable_sort(by_content_, {}, content_at);
  });
  std::vector<const KnownArticle*> found;
  auto at = std::ranges::lower_bound(by_content_, content, {}, content_at);
  for (; at != by_content_.end() && content_at(*at) == content && found.size() < kMost; ++at) {
    found.push_back(&articles_[*at]);
  }
  return found;
}

// Articles of one file come one after another.
std::uint32_t Supersession::number_of(const std::string& file) {
  if (files_.back() == file) return static_cast<std::uint32_t>(files_.size() - 1);
  if (files_.size() > kMostFiles) return 0;
  files_.push_back(file);
  return static_cast<std::uint32_t>(files_.size() - 1);
}

std::string Supersession::place_of(const Version& version) const {
  const std::string& file = files_[version.file];
  return version.line == 0 || file.empty() ? file : file + ':' + std::to_string(version.line);
}

// A few are enough to know that most of an archive comes by another path: doubled() compares with
// the whole of it, so what is more than the index holds does not count.
Supersession::Noted Supersession::note(const BatchArticle& met,
                                       std::optional<ArticleInSegment> added) {
  const Version version{met.content, met.likeness, added, number_of(met.file),
                        static_cast<std::uint32_t>(met.line)};
  const auto [found, first] = latest_.try_emplace(met.identity, version);
  if (first) {
    if (!added) ++unchanged_;
    const bool is_new = added && met.is_by_place && known_.find(met.identity) == nullptr;
    if (is_new && doubles_.size() < known_.size() && !known_.with_content(met.content).empty()) {
      doubles_.push_back({met.id, met.content});
    }
    return {};
  }
  Version& latest = found->second;
  if (latest.content == met.content) {  // the same article twice in the inputs
    if (added) superseded_[added->segment].add(added->number);
    ++unchanged_;
    return {};
  }
  const bool is_version = share_something(latest.likeness, met.likeness);
  if (latest.added) {
    superseded_[latest.added->segment].add(latest.added->number);
    ++replaced_;
    if (!added) ++unchanged_;
  } else {
    --unchanged_;  // what was passed over is replaced after all
    ++replaced_;
  }
  std::string earlier = place_of(latest);
  latest = version;
  return {is_version ? Outcome::kNewVersion : Outcome::kReplacedAnother, std::move(earlier)};
}

// A live article of this content that the run has not met.
const KnownArticle* Supersession::elsewhere(std::uint32_t content) const {
  for (const KnownArticle* known : known_.with_content(content)) {
    if (!latest_.contains(known->identity)) return known;
  }
  return nullptr;
}

Supersession::Doubled Supersession::doubled() const {
  Doubled doubled;
  for (const Double& candidate : doubles_) {
    const KnownArticle* const known = elsewhere(candidate.content);
    if (known == nullptr) continue;
    if (doubled.articles++ > 0) continue;
    doubled.example = candidate.id;
    doubled.another = known->article;
  }
  return doubled;
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
