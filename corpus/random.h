// Random numbers that are the same on every machine: the standard's distributions are not.
//
// xoshiro256** by Blackman and Vigna, seeded through splitmix64, as they recommend. Everything
// drawn here uses integers, or doubles under + - * / and sqrt only, whose results IEEE 754 fixes to
// the bit.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace dateline::corpus {

// A good 64-bit mixing of `value`; also the step of splitmix64.
constexpr std::uint64_t mix(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

class Random {
 public:
  explicit Random(std::uint64_t seed) {
    for (std::size_t i = 0; i < state_.size(); ++i) {
      state_[i] = mix(seed + i * 0x9e3779b97f4a7c15);
    }
  }

  std::uint64_t next() {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  // Evenly from [0, bound); `bound` is at least 1. The unevenness of the multiplication, below
  // 2^-32 for all bounds used here, is accepted.
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
  }

  // Evenly from [first, last], both ends inside.
  std::uint32_t between(std::uint32_t first, std::uint32_t last) {
    return first + below(last - first + 1);
  }

  bool chance(std::uint32_t per_mille) { return below(1'000) < per_mille; }

  // A bell curve of mean 0 and deviation 1 that ends at -6 and 6: twelve even draws, summed.
  double bell() {
    double sum = 0;
    for (int i = 0; i < 12; ++i) sum += static_cast<double>(next() >> 11) * 0x1p-53;
    return sum - 6;
  }

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace dateline::corpus
