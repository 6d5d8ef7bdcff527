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
  result.hits.front().article.fields = {{"page", "3-4"}};
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

// How the one hit of an archive with these values is cited.
struct CitedCase {
  const char* name;
  void (*set)(Article& article);
  std::vector<std::string> ris;     // lines that stand in the record
  std::vector<std::string> bibtex;  // and in the entry
};

const CitedCase kCitedCases[] = {
    {"authors with particles",
     [](Article& a) { a.byline = "Anna van der Berg, Maria de la Cruz and Peter Lord"; },
     {"AU  - van der Berg, Anna\r", "AU  - de la Cruz, Maria\r", "AU  - Lord, Peter\r"},
     {"author = {van der Berg, Anna and de la Cruz, Maria and Lord, Peter},"}},
    {"a suffix",
     [](Article& a) { a.byline = "Martin Kane Jr."; },
     {"AU  - Kane, Martin, Jr.\r"},
     {"author = {Kane, Jr., Martin},"}},
    {"an agency as the author",
     [](Article& a) { a.byline = "The Associated Press"; },
     {"AU  - The Associated Press\r"},
     {"author = {{The Associated Press}},"}},
    {"two agencies",
     [](Article& a) { a.byline = "Reuters and AFP"; },
     {"AU  - Reuters\r", "AU  - AFP\r"},
     {"author = {{Reuters} and {AFP}},"}},
    {"a paper as the author",
     [](Article& a) {
       a.byline = "Morgen Bote";
       a.source = "Morgen Bote";
     },
     {"AU  - Morgen Bote\r"},
     {"author = {{Morgen Bote}},", "journal = {Morgen Bote},"}},
    {"an agency's story in a paper",
     [](Article& a) {
       a.agency = "Reuters";
       a.source = "The Courier";
     },
     {"AU  - Reuters\r", "T2  - The Courier\r"},
     {"author = {{Reuters}},", "journal = {The Courier},"}},
    {"a newspaper",
     [](Article& a) { a.source = "The Courier"; },
     {"TY  - NEWS\r"},
     {"@article{", "entrysubtype = {newspaper},"}},
    {"signs of LaTeX in a headline",
     [](Article& a) { a.headline = "R&D: 5% of $3_bn #1 {x} ~y"; },
     {"TI  - R&D: 5% of $3_bn #1 {x} ~y\r"},
     {"title = {{R\\&D: 5\\% of \\$3\\_bn \\#1 \\textbraceleft{}x\\textbraceright{} "
      "\\textasciitilde{}y}},"}},
    {"a day",
     [](Article& a) {
       using namespace std::chrono;
       a.published.local = local_days{year{2021} / 1 / 7};
       a.published.precision = Precision::kDay;
     },
     {"DA  - 2021/01/07/\r"},
     {"date = {2021-01-07},", "month = jan,", "day = {7},"}},
    {"a page",
     [](Article& a) {
       a.fields = {{"page", "Page A1"}};
     },
     {"SP  - A1\r"},
     {"pages = {A1},"}},
    {"pages",
     [](Article& a) {
       a.fields = {{"desk", "7"}, {"pages", "12-14"}};
     },
     {"SP  - 12\r", "EP  - 14\r"},
     {"pages = {12--14},"}},
    {"a page with a hyphen",
     [](Article& a) {
       a.fields = {{"page", "A-3"}};
     },
     {"SP  - A-3\r"},
     {"pages = {A-3},"}},
    {"a language",
     [](Article& a) { a.language = "de"; },
     {"LA  - de\r"},
     {"language = {de},", "langid = {ngerman},"}},
};

TEST(Bibliographies, CiteAsReferenceManagersReadIt) {
  for (const CitedCase& c : kCitedCases) {
    SCOPED_TRACE(c.name);
    SearchResult result = sparse_result();
    c.set(result.hits.front().article);
    for (const std::string& line : c.ris) EXPECT_THAT(to_ris(result), HasSubstr(line));
    for (const std::string& line : c.bibtex) EXPECT_THAT(to_bibtex(result), HasSubstr(line));
  }
}

TEST(Bibliographies, LeaveOutWhatIsNoPage) {
  SearchResult result = sparse_result();
  result.hits.front().article.fields = {{"page", "none"}, {"pages", std::string(90, '1')}};
  EXPECT_THAT(to_ris(result), Not(HasSubstr("SP  - ")));
  EXPECT_THAT(to_bibtex(result), Not(HasSubstr("pages =")));
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
