// A run of articles, ready to become part of a segment: inverted, compressed, described.
#pragma once

#include <cstdint>
#include <future>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "common/index/catalogue_schema.h"
#include "common/text/analyser.h"
#include "indexer/build/known_articles.h"
#include "indexer/copies/run_copies.h"
#include "indexer/enrichment/enrich.h"
#include "indexer/facets/facet_run.h"
#include "indexer/segment/store_block.h"
#include "indexer/sources/archive_reader.h"
#include "indexer/sources/parse.h"
#include "indexer/text_index/inverted_run.h"

namespace dateline::indexer {

// An article as the run met it.
struct RunArticle {
  std::uint64_t identity = 0;
  std::uint32_t content = 0;
  std::uint32_t number =
      0;  // in the run, from 1; 0: it is in the index as it is and was passed over
};

struct ArticleRun {
  InvertedRun inverted;
  RunCopies copies;
  std::vector<CatalogueEntry> catalogue;  // by number
  FacetRun facets;
  std::vector<StoreBlock> stored;
  std::vector<RunArticle> articles;  // in the order in which they were read
  std::vector<BadArticle> bad;
  std::vector<Companion> companions;  // named, but not skipped: rightly no articles
  std::set<std::string, std::less<>> archive_fields;
  SourceNotes notes;
  std::uint64_t empty = 0;
};

using SharedDictionary = std::shared_ptr<const StoreDictionary>;

struct RunOptions {
  ParseOptions parse;
  EnrichOptions enrich;
};

// Turns batches of records into runs. Not thread-safe: one for each thread. What it is given must
// outlive it.
class RunMaker {
 public:
  RunMaker(const RunOptions& options, const KnownArticles& known)
      : options_(options), known_(known) {}

  // The dictionary is waited for only when the articles are compressed. If `trained` is given, it
  // is set first, from the articles of this batch.
  std::unique_ptr<ArticleRun> make(std::vector<ArchiveRecord> batch,
                                   const std::shared_future<SharedDictionary>& dictionary,
                                   std::promise<SharedDictionary>* trained);

 private:
  void add(RawDocument document, ArticleRun& run);
  void add(Article article, ArticleRun& run);

  const RunOptions& options_;
  const KnownArticles& known_;
  Analyser analyser_;
  CatalogueEntryMaker catalogue_;
  RunCopiesMaker copies_;
  std::vector<Article> articles_;
};

}  // namespace dateline::indexer
