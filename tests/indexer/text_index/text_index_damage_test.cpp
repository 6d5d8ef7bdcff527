// A text.index that is not what was written, and one of another version.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/damage.h"
#include "tests/indexer/text_index/text_index_fixture.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

using TextIndexDamage = TextIndexTest;

// Everything that a reader can ask for, so that every decoder runs.
std::string read_everything(const std::filesystem::path& path) {
  const TextIndex index(path);
  std::string all = std::to_string(index.total_words());
  for (const Lists& lists :
       {read_words(index), read_pairs(index), read_urls(index), read_stems(index)}) {
    for (const auto& [term, list] : lists) {
      all += term;
      for (const Posting& posting : list) {
        all += ' ' + std::to_string(posting.article) + ':' + std::to_string(posting.occurrences);
        for (const std::uint32_t position : posting.positions)
          all += ',' + std::to_string(position);
      }
    }
  }
  for (const std::uint16_t length : index.lengths()) all += ' ' + std::to_string(length);
  for (const std::uint64_t identity : index.identities()) all += ' ' + std::to_string(identity);
  return all;
}

void expect_damage_is_noticed(const std::filesystem::path& damaged) {
  EXPECT_THAT([&] { read_everything(damaged); },
              testing::ThrowsMessage<Error>(testing::HasSubstr(damaged.string())));
}

TEST_F(TextIndexDamage, CutAnywhereIsAnErrorThatNamesTheFile) {
  const std::string whole = test::content_of(write(random_articles(12, 9)));
  test::cut_at_every_byte(whole, [&](const std::string& cut) {
    expect_damage_is_noticed(folder_.write("cut.index", cut));
  });
}

TEST_F(TextIndexDamage, AFlippedBitIsAnErrorOrWithoutEffect) {
  const auto path = write(random_articles(300, 10));
  const std::string whole = test::content_of(path);
  const std::string expected = read_everything(path);
  test::flip_every_bit(
      whole,
      [&](const std::string& flipped) {
        const auto damaged = folder_.write("flipped.index", flipped);
        try {
          EXPECT_EQ(read_everything(damaged), expected);
        } catch (const Error& error) {
          EXPECT_THAT(error.what(), testing::HasSubstr(damaged.string()));
        }
      },
      whole.size() * 8 / 300 | 1);
}

TEST_F(TextIndexDamage, AnotherVersionIsRefusedWithAdvice) {
  std::string bytes = test::content_of(write(std::vector{SmallArticle{"Talks", "the treaty"}}));
  bytes[bytes.size() - sizeof(Trailer) + offsetof(Trailer, version)] = 9;

  EXPECT_THAT([&] { TextIndex(folder_.write("new.index", bytes)); },
              test::throws_error(ErrorKind::kVersion, "build the index anew"));
}

}  // namespace
}  // namespace dateline::indexer
