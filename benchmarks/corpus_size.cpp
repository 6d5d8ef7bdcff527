#include "benchmarks/corpus_size.h"

#include <system_error>

#include "common/index/index.h"

namespace dateline::bench {
namespace {

namespace fs = std::filesystem;

std::uint64_t text_bytes_of(OpenSegment& segment, ArticleNumber number) {
  const Article article = segment.articles.article(number);
  return article.headline.size() + article.body.size();
}

std::uint64_t bytes_of_file(const fs::directory_entry& entry) {
  std::error_code ignored;
  const bool is_file = entry.is_regular_file(ignored);
  const std::uintmax_t bytes = is_file ? entry.file_size(ignored) : 0;
  return ignored ? 0 : bytes;
}

}  // namespace

Corpus corpus_of(const fs::path& index_dir) {
  Index index = Index::open(index_dir);
  Corpus corpus;
  corpus.segments = index.segments().size();
  for (OpenSegment& segment : index.segments()) {
    corpus.articles += segment.entry.live();
    for (const FileEntry& file : segment.entry.files) corpus.index_bytes += file.size_bytes;
    for (ArticleNumber number = 1; number <= segment.entry.articles; ++number) {
      if (!segment.deleted.contains(number)) corpus.text_bytes += text_bytes_of(segment, number);
    }
  }
  return corpus;
}

Corpus corpus_of(const fs::path& index_dir, const std::vector<std::string>& inputs) {
  Corpus corpus = corpus_of(index_dir);
  corpus.input_bytes = bytes_of_files(inputs);
  return corpus;
}

std::uint64_t live_articles(const fs::path& index_dir) {
  const Index index = Index::open(index_dir);
  std::uint64_t live = 0;
  for (const OpenSegment& segment : index.segments()) live += segment.entry.live();
  return live;
}

std::uint64_t bytes_of_files(const std::vector<std::string>& inputs) {
  std::uint64_t bytes = 0;
  for (const std::string& input : inputs) {
    std::error_code ignored;
    const fs::directory_entry entry(input, ignored);
    bytes += bytes_of_file(entry);
    if (!entry.is_directory(ignored)) continue;
    for (const auto& below : fs::recursive_directory_iterator(
             input, fs::directory_options::skip_permission_denied, ignored)) {
      bytes += bytes_of_file(below);
    }
  }
  return bytes;
}

double ratio(double bytes, std::uint64_t of) {
  return of > 0 ? bytes / static_cast<double>(of) : 0;
}

}  // namespace dateline::bench
