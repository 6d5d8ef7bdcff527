// Dateline itself in the race, as a program that links it would use it.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <iostream>
#include <optional>

#include "benchmarks/child_process.h"
#include "benchmarks/peers/peer.h"
#include "benchmarks/query_case.h"
#include "benchmarks/stopwatch.h"
#include "indexer/update/update.h"

namespace dateline::bench {
namespace {

std::string text_of(const PeerQuery& query) {
  switch (query.match) {
    case Match::kPhrase:
      return fmt::format("\"{}\"", fmt::join(query.words, " "));
    case Match::kAny:
      return fmt::format("{}", fmt::join(query.words, " OR "));
    case Match::kAll:
      break;
  }
  return fmt::format("{}", fmt::join(query.words, " AND "));
}

searcher::SearchOptions options_of(Want want) {
  searcher::SearchOptions options;
  options.page.detail = searcher::Detail::kNumbers;
  options.count.total = searcher::TotalCount::kEstimate;
  if (want == Want::kNewest) options.page.order = searcher::Order::kNewest;
  if (want == Want::kCount) options.page.limit = 0;
  return options;
}

class DatelinePeer final : public Peer {
 public:
  explicit DatelinePeer(std::vector<std::string> inputs) : inputs_(std::move(inputs)) {}

  std::string name() const override { return "Dateline " DATELINE_VERSION; }

  PeerBuild build(const std::filesystem::path&, const std::filesystem::path& folder,
                  unsigned threads) override {
    indexer::UpdateOptions options;
    options.index_dir = folder / "index";
    options.inputs = inputs_;
    options.jobs = threads;
    const ChildUsage usage = run_forked([&] {
      std::ofstream nowhere("/dev/null");
      indexer::run_update(options, {std::cin, nowhere, nowhere});
    });
    return {usage.seconds, usage.processor_seconds, usage.peak_resident_bytes};
  }

  void open(const std::filesystem::path& folder) override { searcher_.emplace(folder / "index"); }

  std::vector<PeerAnswer> ask(const std::vector<PeerQuery>& queries) override {
    std::vector<PeerAnswer> answers;
    for (const PeerQuery& query : queries) {
      const searcher::Query read = parsed(text_of(query), *searcher_);
      const searcher::SearchOptions options = options_of(query.want);
      PeerAnswer& answer = answers.emplace_back();
      answer.microseconds = microseconds(time_of([&] {
        const searcher::SearchResult result = searcher_->search(read, options);
        answer.hits = query.want == Want::kCount ? result.total.value : result.hits.size();
      }));
    }
    return answers;
  }

 private:
  std::vector<std::string> inputs_;
  std::optional<searcher::Searcher> searcher_;
};

}  // namespace

std::unique_ptr<Peer> make_dateline_peer(std::vector<std::string> inputs) {
  return std::make_unique<DatelinePeer>(std::move(inputs));
}

}  // namespace dateline::bench
