#include <sstream>

#include "corpus/generator.h"
#include "corpus/story_formats.h"
#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class EndToEndReading : public EndToEndTest {};

TEST_F(EndToEndReading, TakesStandardInput) {
  Invocation call = index_call("update", {"-"});
  call.input = json_line({{"id", "a1"}, {"title", "Heron"}});
  EXPECT_EQ(run(call).status, 0);
  EXPECT_THAT(found("heron"), ElementsAre("a1"));
}

TEST_F(EndToEndReading, TakesAContainerFromStandardInput) {
  Invocation call = index_call("update", {"-"});
  call.input = content_of(sample_archive() / "packed/evening-star.tar.zst");
  EXPECT_EQ(run(call).status, 0);
  EXPECT_THAT(found("\"inch farrach\""), ElementsAre("-(1995/07/island-for-sale.txt)"));
}

TEST_F(EndToEndReading, TakesSingleFilesAndContainersByName) {
  const auto packed = (sample_archive() / "packed").string();
  EXPECT_EQ(update({packed + "/letters.zip", packed + "/obituary.txt.gz",
                    packed + "/meridian-features.jsonl.zst"})
                .status,
            0);
  EXPECT_EQ(info_json().at("articles"), 9);
  EXPECT_EQ(info_json().at("undated"), 1);
}

TEST_F(EndToEndReading, MapsFieldsOfTheArchive) {
  has("wire.json", Json({{{"uid", 7}, {"hed", "Heron"}, {"copy", "On the pond."}}}).dump());
  EXPECT_EQ(update({"--map", "headline=hed", "--map", "body=copy", "--map", "id=uid", "."}).status,
            0);
  EXPECT_THAT(found("headline:heron pond"), ElementsAre("7"));
}

TEST_F(EndToEndReading, LeavesAnIndexThatOpensWhateverNamesFieldsHave) {
  std::string archive;
  for (int article = 0; article < 101; ++article) {
    Json fields = {{"id", std::to_string(article)}, {"title", "Heron"}, {"text", "Reed."}};
    for (int name = 0; name < 100; ++name) {
      fields["f" + std::to_string(article) + "_" + std::to_string(name)] = "reed";
    }
    archive += fields.dump() + "\n";
  }
  has("wire.json", archive);
  const auto updated = update({"."});
  EXPECT_EQ(updated.status, 0);
  EXPECT_THAT(updated.err, HasSubstr("10000 names of fields, the most that it may have"));
  EXPECT_EQ(run(index_call("check", {})).status, 0);
  EXPECT_EQ(info_json().at("archive_fields").size(), 10'000U);
  EXPECT_EQ(update({"."}).status, 0);
}

TEST_F(EndToEndReading, RefusesAMappingThatItCannotRead) {
  EXPECT_EQ(update({"--map", "hed", "."}).status, 2);
  EXPECT_THAT(update({"--map", "hedline=hed", "."}).err, HasSubstr("hedline"));
}

TEST_F(EndToEndReading, TakesTheFormThatIsNamed) {
  has("note.txt", "{\"title\": \"Heron\"}\n");
  EXPECT_EQ(update({"--input-format", "text", "."}).status, 0);
  EXPECT_THAT(found("\"title heron\""), ElementsAre("note.txt"));
}

TEST_F(EndToEndReading, ResolvesCharacterReferences) {
  has("note.txt", "Smith &amp; Daughters &#8216;sold&#8217;\n\nThe caf&eacute; stays.");
  update();
  const Json hit = result({"\"smith & daughters\" café"}).at("hits").at(0);
  EXPECT_EQ(hit.at("headline"), "Smith & Daughters ‘sold’");
}

// Enough stories for several batches and, in little memory, several segments.
class EndToEndBuilding : public EndToEndTest {
 protected:
  void SetUp() override {
    corpus::Generator generator({.articles = 4'000, .seed = 7});
    std::string archive;
    while (const auto story = generator.next()) corpus::append_json_line(*story, archive);
    has("archive.jsonl", archive);
  }

  void build(const std::string& name, const Arguments& options) {
    Invocation call = index_call("update", options);
    call.command[3] = (folder_.path() / name).string();
    call.command.push_back("archive.jsonl");
    ASSERT_EQ(run(call).status, 0);
  }

  // By path in the index, of all segments.
  std::map<std::string, std::string> text_indexes(const std::string& name) const {
    std::map<std::string, std::string> contents;
    const auto segments = folder_.path() / name / "segments";
    for (const auto& file : std::filesystem::recursive_directory_iterator(segments)) {
      if (file.path().filename() != "text.index") continue;
      contents[file.path().lexically_relative(segments)] = content_of(file.path());
    }
    return contents;
  }

  std::string answers(const std::string& name) const {
    Invocation call = search_call({"--batch", "-", "--format", "trec", "--limit", "50"});
    call.command[2] = (folder_.path() / name).string();
    call.input =
        "1\tthe\n2\tthe OR of OR minister\n3\t\"of the\"\n4\tbusiness -the\n5\tdate:2007\n";
    const Ended ended = run(call);
    EXPECT_EQ(ended.status, 0) << ended.err;
    std::istringstream lines(ended.out);
    std::string hits;  // without the tag, which names the generation
    for (std::string line; std::getline(lines, line);)
      hits += line.substr(0, line.rfind(' ')) + '\n';
    return hits;
  }
};

TEST_F(EndToEndBuilding, GivesTheSameBytesForAnyNumberOfJobs) {
  build("one", {"--memory", "16M", "--jobs", "1"});
  build("two", {"--memory", "16M", "--jobs", "2"});
  build("four", {"--memory", "16M", "--jobs", "4"});
  EXPECT_TRUE(text_indexes("one") == text_indexes("two"));
  EXPECT_TRUE(text_indexes("one") == text_indexes("four"));
}

TEST_F(EndToEndBuilding, GivesTheSameAnswersForAnyMemory) {
  build("little", {"--memory", "16M"});
  build("much", {"--memory", "512M"});
  EXPECT_EQ(answers("little"), answers("much"));
}

TEST_F(EndToEndBuilding, GivesTheSameAnswersForAnyNumberOfRuns) {
  const std::string archive = content_of(archive_ / "archive.jsonl");
  for (std::size_t half : {archive.size() / 3, archive.size()}) {
    has("archive.jsonl", archive.substr(0, archive.find('\n', half - 1) + 1));
    build("two-runs", {});
  }
  build("one-run", {});
  EXPECT_EQ(answers("two-runs"), answers("one-run"));
}

}  // namespace
}  // namespace dateline::test
