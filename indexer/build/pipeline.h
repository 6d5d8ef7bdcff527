// Archives -> runs of articles, on several threads, in the order of the archives.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

#include "indexer/build/article_run.h"

namespace dateline::indexer {

struct PipelineOptions {
  RunOptions run;
  unsigned jobs = 1;                  // threads that make runs
  std::size_t batch_bytes = 8 << 20;  // of documents that make one run: what the result depends on
  SharedDictionary dictionary;  // for the bodies; trained on the first batch where there is none
};

using ConsumeRun = std::function<void(std::unique_ptr<ArticleRun>, const SharedDictionary&)>;

// Cuts the reader's records into batches and makes runs of them, jobs at a time. Calls `consume` on
// the calling thread for each run, in order: runs and their order do not depend on the number of
// jobs. At most jobs + 2 batches are in memory. The first exception of any thread stops all and is
// thrown again.
void make_runs(ArchiveReader& reader, const PipelineOptions& options, const KnownArticles& known,
               const ConsumeRun& consume);

}  // namespace dateline::indexer
