#include "indexer/copies/batch_copies.h"

#include <algorithm>
#include <utility>

#include "indexer/copies/version_mark.h"

namespace dateline::indexer {
namespace {

// Comparing costs little while the words are at hand. Three tenths lose 2 of 1,000 copies of
// reuters-2006-2009.
constexpr unsigned kLeastTenthsAtHand = 3;

}  // namespace

// Each text is made when it is first asked for.
class BatchCopiesMaker::Texts final : public ComparedTexts {
 public:
  Texts(const BatchCopiesMaker& maker, std::span<const Article> articles)
      : maker_(maker), articles_(articles), texts_(articles.size()) {}

  const ComparedText& text(std::size_t, ArticleNumber number) override {
    std::optional<ComparedText>& text = texts_[number - 1];
    if (!text) {
      const Article& article = articles_[number - 1];
      text.emplace(ComparedText{ShingleSet(maker_.words_of(number)),
                                version_mark(article.headline, article.body), facts_of(article)});
    }
    return *text;
  }

 private:
  const BatchCopiesMaker& maker_;
  std::span<const Article> articles_;
  std::vector<std::optional<ComparedText>> texts_;
};

void BatchCopiesMaker::add(std::uint64_t identity, std::span<const WordHash> words) {
  identities_.push_back(identity);
  words_.insert(words_.end(), words.begin(), words.end());
  words_end_.push_back(words_.size());
  shingles_.clear();
  append_shingles(words, shingles_);
  batch_.shingles.push_back(static_cast<std::uint32_t>(shingles_.size()));
  const auto number = static_cast<ArticleNumber>(identities_.size());
  for (const Fingerprint fingerprint : fingerprints_of(shingles_)) {
    batch_.fingerprints.push_back({fingerprint, number});
  }
}

std::span<const WordHash> BatchCopiesMaker::words_of(ArticleNumber article) const {
  const std::size_t begin = article == 1 ? 0 : words_end_[article - 2];
  return std::span(words_).subspan(begin, words_end_[article - 1] - begin);
}

std::vector<PlacedCandidate> BatchCopiesMaker::candidates() const {
  SharedFingerprints shared;
  const auto& entries = batch_.fingerprints;
  for (std::size_t first = 0, i = 0; i < entries.size(); ++i) {
    if (entries[i].fingerprint != entries[first].fingerprint) first = i;
    const std::size_t nearest = i - std::min(i - first, kMostSharing);
    for (std::size_t j = nearest; j < i; ++j) shared.add(entries[i].article, entries[j].article);
  }
  std::vector<PlacedCandidate> candidates;
  for (const Candidate& candidate : shared.take()) {
    const auto [article, earlier, count] = candidate;
    if (identities_[article - 1] == identities_[earlier - 1]) continue;
    if (may_be_alike(batch_.shingles[article - 1], batch_.shingles[earlier - 1], count,
                     kLeastTenthsAtHand)) {
      candidates.push_back({0, candidate});
    }
  }
  return candidates;
}

// Later articles join earlier ones, as everywhere: so links ascend and none is a circle.
BatchCopies BatchCopiesMaker::take(std::span<const Article> articles) {
  std::sort(batch_.fingerprints.begin(), batch_.fingerprints.end());
  std::vector<PlacedCandidate> found = candidates();
  Texts texts(*this, articles);
  for (auto first = found.begin(); first != found.end();) {
    const ArticleNumber article = first->candidate.article;
    const auto last = std::find_if(
        first, found.end(), [&](const auto& other) { return other.candidate.article != article; });
    const auto link = choose_link(texts.text(0, article), {first, last}, texts);
    if (link) batch_.links.push_back(*link);
    first = last;
  }
  identities_.clear();
  words_ = {};
  words_end_.clear();
  return std::exchange(batch_, {});
}

}  // namespace dateline::indexer
