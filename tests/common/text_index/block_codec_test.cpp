#include "common/text_index/block_codec.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "common/text_index/varint.h"

namespace dateline {
namespace {

using Values = std::array<std::uint32_t, kBlockValues>;

const std::uint8_t* begin_of(const std::string& bytes) {
  return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

Values random_values(unsigned bits, std::mt19937& random) {
  Values values;
  for (std::uint32_t& value : values) {
    value = bits == 0 ? 0 : static_cast<std::uint32_t>(random()) >> (32 - bits);
  }
  return values;
}

TEST(BlockCodec, UnpacksWhatItPackedAtEveryWidth) {
  std::mt19937 random(1);
  for (unsigned bits = 0; bits <= 32; ++bits) {
    SCOPED_TRACE(bits);
    const Values values = random_values(bits, random);
    std::string packed;
    pack_block(values.data(), bits, packed);
    Values unpacked;
    unpack_block(begin_of(packed), bits, unpacked.data());

    EXPECT_EQ(packed.size(), packed_bytes(bits));
    EXPECT_EQ(unpacked, values);
  }
}

TEST(BlockCodec, LaysFirstValueInTheLowestBits) {
  Values values{};
  values[0] = 0b101;
  values[4] = 0b11;
  std::string packed;
  pack_block(values.data(), 3, packed);

  EXPECT_EQ(packed[0], 0b011'101);  // the format is fixed: value 4 follows value 0 in its lane
}

TEST(BlockCodec, GapsBecomeAscendingNumbers) {
  std::mt19937 random(2);
  for (unsigned bits = 0; bits <= 24; ++bits) {
    const Values gaps = random_values(bits, random);
    Values numbers = gaps;
    sum_gaps(41, numbers.data());

    std::uint32_t expected = 41;
    for (std::size_t i = 0; i < kBlockValues; ++i) {
      expected += gaps[i] + 1;
      ASSERT_EQ(numbers[i], expected) << bits << ' ' << i;
    }
  }
}

TEST(BlockCodec, PatchedBlocksKeepFewLargeValues) {
  std::mt19937 random(3);
  for (int round = 0; round < 2'000; ++round) {
    Values values = random_values(static_cast<unsigned>(random() % 33), random);
    for (std::size_t i = random() % 20; i > 0; --i) {
      values[random() % kBlockValues] = static_cast<std::uint32_t>(random()) >> (random() % 32);
    }
    std::string packed;
    append_patched(values.data(), packed);
    Values unpacked;
    const std::uint8_t* end = begin_of(packed) + packed.size();

    ASSERT_EQ(patched_bytes(begin_of(packed)), packed.size());
    ASSERT_EQ(read_patched(begin_of(packed), end, unpacked.data()), end);
    ASSERT_EQ(unpacked, values);
  }
}

TEST(BlockCodec, OneOutlierDoesNotWidenTheBlock) {
  Values values{};
  values.fill(3);
  values[77] = 1'000'000;
  std::string packed;
  append_patched(values.data(), packed);

  EXPECT_EQ(packed.size(), 2 + packed_bytes(2) + 4);
}

TEST(BlockCodec, RefusesAPatchedBlockThatIsCut) {
  Values values{};
  values.fill(5);
  values[3] = 70'000;
  std::string packed;
  append_patched(values.data(), packed);
  Values unpacked;
  for (std::size_t size = 0; size < packed.size(); ++size) {
    const std::string cut = packed.substr(0, size);
    EXPECT_EQ(read_patched(begin_of(cut), begin_of(cut) + size, unpacked.data()), nullptr);
  }
}

TEST(Varint, ReadsWhatWasAppended) {
  for (const std::uint64_t value : {0ull, 1ull, 127ull, 128ull, 16'384ull, ~0ull >> 1, ~0ull}) {
    std::string bytes;
    append_varint(value, bytes);
    std::uint64_t read = 0;

    EXPECT_EQ(bytes.size(), varint_bytes(value));
    EXPECT_EQ(read_varint(begin_of(bytes), begin_of(bytes) + bytes.size(), read),
              begin_of(bytes) + bytes.size());
    EXPECT_EQ(read, value);
  }
}

TEST(Varint, RefusesWhatIsCutOrTooLarge) {
  const std::string bytes = "\xff\xff\xff\xff\x1f";
  std::uint32_t value = 0;

  EXPECT_EQ(read_varint(begin_of(bytes), begin_of(bytes) + 4, value), nullptr);
  EXPECT_EQ(read_varint(begin_of(bytes), begin_of(bytes) + 5, value), nullptr);
}

}  // namespace
}  // namespace dateline
