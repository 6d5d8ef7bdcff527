#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "common/error.h"
#include "common/index/segment_on_disk.h"
#include "common/text_index/text_index.h"
#include "tests/concurrent/archive.h"

namespace dateline::test {
namespace {

constexpr unsigned kThreads = 4;

// Calls `work` on several threads at a time.
template <typename Work>
void on_threads(Work work) {
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < kThreads; ++i) threads.emplace_back([&work, i] { work(i); });
}

class ConcurrentReading : public testing::Test {
 protected:
  void SetUp() override {
    archive_.write(1'000, "only");
    archive_.update("index", 1);
  }

  ConcurrentArchive archive_;
  const std::filesystem::path file_ = archive_.index("index") / segment_folder(1) / kTextIndexName;
};

TEST_F(ConcurrentReading, SharesATextIndexWhosePagesNobodyHasCheckedYet) {
  const TextIndex index(file_);
  std::atomic<unsigned> found = 0;
  on_threads([&](unsigned thread) {
    for (unsigned word = 0; word < 97; ++word) {
      const auto term = index.find_word("heron" + std::to_string((word + 31 * thread) % 97));
      if (term && term->articles >= 10) ++found;
    }
    if (index.dates().size() != 1'000 || index.lengths().size() != 1'000) found = 0;
  });
  EXPECT_EQ(found, 97 * kThreads);
}

TEST_F(ConcurrentReading, ChecksAFileFromSeveralThreads) {
  const TextIndex index(file_);
  on_threads([&](unsigned thread) {
    if (thread % 2 == 0) index.check();
    index.file().check_all();
  });
}

TEST_F(ConcurrentReading, ToldOfDamageInEveryThread) {
  std::string bytes = content_of(file_);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  std::ofstream(file_, std::ios::binary) << bytes;
  const TextIndex index(file_);
  std::atomic<unsigned> told = 0;
  on_threads([&](unsigned) {
    try {
      index.check();
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kCorrupt) ++told;
    }
  });
  EXPECT_EQ(told, kThreads);
}

}  // namespace
}  // namespace dateline::test
