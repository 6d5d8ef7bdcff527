#include "benchmarks/throughput.h"

#include <barrier>
#include <memory>
#include <numeric>
#include <thread>
#include <vector>

#include "benchmarks/stopwatch.h"

namespace dateline::bench {

double queries_a_second(const std::filesystem::path& index_dir, const QueryCase& of,
                        std::size_t threads, std::chrono::milliseconds period) {
  std::vector<std::unique_ptr<searcher::Searcher>>
      searchers;  // opened here, where errors can go up
  for (std::size_t i = 0; i < threads; ++i) {
    searchers.push_back(std::make_unique<searcher::Searcher>(index_dir));
  }
  std::vector<double> rates(threads);
  std::barrier together(static_cast<std::ptrdiff_t>(threads));
  std::vector<std::jthread> workers;
  for (std::size_t i = 0; i < threads; ++i) {
    workers.emplace_back([&, i] {
      std::size_t asked = 0;
      together.arrive_and_wait();
      const auto started = Clock::now();
      do {
        const std::size_t at = (asked + i * of.queries.size() / threads) % of.queries.size();
        searchers[i]->search(of.queries[at], of.options);
        ++asked;
      } while (Clock::now() - started < period);
      rates[i] = static_cast<double>(asked) / seconds(Clock::now() - started);
    });
  }
  workers.clear();  // waits
  return std::accumulate(rates.begin(), rates.end(), 0.0);
}

}  // namespace dateline::bench
