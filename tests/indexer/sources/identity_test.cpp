#include "indexer/sources/identity.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <utility>

#include "indexer/sources/field_value.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

using ::dateline::test::throws_error;

TEST(IdentifiesNothing, KnowsHowProgramsWriteNothing) {
  for (const char* nothing : {"",       "None",      "none",
                              "NULL",   "null",      "nil",
                              "nan",    "NaN",       "N/A",
                              "n.a.",   "#N/A",      "<NA>",
                              "(null)", "undefined", "Unknown",
                              "0",      "0.0",       "000",
                              "-1",     "-1.0",      "-",
                              "--",     "?",         "[]",
                              "{}",     " ",         "00000000-0000-0000-0000-000000000000"}) {
    EXPECT_TRUE(identifies_nothing(nothing)) << nothing;
  }
  for (const char* something :
       {"1", "-2", "10", "a", "none-such", "nanny", "o", "https://a.example/",
        "00000000-0000-0000-0000-000000000001", "é"}) {
    EXPECT_FALSE(identifies_nothing(something)) << something;
  }
}

TEST(IsCounter, IsOfDigitsAlone) {
  for (const char* counter : {"1", "007", "123456789", "17.0"}) EXPECT_TRUE(is_counter(counter));
  for (const char* other : {"", "1234567890", "a1", "1a", "1.5", "-3", "1-2", ".0"}) {
    EXPECT_FALSE(is_counter(other)) << other;
  }
}

TEST(Identify, TakesIdThenUrlThenPlace) {
  const struct {
    std::string id, url, identity, url_after;
  } cases[] = {
      {"a7", "http://o.example/7", "a7", "http://o.example/7"},
      {"", "http://o.example/7", "http://o.example/7", "http://o.example/7"},
      {"None", "http://o.example/7", "http://o.example/7", "http://o.example/7"},
      {"nan", "N/A", "news/wire.jsonl#3", ""},
      {"0", "", "0", ""},
      {"000", "", "news/wire.jsonl#3", ""},
      {"1", "", "1", ""},
      {"", "https://o.example/", "news/wire.jsonl#3", "https://o.example/"},
      {"", "http://", "news/wire.jsonl#3", "http://"},
      {"", "about:blank", "news/wire.jsonl#3", "about:blank"},
      {"", "JavaScript:void(0)", "news/wire.jsonl#3", "JavaScript:void(0)"},
      {"", "https://o.example/?p=7", "https://o.example/?p=7", "https://o.example/?p=7"},
      {"", "rain-stops-ferries", "rain-stops-ferries", "rain-stops-ferries"},
  };
  const RawDocument document{{"news/wire.jsonl", {}, 12}, 3, Format::kJson, "{}"};
  for (const auto& [id, url, identity, url_after] : cases) {
    Article article;
    article.id = id;
    article.url = url;
    identify(article, document, {}, {});
    EXPECT_EQ(article.id, identity);
    EXPECT_EQ(article.url, url_after);
  }
}

TEST(Identify, CutsIdsOfAMegabyteButTellsThemApart) {
  const RawDocument document{{"a.json", {}, 1}, 1, Format::kJson, "{}"};
  Article one;
  one.id = std::string(1 << 20, 'x') + "1";
  Article two;
  two.id = std::string(1 << 20, 'x') + "2";
  identify(one, document, {}, {});
  identify(two, document, {}, {});
  EXPECT_NE(one.id, two.id);
  EXPECT_LT(one.id.size(), kMaxIdBytes);
}

TEST(Identify, NamesThePlaceInsideOfADocument) {
  const RawDocument document{{"a.json", {}, 1}, 2, Format::kJson, "{}"};
  EXPECT_EQ(identity_by_place(document, {"articles/4", 0}, {}), "a.json#2/articles/4");
  EXPECT_EQ(identity_by_place(document, {{}, 5}, {}), "a.json#7");
}

TEST(ArchiveRoot, MakesOnePathOfAllSpellings) {
  const struct {
    std::string root, input, file, relative;
  } cases[] = {
      {"/srv", "/srv/news", "/srv/news/a.txt", "news/a.txt"},
      {"/srv/", "/srv/news/", "/srv/news/a.txt", "news/a.txt"},
      {"/srv/news", "/srv/news", "/srv/news/a.txt", "a.txt"},
      {"/srv/news", "/srv/news/a.txt", "/srv/news/a.txt", "a.txt"},
      {".", "news", "news/a.txt", "news/a.txt"},
      {".", ".", "news/a.txt", "news/a.txt"},
      {"..", ".", "a.txt", std::filesystem::current_path().filename().string() + "/a.txt"},
      {"/", "/srv", "/srv/a.txt", "srv/a.txt"},
      {"/srv", "/srv/news", "/srv/newspaper/a.txt", "/srv/newspaper/a.txt"},
      {"/srv", "-", "-", "-"},
  };
  for (const auto& [root, input, file, relative] : cases) {
    EXPECT_EQ(ArchiveRoot(root, {input}).relative(file), relative) << root << ' ' << input;
  }
}

TEST(ArchiveRoot, RefusesInputsOutsideOfIt) {
  for (const char* input : {"/srv", "/srv/newspaper", "/"}) {
    const auto root_of = [&] { ArchiveRoot("/srv/news", {input}); };
    EXPECT_THAT(root_of, throws_error(ErrorKind::kUsage, "does not lie below --root")) << input;
  }
}

}  // namespace
}  // namespace dateline::indexer
