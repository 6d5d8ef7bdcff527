#include "indexer/copies/copies_merge.h"

#include <deque>
#include <vector>

#include "common/copies/copies_file.h"
#include "common/copies/fingerprint_cursor.h"
#include "indexer/copies/copies_writer.h"

namespace dateline::indexer {
namespace {

// One source with its articles' new numbers.
class Source {
 public:
  // `first` is the number of its first live article.
  Source(const CopiesSource& source, ArticleNumber first) : file_(source.file), cursor_(file_) {
    new_numbers_.resize(file_.articles() + 1);
    for (ArticleNumber article = 1; article <= file_.articles(); ++article) {
      if (!source.deleted->contains(article)) new_numbers_[article] = first + live_++;
    }
    pass_over_deleted();
  }
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

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

// There are few sources, so the least is looked for among all.
Source* source_of_least(std::deque<Source>& sources) {
  Source* least = nullptr;
  for (Source& source : sources) {
    if (source.done()) continue;
    if (least == nullptr || source.entry() < least->entry()) least = &source;
  }
  return least;
}

}  // namespace

void merge_copies(std::span<const CopiesSource> sources, const std::filesystem::path& merged) {
  std::deque<Source> opened;
  std::vector<CopyRelation> relations;
  ArticleNumber next = 1;
  for (const CopiesSource& source : sources) {
    const Source& added = opened.emplace_back(source, next);
    next += added.live();
    added.append_relations(relations);
  }
  CopiesWriter writer(merged, next - 1);
  while (Source* const least = source_of_least(opened)) {
    writer.add(least->entry());
    least->next();
  }
  writer.finish(relations);
}

}  // namespace dateline::indexer
