// Many pieces of work on several threads, their results taken in order.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace dateline::indexer {

// Calls produce(i) for each i in [0, pieces) on `jobs` threads, and consume(result) for each result
// on the calling thread in order of i. At most 2 * jobs + 1 results wait. The first exception of
// either ends the work and is thrown again.
template <typename Produce, typename Consume>
void work_in_order(std::size_t pieces, unsigned jobs, const Produce& produce,
                   const Consume& consume) {
  using Result = decltype(produce(std::size_t{0}));
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Result> finished;
  std::size_t begun = 0;
  std::size_t consumed = 0;
  bool stopped = false;
  std::exception_ptr error;

  const auto stop = [&](std::exception_ptr why) {
    const std::lock_guard lock(mutex);
    stopped = true;
    if (!error) error = std::move(why);
    changed.notify_all();
  };
  const auto work = [&] {
    try {
      for (std::unique_lock lock(mutex);;) {
        changed.wait(lock, [&] { return stopped || begun <= consumed + 2 * jobs; });
        if (stopped || begun == pieces) return;
        const std::size_t piece = begun++;
        lock.unlock();
        Result result = produce(piece);
        lock.lock();
        finished.emplace(piece, std::move(result));
        changed.notify_all();
      }
    } catch (...) {
      stop(std::current_exception());
    }
  };
  const auto take = [&](std::size_t piece) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return stopped || finished.contains(piece); });
    if (stopped) std::rethrow_exception(error);
    Result result = std::move(finished.extract(piece).mapped());
    ++consumed;
    changed.notify_all();
    return result;
  };

  std::vector<std::jthread> threads;
  try {
    for (unsigned i = 0; i < jobs; ++i) threads.emplace_back(work);
    for (std::size_t piece = 0; piece < pieces; ++piece) consume(take(piece));
  } catch (...) {
    stop(std::current_exception());
    throw;
  }
}

}  // namespace dateline::indexer
