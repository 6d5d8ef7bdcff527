#include "common/index/manifest.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "common/index/checksum.h"
#include "common/index/current.h"
#include "tests/damage.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline {
namespace {

using nlohmann::json;
using test::throws_error;
using namespace std::chrono_literals;

Manifest specimen() {
  Manifest manifest;
  manifest.generation = 42;
  manifest.created = "2026-01-31T06:00:00Z";
  manifest.program_version = "0.1.0";
  manifest.settings.language = "de";
  manifest.next_segment = 18;
  SegmentEntry segment;
  segment.id = 17;
  segment.articles = 1'000;
  segment.deleted = 3;
  segment.text_bytes = 3'000'000'000;
  segment.catalogue_uuid = "d0d0";
  segment.first_day = 2006y / 10 / 20;
  segment.last_day = 2009y / 12 / 31;
  segment.undated = 2;
  segment.files = {{"articles.zst", 12, 0xfedc'ba98'7654'3210}, {"catalogue.glass", 34, 1}};
  manifest.segments = {segment, SegmentEntry{}};
  manifest.deletions = FileEntry{"deletions/000042.roaring", 56, 2};
  manifest.archive_fields = {"people", "topics"};
  manifest.last_run = {1, 2, 3, 4, 5, "2026-01-31T05:59:00Z", 12.5};
  return manifest;
}

Manifest parse(std::string_view text) {
  return parse_manifest(text, "INDEX", "INDEX/m.json");
}

TEST(Manifest, ReadsBackAsWritten) {
  EXPECT_EQ(parse(to_json(specimen())), specimen());
  EXPECT_EQ(parse(to_json(Manifest{})), Manifest{});
}

TEST(Manifest, OfAnotherVersionIsRefusedWithAdvice) {
  EXPECT_THAT([] { parse(R"({"format_version": 3})"); },
              throws_error(ErrorKind::kVersion,
                           "index 'INDEX' was written by format version 3, this program reads "
                           "version 1: build it anew with 'dateline-index update --index NEW "
                           "INPUT...'"));
}

TEST(Manifest, CutAtAnyByteIsRefused) {
  const std::string whole = to_json(specimen());
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    EXPECT_THROW(parse(std::string_view(whole).substr(0, size)), Error) << size;
  }
}

// Removes, or replaces by something of a wrong type, every member at every depth.
void expect_every_member_is_needed(const json& whole, const json::json_pointer& here) {
  if (whole.at(here).is_array()) {
    for (std::size_t i = 0; i < whole.at(here).size(); ++i) {
      expect_every_member_is_needed(whole, here / i);
    }
  }
  if (!whole.at(here).is_object()) return;
  for (const auto& member : whole.at(here).items()) {
    SCOPED_TRACE((here / member.key()).to_string());
    json without = whole;
    without.at(here).erase(member.key());
    EXPECT_THROW(parse(without.dump()), Error);
    for (const json& odd : {json(true), json(-1), json::array({1}), json("odd")}) {
      if (odd.type() == member.value().type() && member.value().is_string()) continue;
      if (odd == -1 && member.key() == "seconds") continue;
      json mistyped = whole;
      mistyped.at(here)[member.key()] = odd;
      EXPECT_THROW(parse(mistyped.dump()), Error) << odd;
    }
    expect_every_member_is_needed(whole, here / member.key());
  }
}

TEST(Manifest, NeedsEveryMemberInItsType) {
  expect_every_member_is_needed(json::parse(to_json(specimen())), json::json_pointer());
}

TEST(Manifest, RefusesNumbersThatDoNotFitAndNamesWithFolders) {
  json whole = json::parse(to_json(specimen()));
  whole["segments"][0]["articles"] = 1ULL << 32;
  EXPECT_THAT([&] { parse(whole.dump()); }, throws_error(ErrorKind::kCorrupt, "'articles'"));
  whole = json::parse(to_json(specimen()));
  whole["segments"][0]["files"][0]["name"] = "../../secret";
  EXPECT_THAT([&] { parse(whole.dump()); }, throws_error(ErrorKind::kCorrupt, "'files'"));
}

TEST(UtcText, IsIsoToTheSecond) {
  const std::chrono::system_clock::time_point time{std::chrono::seconds{1'769'839'200}};
  EXPECT_EQ(to_utc_text(time), "2026-01-31T06:00:00Z");
}

class CurrentTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(folder_.path() / "manifests");
    folder_.write("manifests/000042.json", to_json(specimen()));
    folder_.write("CURRENT", to_text(current_));
  }

  const test::TemporaryFolder folder_;
  const Current current_{"manifests/000042.json", checksum(to_json(specimen()))};
};

TEST_F(CurrentTest, LeadsToTheLiveManifest) {
  EXPECT_EQ(read_current(folder_.path()), current_);
  EXPECT_EQ(read_live_manifest(folder_.path()), specimen());
}

TEST_F(CurrentTest, AbsentMeansThereIsNoIndex) {
  std::filesystem::remove(folder_.path() / "CURRENT");
  EXPECT_EQ(read_current(folder_.path()), std::nullopt);
  EXPECT_THAT(
      [&] { read_live_manifest(folder_.path()); },
      throws_error(ErrorKind::kMissing, "': build one with 'dateline-index update --index"));
}

TEST_F(CurrentTest, CutAtAnyByteIsRefused) {
  const std::string whole = to_text(current_);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    folder_.write("CURRENT", whole.substr(0, size));
    EXPECT_THAT([&] { read_current(folder_.path()); },
                throws_error(ErrorKind::kCorrupt, "CURRENT"));
  }
}

TEST_F(CurrentTest, AnyFlippedBitIsFound) {
  const std::string whole = to_text(current_);
  test::flip_every_bit(whole, [&](const std::string& flipped) {
    folder_.write("CURRENT", flipped);
    EXPECT_THROW(read_live_manifest(folder_.path()), Error) << flipped;
  });
}

TEST_F(CurrentTest, AnyFlippedBitOfTheManifestIsFound) {
  const std::string whole = to_json(specimen());
  const auto expect_found = [&](const std::string& flipped) {
    folder_.write("manifests/000042.json", flipped);
    EXPECT_THROW(read_live_manifest(folder_.path()), Error) << flipped;
  };
  test::flip_every_bit(whole, expect_found, 13);
}

}  // namespace
}  // namespace dateline
