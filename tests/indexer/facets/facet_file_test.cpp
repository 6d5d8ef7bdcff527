// Facets written from batches and segments, read back, merged and damaged.
#include <gmock/gmock.h>

#include <random>

#include "common/facets/facet_file.h"
#include "common/index/file.h"
#include "common/index/format.h"
#include "indexer/facets/facet_input.h"
#include "indexer/facets/facet_writer.h"
#include "tests/damage.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article article_with(const std::string& place, const std::vector<std::string>& topics) {
  Article article;
  article.place = place;
  for (const std::string& topic : topics) article.fields.push_back({"topics", topic});
  return article;
}

// Some of them without a place, with none to three topics.
std::vector<Article> random_articles(std::size_t count) {
  std::mt19937 random(7);
  const auto draw = [&random](std::size_t below) { return random() % below; };
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::string> topics;
    for (std::size_t topic = draw(4); topic > 0; --topic) {
      topics.push_back("topic " + std::to_string(draw(9)));
    }
    const std::size_t place = draw(40);
    articles.push_back(article_with(place == 0 ? "" : "PLACE" + std::to_string(place), topics));
  }
  return articles;
}

class FacetFileTest : public testing::Test {
 protected:
  using Values = std::vector<std::string>;

  std::filesystem::path write(const std::string& name, std::span<const FacetInput* const> inputs) {
    write_facets(folder_.path() / name, inputs);
    return folder_.path() / name;
  }

  std::filesystem::path write(const std::string& name, std::span<const Article> articles) {
    FacetBatch batch;
    for (const Article& article : articles) batch.add(article);
    const FacetInput* const inputs[] = {&batch};
    return write(name, inputs);
  }

  // A segment that has this file only.
  SegmentOnDisk segment(const std::string& name, std::span<const Article> articles,
                        DeletedArticles deleted = {}) {
    SegmentOnDisk segment{folder_.path() / name, {}, std::move(deleted)};
    std::filesystem::create_directory(segment.folder);
    write(name + "/" + std::string(kFacetsName), articles);
    return segment;
  }

  std::filesystem::path merge(std::span<const SegmentOnDisk> segments) {
    merge_facets(segments, folder_.path() / "merged");
    return folder_.path() / "merged";
  }

  // Everything that a file says, by field: for each article its values.
  static std::map<std::string, std::vector<Values>> read(const std::filesystem::path& path) {
    const MappedFile mapped(path);
    return read(mapped.bytes(), path);
  }

  static std::map<std::string, std::vector<Values>> read(std::string_view bytes,
                                                         const std::filesystem::path& path) {
    const FacetFile file(bytes, path);
    std::map<std::string, std::vector<Values>> fields;
    for (const auto& [name, field] : file.fields()) {
      if (field.entry.state == FacetState::kTooMany) continue;
      const FacetColumn column = *file.column(name);
      for (std::uint32_t article = 1; article <= column.articles(); ++article) {
        Values& values = fields[name].emplace_back();
        column.for_each_value(column.choice_of(article), [&](std::uint32_t value) {
          values.emplace_back(column.value(value));
        });
      }
    }
    return fields;
  }

  static std::map<std::string, std::vector<Values>> expected(std::span<const Article> articles) {
    std::map<std::string, std::vector<Values>> fields;
    for (std::size_t i = 0; i < articles.size(); ++i) {
      for (const auto& [field, value] : facet_values(articles[i])) {
        auto& column = fields[std::string(field)];
        column.resize(articles.size());
        column[i].emplace_back(value);
      }
    }
    return fields;
  }

  const test::TemporaryFolder folder_;
};

TEST_F(FacetFileTest, GivesBackWhatEachArticleHas) {
  const std::vector<Article> articles = {article_with("OSLO", {"ship"}), article_with("", {}),
                                         article_with("BERN", {"war", "ship"}),
                                         article_with("OSLO", {"war"})};
  const auto fields = read(write("facets", articles));
  EXPECT_EQ(fields, expected(articles));
  EXPECT_THAT(fields.at("place"), ElementsAre(ElementsAre("OSLO"), IsEmpty(), ElementsAre("BERN"),
                                              ElementsAre("OSLO")));
  EXPECT_THAT(fields.at("topics"), ElementsAre(ElementsAre("ship"), IsEmpty(),
                                               ElementsAre("ship", "war"), ElementsAre("war")));
}

TEST_F(FacetFileTest, HoldsArticlesOfSeveralBlocks) {
  for (const std::size_t count :
       {kFacetBlock - 2, kFacetBlock - 1, kFacetBlock, kFacetBlock + 1, 3 * kFacetBlock + 5}) {
    SCOPED_TRACE(count);
    const auto articles = random_articles(count);
    EXPECT_EQ(read(write("facets", articles)), expected(articles));
  }
}

TEST_F(FacetFileTest, TakesNothingAnArticleWhereAllAreAlike) {
  const std::vector<Article> few(100, article_with("OSLO", {"ship", "war"}));
  const std::vector<Article> many(3'000, article_with("OSLO", {"ship", "war"}));
  EXPECT_EQ(std::filesystem::file_size(write("few", few)),
            std::filesystem::file_size(write("many", many)));
}

TEST_F(FacetFileTest, MayHoldNoArticleAndNoValue) {
  EXPECT_THAT(read(write("none", std::vector<Article>{})), IsEmpty());
  EXPECT_THAT(read(write("bare", std::vector<Article>(5))), IsEmpty());
}

TEST_F(FacetFileTest, IsTheSameHoweverArticlesAreCutIntoBatches) {
  const auto articles = random_articles(5'000);
  const std::string whole = test::content_of(write("whole", articles));
  for (const std::size_t size : {1'000, 1'700, 4'999}) {
    std::vector<FacetBatch> batches;
    std::vector<const FacetInput*> inputs;
    for (std::size_t begin = 0; begin < articles.size(); begin += size) {
      FacetBatch& batch = batches.emplace_back();
      for (std::size_t i = begin; i < std::min(begin + size, articles.size()); ++i) {
        batch.add(articles[i]);
      }
    }
    for (const FacetBatch& batch : batches) inputs.push_back(&batch);
    EXPECT_EQ(test::content_of(write("cut", inputs)), whole);
  }
}

TEST_F(FacetFileTest, IsMergedWithoutWhatIsGone) {
  const auto articles = random_articles(900);
  const std::span<const Article> all(articles);
  DeletedArticles gone_of_first;
  std::vector<Article> left;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const bool is_gone = i < 500 && (i % 3 == 0 || articles[i].place == "PLACE7");
    if (is_gone) gone_of_first.add(static_cast<ArticleNumber>(i + 1));
    if (!is_gone) left.push_back(articles[i]);
  }
  const SegmentOnDisk segments[] = {segment("first", all.first(500), gone_of_first),
                                    segment("second", all.subspan(500))};
  const auto merged = merge(segments);
  EXPECT_EQ(read(merged), expected(left));
  EXPECT_EQ(test::content_of(merged), test::content_of(write("anew", left)));
}

TEST_F(FacetFileTest, LeavesOutFieldsThatOnlyArticlesHadWhichAreGone) {
  DeletedArticles gone;
  gone.add(1);
  const std::vector<Article> articles = {article_with("OSLO", {"ship"}), Article{}};
  const SegmentOnDisk segments[] = {segment("first", articles, gone)};
  EXPECT_THAT(read(merge(segments)), IsEmpty());
}

TEST_F(FacetFileTest, KeepsNoValuesOfAFieldThatHasTooMany) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i <= kMostArchiveValues; ++i) {
    articles.push_back(article_with("PLACE" + std::to_string(i), {}));
    articles.back().fields = {{"serial", std::to_string(i)}, {"desk", "city"}};
  }
  const auto path = write("facets", articles);
  auto fields = expected(articles);
  fields.erase("serial");
  EXPECT_EQ(read(path), fields);
  const MappedFile mapped(path);
  EXPECT_EQ(FacetFile(mapped.bytes(), path).fields().at("serial").entry.state,
            FacetState::kTooMany);

  const SegmentOnDisk segments[] = {segment("few", std::span(articles).first(1)),
                                    segment("many", articles)};
  EXPECT_FALSE(read(merge(segments)).contains("serial"));
}

TEST_F(FacetFileTest, CutAnywhereIsAnErrorThatNamesTheFile) {
  const std::string whole = test::content_of(write("facets", random_articles(60)));
  test::cut_at_every_byte(whole, [&](const std::string& cut) {
    EXPECT_THAT([&] { read(cut, "cut.index"); },
                test::throws_error(ErrorKind::kCorrupt, "'cut.index' is damaged"));
  });
}

TEST_F(FacetFileTest, AFlippedBitIsAnErrorThatNamesTheFile) {
  const std::string whole = test::content_of(write("facets", random_articles(60)));
  test::flip_every_bit(whole, [&](const std::string& flipped) {
    EXPECT_THAT([&] { read(flipped, "flipped.index"); },
                testing::ThrowsMessage<Error>(testing::HasSubstr("'flipped.index'")));
  });
}

// Behind a checksum that fits: what the column says of itself is not believed either.
TEST_F(FacetFileTest, AColumnThatIsCutOrChangedIsAnErrorOrAnotherColumn) {
  const auto path = write("facets", random_articles(60));
  const MappedFile mapped(path);
  const FacetFile file(mapped.bytes(), path);
  const auto& field = file.fields().at("topics");
  const std::string bytes(mapped.bytes().substr(field.offset, field.entry.bytes()));
  const auto read_column = [&](const std::string& changed) {
    try {
      const FacetColumn column(field.entry, changed, file.articles(), path);
      for (std::uint32_t article = 1; article <= column.articles(); ++article) {
        column.for_each_value(column.choice_of(article),
                              [&](std::uint32_t value) { EXPECT_LT(value, column.values()); });
      }
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kCorrupt);
    }
  };
  test::cut_at_every_byte(bytes, read_column);
  test::flip_every_bit(bytes, read_column);
}

TEST_F(FacetFileTest, AnotherVersionIsRefusedWithAdvice) {
  std::string bytes = test::content_of(write("facets", random_articles(3)));
  bytes[kFacetMagic.size()] = 77;
  const auto path = folder_.write("new.index", bytes);
  EXPECT_THAT([&] { read(path); }, test::throws_error(ErrorKind::kVersion, "build the index anew"));
}

}  // namespace
}  // namespace dateline::indexer
