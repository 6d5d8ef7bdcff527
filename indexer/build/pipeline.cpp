#include "indexer/build/pipeline.h"

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace dateline::indexer {
namespace {

std::size_t bytes_of(const ArchiveRecord& record) {
  const auto* document = std::get_if<RawDocument>(&record);
  return document != nullptr ? document->bytes.size() : 0;
}

class Pipeline {
 public:
  Pipeline(ArchiveReader& reader, const PipelineOptions& options, const KnownArticles& known)
      : reader_(reader), options_(options), known_(known), dictionary_(trained_.get_future()) {
    if (options.dictionary) trained_.set_value(options.dictionary);
  }

  void run(const ConsumeRun& consume) {
    std::vector<std::jthread> makers;
    const StopOnExit stop{*this};
    for (unsigned i = 0; i < options_.jobs; ++i) makers.emplace_back([this] { make(); });
    while (auto run = next_finished()) consume(std::move(run), dictionary_.get());
  }

 private:
  struct Batch {
    std::uint64_t number;
    std::vector<ArchiveRecord> records;
  };

  // Whatever ends run(), the threads must not wait for it.
  struct StopOnExit {
    Pipeline& pipeline;
    ~StopOnExit() { pipeline.stop(nullptr); }
  };

  void make() {
    try {
      RunMaker maker(options_.run, known_);
      while (auto batch = next_batch()) {
        const bool trains = batch->number == 0 && !options_.dictionary;
        auto run = maker.make(std::move(batch->records), dictionary_, trains ? &trained_ : nullptr);
        const std::lock_guard lock(mutex_);
        finished_.emplace(batch->number, std::move(run));
        changed_.notify_all();
      }
    } catch (...) {
      stop(std::current_exception());
    }
  }

  // Reading is sequential and cheap: whoever needs work reads its batch.
  std::optional<Batch> next_batch() {
    const std::lock_guard reading(reading_);
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopped_ || read_ < consumed_ + options_.jobs + 2; });
    if (stopped_ || all_read_) return std::nullopt;
    lock.unlock();
    std::vector<ArchiveRecord> records = read_batch();
    lock.lock();
    if (records.empty()) {
      all_read_ = true;
      changed_.notify_all();
      return std::nullopt;
    }
    return Batch{read_++, std::move(records)};
  }

  std::vector<ArchiveRecord> read_batch() {
    std::vector<ArchiveRecord> records;
    for (std::size_t bytes = 0; bytes < options_.batch_bytes;) {
      std::optional<ArchiveRecord> record = reader_.next();
      if (!record) break;
      bytes += bytes_of(*record);
      records.push_back(std::move(*record));
    }
    return records;
  }

  std::unique_ptr<ArticleRun> next_finished() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] {
      return stopped_ || finished_.contains(consumed_) || (all_read_ && consumed_ == read_);
    });
    if (error_) std::rethrow_exception(error_);
    const auto next = finished_.find(consumed_);
    if (next == finished_.end()) return nullptr;
    auto run = std::move(next->second);
    finished_.erase(next);
    ++consumed_;
    changed_.notify_all();
    return run;
  }

  void stop(std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    if (!error_) error_ = std::move(error);
    if (!options_.dictionary && !dictionary_set()) release_waiting();
    changed_.notify_all();
  }

  bool dictionary_set() const {
    return dictionary_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  }
  // Threads that wait for a dictionary which nobody will train any more go on and end.
  void release_waiting() {
    try {
      trained_.set_value(StoreDictionary::none());
    } catch (const std::future_error&) {
      static_cast<void>(0);  // trained at this very moment
    }
  }

  ArchiveReader& reader_;
  const PipelineOptions& options_;
  const KnownArticles& known_;
  std::promise<SharedDictionary> trained_;
  std::shared_future<SharedDictionary> dictionary_;

  std::mutex reading_;  // taken before mutex_
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t read_ = 0;
  std::uint64_t consumed_ = 0;
  std::map<std::uint64_t, std::unique_ptr<ArticleRun>> finished_;
  bool all_read_ = false;
  bool stopped_ = false;
  std::exception_ptr error_;
};

}  // namespace

void make_runs(ArchiveReader& reader, const PipelineOptions& options, const KnownArticles& known,
               const ConsumeRun& consume) {
  Pipeline(reader, options, known).run(consume);
}

}  // namespace dateline::indexer
