#include "benchmarks/peers/peer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/peers/prepared_articles.h"
#include "benchmarks/peers/race.h"
#include "tests/benchmarks/story_index.h"

namespace dateline::bench {
namespace {

using MakePeer = std::unique_ptr<Peer> (*)(const std::filesystem::path& stories);

struct NamedPeer {
  const char* name;
  MakePeer make;
};

// What every engine must answer, on 120 stories of which 40 hold "harbour" and two each "aaword",
// "baword" and so on up to "paword".
class EveryPeer : public testing::TestWithParam<NamedPeer> {
 protected:
  void SetUp() override {
    const auto index = build_story_index(folder_);
    peer_ = GetParam().make(folder_.path() / "stories.jsonl");
    if (!peer_) GTEST_SKIP() << GetParam().name << " is not installed";
    const auto prepared = folder_.path() / "prepared";
    ASSERT_EQ(prepare_articles(index, prepared), 120u);
    const auto own = folder_.path() / "own";
    std::filesystem::create_directory(own);
    built_ = peer_->build(prepared, own, 2);
    peer_->open(own);
  }

  std::uint64_t hits(const std::string& text, Want want) {
    return peer_->ask({peer_query(text, want)}).at(0).hits;
  }

  test::TemporaryFolder folder_;
  std::unique_ptr<Peer> peer_;
  PeerBuild built_;
};

TEST_P(EveryPeer, CountsWhatMatches) {
  EXPECT_EQ(hits("harbour", Want::kCount), 40u);
  EXPECT_EQ(hits("harbour AND ministers", Want::kCount), 40u);
  EXPECT_EQ(hits("harbour AND oslo", Want::kCount), 0u);
  EXPECT_EQ(hits("harbour OR hall", Want::kCount), 120u);
}

TEST_P(EveryPeer, FindsWordsByTheirStems) {
  EXPECT_EQ(hits("minister AND harbours", Want::kCount), 40u);
}

TEST_P(EveryPeer, CountsPhrasesOnly) {
  EXPECT_EQ(hits("\"the ministers said in the harbour\"", Want::kCount), 40u);
  EXPECT_EQ(hits("\"said ministers the\"", Want::kCount), 0u);
}

TEST_P(EveryPeer, GivesPagesOfTen) {
  EXPECT_EQ(hits("harbour", Want::kBest), 10u);
  EXPECT_EQ(hits("harbour", Want::kNewest), 10u);
  EXPECT_EQ(hits("nowhere OR harbour", Want::kBest), 10u);
  EXPECT_EQ(hits("nowhere", Want::kBest), 0u);
}

TEST_P(EveryPeer, TellsTimeAndMemory) {
  EXPECT_GT(built_.seconds, 0);
  EXPECT_GT(built_.peak_resident_bytes, 1u << 20);
  EXPECT_GT(peer_->ask({peer_query("harbour", Want::kBest)}).at(0).microseconds, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Peers, EveryPeer,
    testing::Values(
        NamedPeer{"Dateline",
                  [](const std::filesystem::path& stories) {
                    return make_dateline_peer({stories.string()});
                  }},
        NamedPeer{"Lucene", [](const std::filesystem::path&) { return make_lucene_peer(); }},
        NamedPeer{"Xapian", [](const std::filesystem::path&) { return make_xapian_peer(); }},
        NamedPeer{"Sqlite", [](const std::filesystem::path&) { return make_sqlite_peer(); }}),
    [](const auto& which) { return std::string(which.param.name); });

}  // namespace
}  // namespace dateline::bench
