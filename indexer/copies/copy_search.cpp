#include "indexer/copies/copy_search.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "common/copies/copies_file.h"
#include "common/index/article_store.h"
#include "common/text_index/text_index.h"
#include "indexer/copies/batch_copies.h"
#include "indexer/copies/copies_writer.h"
#include "indexer/copies/version_mark.h"
#include "indexer/text_index/text_index_input.h"

namespace dateline::indexer {

// An earlier segment with the files open that copies are looked for in.
struct EarlierSegment {
  const DeletedArticles& deleted;
  TextIndex text_index;
  CopiesFile copies;
  ArticleStore articles;

  explicit EarlierSegment(const SegmentOnDisk& segment)
      : deleted(segment.deleted),
        text_index(segment.text_index_path()),
        copies(segment.copies_path()),
        articles(segment.article_store_path()) {
    if (copies.articles() != text_index.articles()) copies.fail("it belongs to another segment");
  }

  StoryKeys keys_of(ArticleNumber article) const {
    return dateline::keys_of(
        copies.relation(article),
        story_key(text_index.identities()[article - 1], text_index.contents()[article - 1]));
  }

  // How long its body is in shingles, a few words more or less.
  std::size_t body_shingles(ArticleNumber article) const {
    const std::size_t words = text_index.lengths()[article - 1];
    const std::size_t not_begun_at =
        std::size_t{text_index.headlines()[article - 1]} + kShingleWords - 1;
    return words > not_begun_at ? words - not_begun_at : 0;
  }
};

// Nothing is opened before it is asked for: an update of few articles asks few.
class EarlierSegments {
 public:
  explicit EarlierSegments(std::span<const SegmentOnDisk> segments)
      : segments_(segments), opened_(segments.size()) {}

  std::size_t size() const { return segments_.size(); }
  EarlierSegment& open(std::size_t segment) {
    auto& opened = opened_[segment];
    if (!opened) opened = std::make_unique<EarlierSegment>(segments_[segment]);
    return *opened;
  }

 private:
  std::span<const SegmentOnDisk> segments_;
  std::vector<std::unique_ptr<EarlierSegment>> opened_;
};

namespace {

// A text that must be read again costs ten times what comparing costs. Of the few copies that come
// so late, five tenths lose 1 of 127 in reuters-2006-2009; three cost twice as much.
constexpr unsigned kLeastTenths = 5;

// Articles looked for at a time, which bounds the pairs in memory.
constexpr ArticleNumber kSliceArticles = 32'768;

// Read from the stores; some are kept, because neighbours are compared with the same ones.
class StoredTexts final : public ComparedTexts {
 public:
  StoredTexts(const std::filesystem::path& store, EarlierSegments& earlier)
      : store_(store), earlier_(earlier) {}

  const ComparedText& text(std::size_t segment, ArticleNumber number) override {
    const auto known = texts_.find({segment, number});
    if (known != texts_.end()) return known->second;
    if (texts_.size() >= kMostKept) texts_.clear();
    return texts_.emplace(std::pair(segment, number), read(segment, number)).first->second;
  }

  ComparedText read(std::size_t segment, ArticleNumber number) {
    ArticleStore& store = segment == earlier_.size() ? store_ : earlier_.open(segment).articles;
    const Article article = store.article(number);
    return {ShingleSet(words_of(article.body, analyser_)),
            version_mark(article.headline, article.body), facts_of(article)};
  }

 private:
  static constexpr std::size_t kMostKept = 1'024;

  ArticleStore store_;
  EarlierSegments& earlier_;
  Analyser analyser_;
  std::map<std::pair<std::size_t, ArticleNumber>, ComparedText> texts_;
};

}  // namespace

void CopySearch::append(const BatchCopies& batch, const TextIndexInput& columns) {
  const auto base = static_cast<ArticleNumber>(articles_.size());
  for (std::uint32_t i = 0; i < batch.shingles.size(); ++i) {
    const ArticleColumns of_article = columns.columns(i + 1);
    articles_.push_back({of_article.identity, of_article.content, batch.shingles[i], base + 1});
  }
  for (const FingerprintEntry& entry : batch.fingerprints) {
    fingerprints_.push_back({entry.fingerprint, base + entry.article});
  }
  links_.resize(articles_.size());
  for (CopyLink link : batch.links) {
    link.article += base;
    link.earlier += base;
    links_[link.article - 1] = link;
  }
}

std::size_t CopySearch::memory_bytes() const {
  return articles_.capacity() * sizeof(NewArticle) + links_.capacity() * sizeof(CopyLink) +
         fingerprints_.capacity() * sizeof(FingerprintEntry);
}

// The articles of the segment are read from its own store, which must be complete.
void CopySearch::finish(const SegmentOnDisk& segment, std::span<const SegmentOnDisk> before) {
  EarlierSegments earlier(before);
  for (CopyLink& link : links_) link.segment = earlier.size();
  std::sort(fingerprints_.begin(), fingerprints_.end());
  StoredTexts texts(segment.article_store_path(), earlier);
  const auto end = static_cast<ArticleNumber>(articles_.size() + 1);
  for (ArticleNumber first = 1; first < end; first += kSliceArticles) {
    search({first, std::min(end, first + kSliceArticles)}, earlier, texts);
  }
  CopiesWriter writer(segment.copies_path(), end - 1);
  for (const FingerprintEntry& entry : fingerprints_) writer.add(entry);
  writer.finish(relations(earlier));
}

// Candidates of one article are settled together, so that its text is read once.
void CopySearch::search(const Slice& slice, EarlierSegments& earlier, ComparedTexts& texts) {
  std::vector<PlacedCandidate> found;
  for (std::size_t segment = 0; segment < earlier.size(); ++segment) {
    add_earlier(slice, segment, earlier.open(segment), found);
  }
  add_here(slice, earlier.size(), found);
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.candidate.article < b.candidate.article;
  });
  for (auto first = found.begin(); first != found.end();) {
    const ArticleNumber article = first->candidate.article;
    const auto last = std::find_if(
        first, found.end(), [&](const auto& other) { return other.candidate.article != article; });
    const ComparedText text = texts.text(earlier.size(), article);
    if (const auto link = choose_link(text, {first, last}, texts)) note(*link);
    first = last;
  }
}

// In earlier batches of this segment.
void CopySearch::add_here(const Slice& slice, std::size_t segment,
                          std::vector<PlacedCandidate>& found) const {
  SharedFingerprints shared;
  for (std::size_t first = 0, i = 0; i < fingerprints_.size(); ++i) {
    const auto& [fingerprint, article] = fingerprints_[i];
    if (fingerprint != fingerprints_[first].fingerprint) first = i;
    if (first == i || !is_searched(article, slice)) continue;
    const auto begin = fingerprints_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end =
        std::lower_bound(begin, fingerprints_.begin() + static_cast<std::ptrdiff_t>(i),
                         FingerprintEntry{fingerprint, articles_[article - 1].batch_begin});
    const auto nearest = end - std::min<std::ptrdiff_t>(end - begin, kMostSharing);
    for (auto other = nearest; other != end; ++other) shared.add(article, other->article);
  }
  for (const Candidate& candidate : shared.take()) {
    const NewArticle& article = articles_[candidate.article - 1];
    const NewArticle& other = articles_[candidate.earlier - 1];
    if (article.identity == other.identity) continue;
    if (may_be_alike(article.shingles, other.shingles, candidate.shared, kLeastTenths)) {
      found.push_back({segment, candidate});
    }
  }
}

void CopySearch::add_earlier(const Slice& slice, std::size_t segment, EarlierSegment& opened,
                             std::vector<PlacedCandidate>& found) const {
  SharedFingerprints shared;
  FingerprintCursor cursor(opened.copies);
  std::vector<ArticleNumber> sharing;  // of the last fingerprint that was looked up
  std::optional<Fingerprint> looked_up;
  for (const auto& [fingerprint, article] : fingerprints_) {
    if (!is_searched(article, slice)) continue;
    if (looked_up != fingerprint) {
      looked_up = fingerprint;
      sharing.clear();
      cursor.seek(fingerprint);
      for (; !cursor.done() && cursor.entry().fingerprint == fingerprint; cursor.next()) {
        if (!opened.deleted.contains(cursor.entry().article)) {
          sharing.push_back(cursor.entry().article);
        }
      }
    }
    const std::size_t nearest = sharing.size() - std::min(sharing.size(), kMostSharing);
    for (std::size_t i = nearest; i < sharing.size(); ++i) shared.add(article, sharing[i]);
  }
  const auto identities = opened.text_index.identities();
  for (const Candidate& candidate : shared.take()) {
    const NewArticle& article = articles_[candidate.article - 1];
    if (article.identity == identities[candidate.earlier - 1]) continue;
    if (may_be_alike(article.shingles, opened.body_shingles(candidate.earlier), candidate.shared,
                     kLeastTenths)) {
      found.push_back({segment, candidate});
    }
  }
}

// A copy far away counts more than a version near by, a version does not.
void CopySearch::note(const CopyLink& link) {
  CopyLink& known = links_[link.article - 1];
  if (known.is_none() || link.kind == CopyKind::kCopy) known = link;
}

// In order of articles: what an article joins is known before those that join it.
std::vector<CopyRelation> CopySearch::relations(EarlierSegments& earlier) const {
  std::vector<CopyRelation> relations;
  const auto keys_here = [&](ArticleNumber article) {
    const auto found = std::ranges::lower_bound(relations, article, {}, &CopyRelation::article);
    const NewArticle& known = articles_[article - 1];
    const bool has_relation = found != relations.end() && found->article == article;
    return keys_of(has_relation ? *found : CopyRelation{},
                   story_key(known.identity, known.content));
  };
  for (const CopyLink& link : links_) {
    if (link.is_none()) continue;
    const StoryKeys keys = link.segment == earlier.size()
                               ? keys_here(link.earlier)
                               : earlier.open(link.segment).keys_of(link.earlier);
    CopyRelation& relation = relations.emplace_back();
    relation.article = link.article;
    if (link.kind == CopyKind::kCopy) relation.group = keys.group;
    if (link.kind == CopyKind::kVersion || keys.story != keys.group) relation.story = keys.story;
  }
  return relations;
}

}  // namespace dateline::indexer
