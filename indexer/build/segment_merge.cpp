#include "indexer/build/segment_merge.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/copies/format.h"
#include "common/index/article_store.h"
#include "common/index/file.h"
#include "common/index/format.h"
#include "common/text_index/text_index.h"
#include "indexer/build/segment_writer.h"
#include "indexer/copies/copies_merge.h"
#include "indexer/facets/facet_segment.h"
#include "indexer/facets/facet_writer.h"
#include "indexer/segment/article_store_copy.h"
#include "indexer/segment/catalogue_writer.h"
#include "indexer/text_index/segment_input.h"
#include "indexer/text_index/text_index_writer.h"

namespace dateline::indexer {
namespace {

std::vector<std::uint32_t> numbers_of(const DeletedArticles& deleted) {
  std::vector<std::uint32_t> numbers;
  for (ArticleNumber number = 1; number <= deleted.highest(); ++number) {
    if (deleted.contains(number)) numbers.push_back(number);
  }
  return numbers;
}

void merge_text_indexes(std::span<const MergeSource> sources, const std::filesystem::path& path,
                        unsigned jobs) {
  std::vector<std::unique_ptr<TextIndex>> indexes;
  std::vector<std::unique_ptr<SegmentInput>> inputs;
  std::vector<const TextIndexInput*> views;
  for (const MergeSource& source : sources) {
    indexes.push_back(std::make_unique<TextIndex>(source.folder / kTextIndexName));
    inputs.push_back(std::make_unique<SegmentInput>(*indexes.back(), numbers_of(*source.deleted)));
    views.push_back(inputs.back().get());
  }
  write_text_index(path, views, jobs);
}

void merge_stores(std::span<const MergeSource> sources, const std::filesystem::path& path,
                  SegmentEntry& entry) {
  std::vector<ArticleStore> stores;
  for (const MergeSource& source : sources) stores.emplace_back(source.folder / kArticleStoreName);
  std::vector<StoreSource> views;
  for (std::size_t i = 0; i < sources.size(); ++i)
    views.push_back({&stores[i], sources[i].deleted});
  ArticleStoreWriter writer(path);
  merge_article_stores(views, writer);
  writer.finish();
  entry.articles = writer.articles();
  entry.text_bytes = writer.text_bytes();
}

// Adds the live articles of a segment to a new catalogue. Catalogues keep no term lists, so terms
// are made again from the articles.
void catalogue_live_articles(const MergeSource& source, CatalogueWriter& writer) {
  ArticleStore store(source.folder / kArticleStoreName);
  CatalogueEntryMaker maker;
  for (ArticleNumber number = 1; number <= source.entry->articles; ++number) {
    if (!source.deleted->contains(number)) writer.add(maker.make(store.article(number)));
  }
}

void merge_facets(std::span<const MergeSource> sources, const std::filesystem::path& path) {
  std::vector<std::unique_ptr<FacetSegment>> segments;
  std::vector<const FacetInput*> inputs;
  for (const MergeSource& source : sources) {
    segments.push_back(
        std::make_unique<FacetSegment>(source.folder / kFacetsName, *source.deleted));
    inputs.push_back(segments.back().get());
  }
  write_facets(path, inputs);
}

std::string merge_all_catalogues(std::span<const MergeSource> sources,
                                 const std::filesystem::path& path) {
  const bool none_deleted = std::all_of(sources.begin(), sources.end(),
                                        [](const auto& source) { return source.deleted->empty(); });
  if (none_deleted) {
    std::vector<std::filesystem::path> files;
    for (const MergeSource& source : sources) files.push_back(source.folder / kCatalogueName);
    return merge_catalogues(files, path);
  }
  CatalogueWriter writer(path);
  for (const MergeSource& source : sources) catalogue_live_articles(source, writer);
  return writer.finish();
}

void merge_copies(std::span<const MergeSource> sources, const std::filesystem::path& path) {
  std::vector<CopiesSource> views;
  for (const MergeSource& source : sources) {
    views.push_back({source.folder / kCopiesName, source.deleted});
  }
  merge_copies(views, path);
}

// What is damaged must not become part of a new file with a new checksum. Segments of this very run
// have no checksums yet.
void require_intact(const MergeSource& source) {
  for (const FileEntry& file : source.entry->files) {
    const auto path = source.folder / file.name;
    if (file_checksum(path) != file.checksum) {
      throw damaged(path, "its bytes are not those that were written, so it cannot be merged");
    }
  }
}

}  // namespace

SegmentEntry merge_segments(std::span<const MergeSource> sources, const NewSegment& merged,
                            unsigned jobs) {
  for (const MergeSource& source : sources) require_intact(source);
  SegmentEntry entry;
  entry.id = merged.id;
  merge_text_indexes(sources, merged.folder / kTextIndexName, jobs);
  merge_stores(sources, merged.folder / kArticleStoreName, entry);
  merge_facets(sources, merged.folder / kFacetsName);
  entry.catalogue_uuid = merge_all_catalogues(sources, merged.folder / kCatalogueName);
  merge_copies(sources, merged.folder / kCopiesName);
  describe_dates(merged.folder / kTextIndexName, entry);
  return entry;
}

}  // namespace dateline::indexer
