#include "indexer/update/segment_writer.h"

#include <malloc.h>

#include <algorithm>
#include <future>
#include <utility>

#include "common/index/file.h"
#include "common/text_index/text_index.h"
#include "indexer/copies/copies_writer.h"
#include "indexer/facets/facet_writer.h"
#include "indexer/text_index/text_index_writer.h"
#include "indexer/update/batch.h"

namespace dateline::indexer {
namespace {

void describe_dates(SegmentOnDisk& segment) {
  DateCode lowest = kUndated;
  DateCode highest = kUndated;
  const TextIndex index(segment.text_index_path());
  for (const DateCode date : index.dates()) {
    if (date == kUndated) {
      ++segment.entry.undated;
      continue;
    }
    lowest = lowest == kUndated ? date : std::min(lowest, date);
    highest = std::max(highest, date);
  }
  if (lowest == kUndated) return;
  segment.entry.first_day = from_date_code(lowest).day();
  segment.entry.last_day = from_date_code(highest).day();
}

void describe_articles(const ArticleStoreWriter& store, SegmentOnDisk& segment) {
  segment.entry.articles = store.articles();
  segment.entry.text_bytes = store.text_bytes();
}

// What is damaged must not become part of a new file with a new checksum. Segments of this very run
// have no checksums yet.
void require_intact(const SegmentOnDisk& segment) {
  for (const FileEntry& file : segment.entry.files) {
    const auto path = segment.folder / file.name;
    if (file_checksum(path) != file.checksum) {
      throw damaged(path, "its bytes are not those that were written, so it cannot be merged");
    }
  }
}

}  // namespace

SegmentWriter::SegmentWriter(SegmentOnDisk segment, unsigned jobs)
    : segment_(std::move(segment)),
      jobs_(jobs),
      store_(segment_.article_store_path()),
      catalogue_(segment_.catalogue_path()) {}

SegmentWriter::~SegmentWriter() = default;

void SegmentWriter::append(std::unique_ptr<Batch> batch) {
  const StoreDictionary& dictionary = *batch->dictionary;
  if (dictionary.id() != 0) store_.add_dictionary(dictionary.id(), dictionary.bytes());
  for (const StoreBlock& block : batch->stored) store_.append(block);
  for (const CatalogueEntry& entry : batch->catalogue) catalogue_.add(entry);
  copies_.append(batch->copies, batch->inverted);
  batch->copies = {};
  batch->stored = {};
  batch->catalogue = {};
  memory_bytes_ += batch->inverted.memory_bytes() + batch->facets.memory_bytes();
  batches_.push_back(std::move(batch));
}

// The text index takes longest, so it begins first; copies come last, because they are compared by
// the texts in the store.
SegmentOnDisk SegmentWriter::finish(std::span<const SegmentOnDisk> before) {
  std::vector<const TextIndexInput*> inverted;
  std::vector<const FacetInput*> facets;
  for (const auto& batch : batches_) {
    inverted.push_back(&batch->inverted);
    facets.push_back(&batch->facets);
  }
  auto text_index = std::async(
      std::launch::async, [&] { write_text_index(segment_.text_index_path(), inverted, jobs_); });
  write_facets(segment_.facets_path(), facets);
  describe_articles(store_, segment_);
  store_.finish();
  segment_.entry.catalogue_uuid = catalogue_.finish();
  copies_.finish(segment_, before);
  text_index.get();
  describe_dates(segment_);
  return std::move(segment_);
}

SegmentOnDisk merge_segments(std::span<const SegmentOnDisk> segments, SegmentOnDisk merged,
                             unsigned jobs) {
  for (const SegmentOnDisk& segment : segments) require_intact(segment);
  merge_text_indexes(segments, merged.text_index_path(), jobs);
  ArticleStoreWriter store(merged.article_store_path());
  merge_article_stores(segments, store);
  store.finish();
  describe_articles(store, merged);
  merge_facets(segments, merged.facets_path());
  merged.entry.catalogue_uuid = merge_catalogues(segments, merged.catalogue_path());
  merge_copies(segments, merged.copies_path());
  describe_dates(merged);
  give_back_memory();
  return merged;
}

void give_back_memory() {
#ifdef __GLIBC__
  ::malloc_trim(0);
#endif
}

}  // namespace dateline::indexer
