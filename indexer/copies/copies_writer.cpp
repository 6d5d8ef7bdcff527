#include "indexer/copies/copies_writer.h"

#include <deque>
#include <utility>
#include <vector>

#include "common/copies/format.h"
#include "common/index/bytes.h"

namespace dateline::indexer {
namespace {

// An input segment with its articles' new numbers.
class CopiesInput {
 public:
  // `first` is the number of its first live article.
  CopiesInput(const SegmentOnDisk& segment, ArticleNumber first)
      : file_(segment.copies_path()), cursor_(file_) {
    new_numbers_.resize(file_.articles() + 1);
    for (ArticleNumber article = 1; article <= file_.articles(); ++article) {
      if (!segment.deleted.contains(article)) new_numbers_[article] = first + live_++;
    }
    pass_over_deleted();
  }
  CopiesInput(const CopiesInput&) = delete;
  CopiesInput& operator=(const CopiesInput&) = delete;

  std::uint32_t live() const { return live_; }
  bool done() const { return cursor_.done(); }
  FingerprintEntry entry() const {
    const FingerprintEntry entry = cursor_.entry();
    return {entry.fingerprint, new_numbers_[entry.article]};
  }
  void next() {
    cursor_.next();
    pass_over_deleted();
  }

  void append_relations(std::vector<CopyRelation>& relations) const {
    for (CopyRelation relation : file_.relations()) {
      relation.article = new_numbers_[relation.article];
      if (relation.article != 0) relations.push_back(relation);
    }
  }

 private:
  void pass_over_deleted() {
    while (!cursor_.done() && new_numbers_[cursor_.entry().article] == 0) cursor_.next();
  }

  CopiesFile file_;
  FingerprintCursor cursor_;
  std::vector<ArticleNumber> new_numbers_;  // 0: gone
  std::uint32_t live_ = 0;
};

// There are few inputs, so the least is looked for among all.
CopiesInput* input_of_least(std::deque<CopiesInput>& inputs) {
  CopiesInput* least = nullptr;
  for (CopiesInput& input : inputs) {
    if (input.done()) continue;
    if (least == nullptr || input.entry() < least->entry()) least = &input;
  }
  return least;
}

}  // namespace

CopiesWriter::CopiesWriter(const std::filesystem::path& path, std::uint32_t articles,
                           SystemCalls& system)
    : file_(path, system), articles_(articles) {
  std::string header(kCopiesMagic);
  put_number(header, kFormatVersion);
  append(header);
}

void CopiesWriter::append(std::string_view bytes) {
  checksum_.add(bytes);
  file_.append(bytes);
}

void CopiesWriter::add(const FingerprintEntry& entry) {
  pending_fingerprints_[pending_] = entry.fingerprint;
  pending_articles_[pending_] = entry.article;
  ++fingerprints_;
  if (++pending_ == kBlockValues) write_block();
}

void CopiesWriter::write_block() {
  put_number(directory_, pending_fingerprints_[0]);
  put_number(directory_, static_cast<std::uint32_t>(file_.size() - kCopiesHeaderBytes));
  for (std::size_t i = kBlockValues - 1; i > 0; --i) {
    pending_fingerprints_[i] -= pending_fingerprints_[i - 1];
  }
  pending_fingerprints_[0] = 0;
  std::string block;
  append_patched(pending_fingerprints_.data(), block);
  pack_block(pending_articles_.data(), article_bits(articles_), block);
  append(block);
  pending_ = 0;
}

void CopiesWriter::write_tail() {
  put_number(directory_, pending_ > 0 ? pending_fingerprints_[0] : Fingerprint{0});
  put_number(directory_, static_cast<std::uint32_t>(file_.size() - kCopiesHeaderBytes));
  std::string tail;
  Fingerprint before = pending_fingerprints_[0];
  for (std::size_t i = 0; i < pending_; ++i) {
    put_varint(tail, pending_fingerprints_[i] - std::exchange(before, pending_fingerprints_[i]));
    put_varint(tail, pending_articles_[i]);
  }
  append(tail);
}

// Relations have a checksum of their own: a search reads them and no fingerprint.
void CopiesWriter::finish(std::span<const CopyRelation> relations) {
  write_tail();
  append(directory_);
  std::string related;
  std::uint32_t count = 0;
  ArticleNumber before = 0;
  for (const CopyRelation& relation : relations) {
    const bool own_group = relation.group == kOwnKey;
    const bool own_story = relation.story == kOwnKey;
    if (own_group && own_story) continue;
    const std::uint64_t gap = relation.article - std::exchange(before, relation.article);
    put_varint(related, gap << 2 | (own_group ? kOwnGroup : 0) | (own_story ? kOwnStory : 0));
    if (!own_group) put_number(related, relation.group);
    if (!own_story) put_number(related, relation.story);
    ++count;
  }
  std::string footer;
  put_number(footer, articles_);
  put_number(footer, count);
  put_number(footer, fingerprints_);
  put_number(footer, std::uint64_t{related.size()});
  put_number(footer, checksum_.finish());
  put_number(footer, checksum(related));
  put_number(footer, checksum(footer));
  file_.append(related);
  file_.append(footer);
  file_.finish();
}

void merge_copies(std::span<const SegmentOnDisk> segments, const std::filesystem::path& merged) {
  std::deque<CopiesInput> inputs;
  std::vector<CopyRelation> relations;
  ArticleNumber next = 1;
  for (const SegmentOnDisk& segment : segments) {
    const CopiesInput& added = inputs.emplace_back(segment, next);
    next += added.live();
    added.append_relations(relations);
  }
  CopiesWriter writer(merged, next - 1);
  while (CopiesInput* const least = input_of_least(inputs)) {
    writer.add(least->entry());
    least->next();
  }
  writer.finish(relations);
}

}  // namespace dateline::indexer
