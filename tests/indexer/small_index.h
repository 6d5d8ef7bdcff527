// Small real indexes for tests: every part is written by the real writers.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/index/article_record.h"
#include "common/index/checksum.h"
#include "common/index/index.h"
#include "common/index/segment_on_disk.h"
#include "indexer/catalogue/catalogue_writer.h"
#include "indexer/commit/commit.h"
#include "indexer/copies/copies_writer.h"
#include "indexer/facets/facet_input.h"
#include "indexer/facets/facet_writer.h"
#include "indexer/store/article_store_writer.h"
#include "indexer/text_index/inverter.h"
#include "indexer/text_index/text_index_writer.h"

namespace dateline::test {

// An undated article whose id, headline and body say its name.
inline Article story(const std::string& name) {
  Article article;
  article.id = "story-" + name;
  article.headline = "Headline of " + name;
  article.body = "The body of " + name + ".\n\nIts second paragraph.";
  return article;
}

inline void write_text_index(const std::filesystem::path& file,
                             const std::vector<Article>& articles) {
  indexer::Inverter inverter;
  Analyser analyser;
  for (const Article& article : articles) {
    inverter.add({article.headline, article.body, article.url, article.language,
                  to_date_code(article.published), checksum(article.id), content_of(article)},
                 analyser);
  }
  const indexer::InvertedBatch batch = std::move(inverter).seal();
  const indexer::TextIndexInput* const inputs[] = {&batch};
  indexer::write_text_index(file, inputs);
}

inline void write_facets(const std::filesystem::path& file, const std::vector<Article>& articles,
                         indexer::SystemCalls& system) {
  indexer::FacetBatch batch;
  for (const Article& article : articles) batch.add(article);
  const indexer::FacetInput* const inputs[] = {&batch};
  indexer::write_facets(file, inputs, system);
}

// Fills the folder of a new segment and returns its entry for the manifest.
inline SegmentEntry write_segment(const SegmentOnDisk& segment,
                                  const std::vector<Article>& articles,
                                  indexer::SystemCalls& system = indexer::real_system_calls()) {
  SegmentEntry entry = segment.entry;
  entry.articles = entry.undated = static_cast<std::uint32_t>(articles.size());

  indexer::CatalogueWriter catalogue(segment.catalogue_path());
  CatalogueEntryMaker maker;
  for (const Article& article : articles) {
    catalogue.add(maker.make(article));
    entry.text_bytes += article.body.size();
  }
  entry.catalogue_uuid = catalogue.finish();

  indexer::ArticleStoreWriter store(segment.article_store_path(), system);
  indexer::StoreBlockCompressor compressor(indexer::StoreDictionary::none());
  for (const auto& block : compressor.pack(articles)) store.append(block);
  store.finish();
  write_text_index(segment.text_index_path(), articles);
  indexer::CopiesWriter(segment.copies_path(), entry.articles, system).finish({});
  write_facets(segment.facets_path(), articles, system);
  return entry;
}

// One run: adds the articles in a segment of their own, deletes the first article of every older
// segment.
inline Manifest run(const std::filesystem::path& index, const std::vector<Article>& articles,
                    indexer::SystemCalls& system = indexer::real_system_calls()) {
  indexer::Commit commit(index, system);
  Manifest next = commit.base();
  Deletions deletions;
  for (const SegmentEntry& segment : next.segments) deletions[segment.id].add(1);
  next.segments.push_back(write_segment(commit.new_segment(), articles, system));
  next.last_run.indexed = articles.size();
  return commit.publish(next, deletions);
}

// What a reader sees: the bodies of all live articles, in order.
inline std::vector<std::string> live_bodies(const std::filesystem::path& index) {
  std::vector<std::string> bodies;
  Index open = Index::open(index);
  for (OpenSegment& segment : open.segments()) {
    for (ArticleNumber article = 1; article <= segment.entry.articles; ++article) {
      if (!segment.deleted.contains(article))
        bodies.push_back(segment.articles.article(article).body);
    }
  }
  return bodies;
}

}  // namespace dateline::test
