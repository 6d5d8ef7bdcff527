#include "corpus/generator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/story_formats.h"

namespace dateline::corpus {
namespace {

std::vector<Story> stories(const GeneratorOptions& options) {
  Generator generator(options);
  std::vector<Story> all;
  while (auto story = generator.next()) all.push_back(std::move(*story));
  return all;
}

std::string json_lines(const GeneratorOptions& options) {
  std::string lines;
  for (const Story& story : stories(options)) append_json_line(story, lines);
  return lines;
}

// FNV-1a: small enough to stand here, and no library's to change.
std::uint64_t fingerprint(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  return hash;
}

std::vector<std::string> words(const Story& story) {
  std::vector<std::string> found{""};
  for (const std::string& paragraph : story.paragraphs) {
    for (const char c : paragraph + "\n") {
      if (std::string_view(" ,.\"\n").find(c) == std::string_view::npos) {
        found.back() += c;
      } else if (!found.back().empty()) {
        found.emplace_back();
      }
    }
  }
  found.pop_back();
  return found;
}

TEST(Generator, GivesTheSameBytesOnEveryMachine) {
  // Changes with every change of the generator, and with nothing else.
  EXPECT_EQ(fingerprint(json_lines({.articles = 200, .seed = 42})), 0x96ce4fe5f15d230cu);
}

TEST(Generator, GivesAnotherArchiveForAnotherSeed) {
  EXPECT_NE(json_lines({.articles = 5, .seed = 1}), json_lines({.articles = 5, .seed = 2}));
}

TEST(Generator, StopsAfterTheLastArticle) {
  EXPECT_EQ(stories({.articles = 17}).size(), 17u);
  EXPECT_EQ(stories({.articles = 0}).size(), 0u);
}

TEST(Generator, NeverRunsOutOfNewWords) {
  std::set<std::string> seen;
  std::vector<std::pair<double, double>> growth;  // words read, different words among them
  double read = 0;
  for (const Story& story : stories({.articles = 2'000})) {
    for (const std::string& word : words(story)) {
      seen.insert(word);
      ++read;
    }
    if (story.number == 249 || story.number == 1'999) {
      growth.emplace_back(read, static_cast<double>(seen.size()));
    }
  }
  const double exponent =
      std::log(growth[1].second / growth[0].second) / std::log(growth[1].first / growth[0].first);
  EXPECT_GT(exponent, 0.45);  // Heaps' law: English news lies around 0.5 to 0.65
  EXPECT_LT(exponent, 0.70);
}

TEST(Generator, WritesStoriesOfTheUsualLength) {
  std::vector<std::size_t> lengths;
  for (const Story& story : stories({.articles = 1'000, .copies_per_mille = 0})) {
    lengths.push_back(words(story).size());
  }
  std::ranges::sort(lengths);
  EXPECT_GT(lengths[500], 310u);
  EXPECT_LT(lengths[500], 400u);
  EXPECT_GT(lengths[950], 2 * lengths[500]);  // and some are long
}

TEST(Generator, SpreadsStoriesOverTwentyYears) {
  using std::chrono::year;
  std::set<year> years;
  for (const Story& story : stories({.articles = 500})) {
    if (!story.published) continue;
    years.insert(
        std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(*story.published))
            .year());
  }
  EXPECT_TRUE(years.contains(year{2000}));
  EXPECT_TRUE(years.contains(year{2019}));
  EXPECT_GE(years.size(), 20u);
}

TEST(Generator, LeavesAsManyUndatedAsAsked) {
  const auto all = stories({.articles = 2'000, .undated_per_mille = 100});
  const auto undated = std::ranges::count_if(all, [](const Story& s) { return !s.published; });
  EXPECT_NEAR(static_cast<double>(undated), 200, 50);
}

TEST(Generator, PrintsAbridgedCopiesOfEarlierStories) {
  const auto all = stories({.articles = 1'000, .copies_per_mille = 100});
  std::size_t copies = 0;
  for (const Story& copy : all) {
    if (!copy.copy_of) continue;
    ++copies;
    const Story& original = all.at(*copy.copy_of);
    EXPECT_LT(original.number, copy.number);
    EXPECT_NE(original.headline, copy.headline);
    for (const std::string& paragraph : copy.paragraphs) {
      EXPECT_NE(std::ranges::find(original.paragraphs, paragraph), original.paragraphs.end());
    }
  }
  EXPECT_NEAR(static_cast<double>(copies), 100, 40);
}

TEST(Generator, RepeatsTheWordsOfAStoryWithinIt) {
  // A rare word that occurs once in a story is likely to occur again there: without that, pruning
  // and ranking would be measured on a text unlike any other.
  std::size_t once = 0;
  std::size_t again = 0;
  for (const Story& story : stories({.articles = 200, .copies_per_mille = 0})) {
    std::map<std::string, int> counts;
    for (const std::string& word : words(story)) {
      if (word.size() >= 8) ++counts[word];
    }
    for (const auto& [word, count] : counts) ++(count == 1 ? once : again);
  }
  EXPECT_GT(again * 10, once);
}

TEST(StoryFormats, EscapeQuotesInJson) {
  Story story;
  story.headline = "A \"fine\" day";
  story.paragraphs = {"One.", "Two."};
  std::string line;
  append_json_line(story, line);
  EXPECT_EQ(line, R"({"id":"story-00000000","title":"A \"fine\" day","date":null,"source":"",)"
                  R"("section":"","language":"en","text":"One.\n\nTwo."})"
                  "\n");
}

TEST(StoryFormats, PutTheDayIntoATextFile) {
  Story story;
  story.headline = "Rain";
  story.source = "Echo";
  story.published = std::chrono::sys_days(std::chrono::year{2004} / 2 / 29);
  story.paragraphs = {"It rained."};
  std::string text;
  append_text(story, text);
  EXPECT_EQ(text, "Rain\nEcho | 2004-02-29\n\nIt rained.\n");
}

}  // namespace
}  // namespace dateline::corpus
