// Pieces of work on several threads, their results taken in order. Here are the mutexes of the
// indexer, but for that of indexer/update/live_articles.h.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>
#include <vector>

namespace dateline::indexer {

// See work_in_order().
template <typename Piece, typename Result>
class OrderedWork {
 public:
  using Next = std::function<std::optional<Piece>()>;
  using Work = std::function<Result(Piece)>;

  OrderedWork(Next next, unsigned jobs) : next_(std::move(next)), window_(jobs + 2) {}

  void work(const std::function<Work()>& make_worker) {
    try {
      const Work produce = make_worker();
      while (auto piece = next_piece()) {
        Result result = produce(std::move(piece->second));
        const std::lock_guard lock(mutex_);
        finished_.emplace(piece->first, std::move(result));
        changed_.notify_all();
      }
    } catch (...) {
      stop(std::current_exception());
    }
  }

  // The next result in order, nothing when all have been taken.
  std::optional<Result> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] {
      return error_ || finished_.contains(taken_) || (ended_ && taken_ == begun_);
    });
    if (error_) std::rethrow_exception(error_);
    if (taken_ == begun_) return std::nullopt;
    Result result = std::move(finished_.extract(taken_++).mapped());
    changed_.notify_all();
    return result;
  }

  void stop(std::exception_ptr why) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(why);
    changed_.notify_all();
  }

 private:
  // Who needs work fetches it. Meanwhile others may finish theirs, so next_ has a lock of its own.
  std::optional<std::pair<std::size_t, Piece>> next_piece() {
    const std::lock_guard fetching(next_mutex_);
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return error_ || begun_ < taken_ + window_; });
    if (error_ || ended_) return std::nullopt;
    lock.unlock();
    std::optional<Piece> piece = next_();
    lock.lock();
    if (piece) return std::pair(begun_++, *std::move(piece));
    ended_ = true;
    changed_.notify_all();
    return std::nullopt;
  }

  const Next next_;
  const std::size_t window_;
  std::mutex next_mutex_;  // taken before mutex_
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t begun_ = 0;
  std::size_t taken_ = 0;
  std::map<std::size_t, Result> finished_;  // by the number of their piece
  bool ended_ = false;
  std::exception_ptr error_;
};

// Gets pieces from `next`, one call at a time, until it gives nothing; turns them into results on
// `jobs` threads, each with a worker of its own from `make_worker`; and calls consume(result) on
// the calling thread, in the order of the pieces. At most jobs + 2 pieces are begun and not
// consumed. The first exception of any of them ends the work and is thrown again.
template <typename Piece, typename Result>
void work_in_order(unsigned jobs, std::function<std::optional<Piece>()> next,
                   const std::function<std::function<Result(Piece)>()>& make_worker,
                   const std::function<void(Result)>& consume) {
  OrderedWork<Piece, Result> work(std::move(next), jobs);
  std::vector<std::jthread> threads;
  try {
    for (unsigned i = 0; i < jobs; ++i) threads.emplace_back([&] { work.work(make_worker); });
    while (auto result = work.take()) consume(*std::move(result));
  } catch (...) {
    work.stop(std::current_exception());  // or the threads, which are joined now, would wait
    throw;
  }
}

// Lets pieces do a part of their work one after another, in the order of their numbers, which count
// from 0 without a gap.
class Turns {
 public:
  // The turn of one piece; ends with this object at the latest.
  class Turn {
   public:
    Turn(Turns& turns, std::size_t number) : turns_(turns), number_(number) {}
    ~Turn() { end(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    // Returns when all pieces before have ended their turns.
    void wait() const { turns_.wait(number_); }

    void end() {
      if (!ended_) turns_.end(number_);
      ended_ = true;
    }

   private:
    Turns& turns_;
    const std::size_t number_;
    bool ended_ = false;
  };

 private:
  void wait(std::size_t number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return next_ == number; });
  }

  void end(std::size_t number) {
    const std::lock_guard lock(mutex_);
    ended_.insert(number);
    while (ended_.erase(next_) > 0) ++next_;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;
  std::set<std::size_t> ended_;  // behind next_
};

// What one worker finds out and the others wait for.
template <typename Value>
class OnceKnown {
 public:
  // Sets the value. Where find_out() throws, so do all calls of get().
  template <typename FindOut>
  void set(FindOut&& find_out) try {
    promise_.set_value(find_out());
  } catch (...) {
    promise_.set_exception(std::current_exception());
    throw;
  }

  const Value& get() const { return known_.get(); }

 private:
  std::promise<Value> promise_;
  std::shared_future<Value> known_{promise_.get_future()};
};

}  // namespace dateline::indexer
