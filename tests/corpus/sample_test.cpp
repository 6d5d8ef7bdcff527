#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

using ::testing::IsEmpty;

const fs::path kCorpus = fs::path(DATELINE_SOURCE_DIR) / "corpus";

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts{""};
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::vector<std::vector<std::string>> read_queries() {
  std::vector<std::vector<std::string>> queries;
  std::ifstream in(kCorpus / "queries.tsv");
  for (std::string line; std::getline(in, line);) queries.push_back(split(line, '\t'));
  return queries;
}

// The file part of "packed/letters.zip(member)"; ids and URLs have none.
fs::path file_of(const std::string& article) {
  const std::string path = article.substr(0, article.find('('));
  const bool is_path = path.find("://") == std::string::npos && path.find('/') != std::string::npos;
  return is_path ? kCorpus / "sample" / path : fs::path();
}

std::size_t files_in(const fs::path& folder) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    files += entry.is_regular_file();
  return files;
}

TEST(Sample, IsLargeEnoughToSearch) {
  EXPECT_GE(files_in(kCorpus / "sample"), 70u);
}

TEST(SampleQueries, HaveANameAQueryAndAnAnswer) {
  const auto queries = read_queries();
  EXPECT_GE(queries.size(), 40u);
  std::set<std::string> names;
  for (const auto& query : queries) {
    ASSERT_EQ(query.size(), 3u) << query[0];
    EXPECT_FALSE(query[1].empty()) << query[0];
    EXPECT_TRUE(names.insert(query[0]).second) << query[0] << " occurs twice";
  }
}

TEST(SampleQueries, ExpectOnlyArticlesThatExist) {
  std::vector<std::string> missing;
  for (const auto& query : read_queries()) {
    for (const std::string& article : split(query[2], ';')) {
      const fs::path file = file_of(article);
      if (!file.empty() && !fs::exists(file)) missing.push_back(article);
    }
  }
  EXPECT_THAT(missing, IsEmpty());
}

TEST(SampleContainers, AreNotIndexedTwice) {
  // Their sources lie beside the sample, not in it.
  EXPECT_TRUE(fs::exists(kCorpus / "containers"));
  EXPECT_FALSE(fs::exists(kCorpus / "sample" / "containers"));
}

}  // namespace
