// How long something took.
#pragma once

#include <time.h>

#include <chrono>
#include <utility>

namespace dateline::bench {

using Clock = std::chrono::steady_clock;

// What the calling thread has worked so far: on a machine with other work, the time that a search
// takes and not the time that it waits for its turn.
inline Clock::duration processor_time() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

template <typename Work>
Clock::duration time_of(Work&& work) {
  const auto started = Clock::now();
  std::forward<Work>(work)();
  return Clock::now() - started;
}

// Fractions of a unit count: timings are sampled in nanoseconds.
inline double microseconds(Clock::duration duration) {
  return std::chrono::duration<double, std::micro>(duration).count();
}
inline double seconds(Clock::duration duration) {
  return std::chrono::duration<double>(duration).count();
}

}  // namespace dateline::bench
