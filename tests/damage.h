// Damaging bytes in every small way: what each decoder of a format on disk must survive.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::test {

// Calls `decode` with every proper prefix of `whole`, then with every single bit flipped (each
// `bit_step`-th for large files; an odd step meets every bit of a byte in turn).
template <typename Decode>
void cut_at_every_byte(std::string_view whole, Decode&& decode) {
  for (std::size_t size = 0; size < whole.size(); ++size)
    decode(std::string(whole.substr(0, size)));
}

template <typename Decode>
void flip_every_bit(std::string_view whole, Decode&& decode, std::size_t bit_step = 1) {
  for (std::size_t bit = 0; bit < whole.size() * 8; bit += bit_step) {
    std::string flipped(whole);
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    decode(flipped);
  }
}

}  // namespace dateline::test
