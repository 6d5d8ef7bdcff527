#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "searcher/output/wording.h"
#include "searcher/output/writers.h"
#include "tests/documented_table.h"
#include "tests/searcher/output/results.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// "TY  - NEWS" -> "TY"; fails on a line of another shape.
std::vector<std::string> tags_of(const std::string& ris) {
  std::vector<std::string> tags;
  std::istringstream in(ris);
  for (std::string line; std::getline(in, line);) {
    EXPECT_TRUE(line.ends_with('\r')) << line;
    if (line == "\r") continue;
    EXPECT_EQ(line.substr(2, 4), "  - ") << line;
    tags.push_back(line.substr(0, 2));
  }
  return tags;
}

// Depth of braces behind `text`, as BibTeX counts them; negative if ever one was closed too many.
int depth_behind(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '{') ++depth;
    if (c == '}' && --depth < 0) return depth;
  }
  return depth;
}

TEST(Citation, SaysWhatTheSearchWas) {
  EXPECT_EQ(citation(full_result()),
            "dateline-search, generation 42 of the index, query as read: harbour AND date:2023, "
            "234 articles match, 201 with copies as one, 12 undated left out; "
            "harb* stands for 1,024 of 3,100 words; the rest was left out");
  EXPECT_EQ(citation(sparse_result()),
            "dateline-search, generation 0 of the index, query as read: ferries, about 1 article "
            "matches");
}

TEST(ToRis, HasTheDocumentedTags) {
  SearchResult result = full_result();
  result.hits.resize(1);
  result.hits.front().article.language = "en";
  std::vector<std::string> tags = tags_of(to_ris(result));
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  EXPECT_EQ(tags, test::documented_names("docs/output-formats.md", "RIS"));
}

TEST(ToRis, LeavesOutWhatIsNotKnown) {
  EXPECT_THAT(tags_of(to_ris(sparse_result())), ElementsAre("TY", "TI", "AB", "ID", "N1", "ER"));
}

TEST(ToRis, TellsWhereElseTheStoryIs) {
  EXPECT_THAT(to_ris(full_result()), HasSubstr("N1  - also in Sentinel, Courier and 3 more\r\n"
                                               "N1  - other versions: Coastal Gazette\r\n"
                                               "N1  - Hit 1, found by"));
}

TEST(ToBibtex, TellsWhereElseTheStoryIs) {
  EXPECT_THAT(to_bibtex(full_result()), HasSubstr("annote = {also in Sentinel, Courier and 3 more; "
                                                  "other versions: Coastal Gazette},\n"));
  EXPECT_THAT(to_bibtex(sparse_result()), Not(HasSubstr("annote")));
}

TEST(ToRis, IsOneRecordWhateverTheArticleHolds) {
  const auto tags = tags_of(to_ris(hostile_result()));
  EXPECT_EQ(std::count(tags.begin(), tags.end(), "TY"), 1);
  EXPECT_EQ(std::count(tags.begin(), tags.end(), "ER"), 1);
  EXPECT_EQ(std::count(tags.begin(), tags.end(), "UR"), 0);
}

TEST(ToRis, GivesAMonthWhereThatIsAllThatIsKnown) {
  const std::string ris = to_ris(full_result());
  EXPECT_THAT(ris, HasSubstr("PY  - 2023\r\nDA  - 2023/01/13/\r\n"));
  EXPECT_THAT(ris, HasSubstr("PY  - 2023\r\nDA  - 2023/03//\r\n"));
}

TEST(ToBibtex, GivesAnUndatedArticleNoDate) {
  const std::string bibtex = to_bibtex(sparse_result());
  for (const char* field : {"date =", "year =", "month ="}) {
    EXPECT_THAT(bibtex, Not(HasSubstr(field)));
  }
  EXPECT_THAT(bibtex, HasSubstr("@misc{"));
  EXPECT_THAT(to_bibtex(full_result()),
              HasSubstr("date = {2023-03},\n  year = {2023},\n  month = mar"));
}

TEST(ToBibtex, BalancesItsBracesWhateverTheArticleHolds) {
  const std::string bibtex = to_bibtex(hostile_result());
  EXPECT_EQ(depth_behind(bibtex), 0);
  std::size_t entries = 0;
  for (std::size_t at = 0; at < bibtex.size(); ++at) {
    if (bibtex[at] == '@') {
      EXPECT_EQ(depth_behind(bibtex.substr(0, at)), 0);
      ++entries;
    }
  }
  EXPECT_EQ(entries, 2u);  // the comment and the article
}

TEST(ToBibtex, EscapesWhatTexTakesForCommands) {
  SearchResult result = sparse_result();
  result.hits.front().article.headline = R"(\ { } ~ ^ # $ % & _ @)";
  EXPECT_THAT(to_bibtex(result),
              HasSubstr(R"(title = {{\textbackslash{} \textbraceleft{} \textbraceright{} )"
                        R"(\textasciitilde{} \textasciicircum{} \# \$ \% \& \_ \char64{}}})"));
}

TEST(ToBibtex, PutsNamesThatAreNoneInBraces) {
  SearchResult result = sparse_result();
  result.hits.front().article.byline = "Reuters Staff";
  EXPECT_THAT(to_bibtex(result), HasSubstr("author = {{Reuters Staff}}"));
  result.hits.front().article.byline = "Ann Example and Jan van der Meer";
  EXPECT_THAT(to_bibtex(result), HasSubstr("author = {Example, Ann and van der Meer, Jan}"));
}

TEST(BibtexKey, IsMadeOfTheIdAlone) {
  EXPECT_EQ(bibtex_key("gazette/17"), "gazette-17-" + bibtex_key("gazette/17").substr(11));
  EXPECT_EQ(bibtex_key(""), "cbf29ce484222325");
  EXPECT_EQ(bibtex_key("a"), "a-af63dc4c8601ec8c");  // as every release must write it
  EXPECT_NE(bibtex_key("gazette/17"), bibtex_key("gazette-17"));
  EXPECT_EQ(bibtex_key("\x1b, {}").find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_LE(bibtex_key(std::string(5000, 'x')).size(), 57u);
}

}  // namespace
}  // namespace dateline::searcher
