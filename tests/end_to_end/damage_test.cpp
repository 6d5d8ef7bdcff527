#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

using testing::HasSubstr;

// The sample in one segment, a second with an article that replaces one of it.
class EndToEndDamage : public EndToEndTest {
 protected:
  void SetUp() override {
    update_sample();
    has("copies/exact-copy-first.txt", "Heron seen\n\nOn the mill pond.");
    update();
    whole_ = search(kQuery);
    ASSERT_EQ(whole_.status, 0);
  }

  // All that the live generation consists of, as paths below the index.
  std::vector<std::string> live_files() const {
    std::vector<std::string> files = {"CURRENT", "manifests/000002.json",
                                      "deletions/000002.roaring"};
    for (const char* segment : {"segments/000001/", "segments/000002/"}) {
      for (const char* part :
           {"articles.zst", "catalogue.glass", "copies.index", "facets.index", "text.index"}) {
        files.push_back(std::string(segment) + part);
      }
    }
    return files;
  }

  // Calls `see` with the index as it is after a bit is flipped at each of some bytes of the file.
  template <typename See>
  void with_flipped_bits(const std::string& name, std::size_t places, See see) const {
    const std::size_t size = std::filesystem::file_size(index_ / name);
    for (std::size_t i = 0; i < places; ++i) {
      const std::size_t at = (2 * i + 1) * size / (2 * places);
      SCOPED_TRACE(name + " at " + std::to_string(at));
      flip_bit(index_ / name, at);
      see();
      flip_bit(index_ / name, at);
    }
  }

  const Arguments kQuery = {"--format", "jsonl", "--limit", "1000", "bridge OR heron OR the"};
  Ended whole_;
};

TEST_F(EndToEndDamage, IsNotFoundByCheckInAWholeIndex) {
  const Ended ended = check();
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.out, HasSubstr("generation 2 is as it was written: 98 articles in 11 files"));
}

TEST_F(EndToEndDamage, IsFoundAndNamedByCheckInEveryFile) {
  for (const std::string& name : live_files()) {
    with_flipped_bits(name, 3, [&] {
      const Ended ended = check();
      EXPECT_EQ(ended.status, 2);
      EXPECT_THAT(ended.out + ended.err, HasSubstr(name));
    });
  }
}

TEST_F(EndToEndDamage, IsFoundAndNamedByCheckWhereAFileIsCutOrMissing) {
  for (const std::string& name : live_files()) {
    SCOPED_TRACE(name);
    const std::string content = content_of(index_ / name);
    std::filesystem::resize_file(index_ / name, content.size() / 2);
    EXPECT_EQ(check().status, 2);
    std::filesystem::remove(index_ / name);
    const Ended ended = check();
    EXPECT_EQ(ended.status, 2);
    const bool is_no_index_now = name == "CURRENT";
    EXPECT_THAT(ended.out + ended.err, HasSubstr(is_no_index_now ? "there is no index" : name));
    folder_.write("index/" + name, content);
  }
}

TEST_F(EndToEndDamage, OfTheTextIndexIsNeverAWrongAnswer) {
  int refused = 0;
  with_flipped_bits("segments/000001/text.index", 40, [&] {
    const Ended ended = search(kQuery);
    if (ended.status == 2) {
      ++refused;
      EXPECT_THAT(ended.err, HasSubstr("segments/000001/text.index' is damaged"));
    } else {
      EXPECT_EQ(ended.out, whole_.out);
    }
  });
  EXPECT_GT(refused, 10);
}

TEST_F(EndToEndDamage, OfTheArticlesIsNeverAWrongAnswer) {
  int refused = 0;
  with_flipped_bits("segments/000001/articles.zst", 40, [&] {
    const Ended ended = search(kQuery);
    if (ended.status == 2) {
      ++refused;
      EXPECT_THAT(ended.err, HasSubstr("segments/000001/articles.zst'"));
    } else {
      EXPECT_EQ(ended.out, whole_.out);
    }
  });
  EXPECT_GT(refused, 10);
}

TEST_F(EndToEndDamage, OfTheFacetsIsNeverAWrongAnswerAndConcernsNoOther) {
  const Arguments facets = {
      "--facets", "source,place,byline,topics", "--limit", "0", "--format", "plain", "*"};
  const Ended whole = search(facets);
  int refused = 0;
  with_flipped_bits("segments/000001/facets.index", 40, [&] {
    EXPECT_EQ(search(kQuery).out, whole_.out);
    const Ended ended = search(facets);
    if (ended.status == 2) {
      ++refused;
      EXPECT_THAT(ended.err, HasSubstr("segments/000001/facets.index' is damaged"));
    } else {
      EXPECT_EQ(ended.out, whole.out);
    }
  });
  EXPECT_GT(refused, 10);
}

TEST_F(EndToEndDamage, OfManifestOrDeletionsIsRefusedWithTheirName) {
  for (const char* name : {"manifests/000002.json", "deletions/000002.roaring"}) {
    with_flipped_bits(name, 10, [&] {
      const Ended ended = search(kQuery);
      EXPECT_EQ(ended.status, 2);
      EXPECT_THAT(ended.err, HasSubstr(name));
    });
  }
}

TEST_F(EndToEndDamage, IsRefusedWhereAFileIsCut) {
  for (const std::string part :
       {"articles.zst", "catalogue.glass", "copies.index", "facets.index", "text.index"}) {
    SCOPED_TRACE(part);
    const std::string name = "segments/000002/" + part;
    const std::string content = content_of(index_ / name);
    std::filesystem::resize_file(index_ / name, content.size() - 1);
    const Ended ended = search(kQuery);
    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.err, HasSubstr(name));
    folder_.write("index/" + name, content);
  }
}

}  // namespace
}  // namespace dateline::test
