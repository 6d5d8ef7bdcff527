// The segments that new articles may be copies of articles of.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "common/copies/copies_file.h"
#include "common/index/article_store.h"
#include "common/index/deletions.h"
#include "common/text_index/text_index.h"

namespace dateline::indexer {

// One of them, its files open.
struct EarlierSegment {
  TextIndex text_index;
  CopiesFile copies;
  ArticleStore articles;
  DeletedArticles deleted;  // when it was added

  EarlierSegment(const std::filesystem::path& folder, DeletedArticles deleted_then);

  StoryKeys keys_of(ArticleNumber article) const;

  // How long its body is in shingles, a few words more or less.
  std::size_t body_shingles(ArticleNumber article) const;
};

// In the order in which they were added, which is that of their articles. Nothing is opened before
// it is asked for. Not thread-safe.
class EarlierSegments {
 public:
  void add(std::filesystem::path folder, DeletedArticles deleted);

  std::size_t size() const { return segments_.size(); }
  // Valid until close().
  EarlierSegment& open(std::size_t segment);

  // Gives files and their memory back until they are asked for again.
  void close();

 private:
  struct Known {
    std::filesystem::path folder;
    DeletedArticles deleted;
    std::unique_ptr<EarlierSegment> opened;
  };
  std::vector<Known> segments_;
};

}  // namespace dateline::indexer
