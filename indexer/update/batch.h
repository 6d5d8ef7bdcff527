// A batch of articles, ready to become part of a segment: inverted, compressed, described.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/index/catalogue_schema.h"
#include "indexer/copies/batch_copies.h"
#include "indexer/enrichment/enrich.h"
#include "indexer/facets/facet_input.h"
#include "indexer/sources/day_orders.h"
#include "indexer/sources/parse.h"
#include "indexer/store/store_block.h"
#include "indexer/text_index/inverted_batch.h"
#include "indexer/update/supersession.h"

namespace dateline::indexer {

class ArchiveReader;
class KnownArticles;
class Namesakes;

struct Batch {
  InvertedBatch inverted;
  BatchCopies copies;
  std::vector<CatalogueEntry> catalogue;  // by number
  FacetBatch facets;
  std::vector<StoreBlock> stored;
  std::shared_ptr<const StoreDictionary> dictionary;  // of what is stored
  std::vector<BatchArticle> articles;                 // in the order in which they were read
  std::vector<BadArticle> bad;
  std::vector<Companion> companions;  // files that are no articles: named, not counted as skipped
  std::set<std::string, std::less<>> archive_fields;
  SourceNotes notes;  // of articles that are new to the index, or of all: see BatchOptions
  std::uint64_t empty = 0;
};

struct BatchOptions {
  ParseOptions parse;
  EnrichOptions enrich;
  bool all_notes = false;             // notes also of articles that the index has as they are
  DayOrders day_orders;               // what is known of them before this reading
  unsigned jobs = 1;                  // threads that make batches
  std::size_t batch_bytes = 8 << 20;  // of documents that make one: what the result depends on
};

// Cuts the reader's records into batches, makes them ready on several threads, and calls `consume`
// on the calling thread for each, in order. Batches and their order do not depend on the number of
// jobs. The dictionary of all is learnt from the first. At most jobs + 2 are in memory. The first
// exception of any thread stops all and is thrown again.
void make_batches(ArchiveReader& reader, const BatchOptions& options, const KnownArticles& known,
                  Namesakes& namesakes, const std::function<void(std::unique_ptr<Batch>)>& consume);

}  // namespace dateline::indexer
