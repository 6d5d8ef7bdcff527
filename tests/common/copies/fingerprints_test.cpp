#include "common/copies/fingerprints.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

namespace dateline {
namespace {

std::vector<Shingle> random_shingles(std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  std::vector<Shingle> shingles(count);
  for (Shingle& shingle : shingles) shingle = random();
  return shingles;
}

std::vector<Fingerprint> shared(const std::vector<Fingerprint>& a,
                                const std::vector<Fingerprint>& b) {
  std::vector<Fingerprint> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

std::vector<Shingle> joined(std::vector<Shingle> a, const std::vector<Shingle>& b,
                            const std::vector<Shingle>& c) {
  a.insert(a.end(), b.begin(), b.end());
  a.insert(a.end(), c.begin(), c.end());
  return a;
}

RC_GTEST_PROP(Fingerprints, HaveOneOfEveryPassageThatIsAsLongAsTheWindow, ()) {
  const auto window = *rc::gen::inRange<std::size_t>(1, 40);
  const auto seed = *rc::gen::arbitrary<std::uint64_t>();
  const auto passage = random_shingles(seed, *rc::gen::inRange<std::size_t>(window, window + 60));
  const auto around = [&](std::uint64_t more) {
    const auto before = *rc::gen::inRange<std::size_t>(0, 90);
    const auto behind = *rc::gen::inRange<std::size_t>(0, 90);
    return joined(random_shingles(seed + more, before), passage,
                  random_shingles(seed + more + 1, behind));
  };
  const auto first = around(1);
  const auto second = around(3);
  RC_ASSERT(!shared(winnow(first, window), winnow(second, window)).empty());
}

RC_GTEST_PROP(Fingerprints, OfAWideWindowAreAmongThoseOfANarrowOne, ()) {
  const auto wide = *rc::gen::inRange<std::size_t>(2, 60);
  const auto narrow = *rc::gen::inRange<std::size_t>(1, wide + 1);
  const auto seed = *rc::gen::arbitrary<std::uint64_t>();
  const auto text = random_shingles(seed, *rc::gen::inRange<std::size_t>(wide, 300));
  const auto few = winnow(text, wide);
  RC_ASSERT(shared(few, winnow(text, narrow)) == few);
}

TEST(Fingerprints, AreTwoOfEveryWindowAndOneShingle) {
  const auto text = random_shingles(1, 73'000);
  const double expected = 2.0 * 73'000 / (kWindow + 1);
  EXPECT_NEAR(static_cast<double>(fingerprints_of(text).size()), expected, expected / 10);
}

TEST(Fingerprints, AreSeveralOfAShortTextAndNoneOfATooShortOne) {
  EXPECT_GE(fingerprints_of(random_shingles(2, 60)).size(), 5U);
  EXPECT_GE(fingerprints_of(random_shingles(3, kMinShingles)).size(), 2U);
  EXPECT_TRUE(fingerprints_of(random_shingles(4, kMinShingles - 1)).empty());
}

TEST(Fingerprints, OfAPassageRepeatedWithoutEndAreThoseOfThePassage) {
  std::vector<Shingle> text;
  for (int i = 0; i < 50; ++i) text = joined(text, random_shingles(5, 20), {});
  EXPECT_LE(fingerprints_of(text).size(), 20U);
}

}  // namespace
}  // namespace dateline
