#include "searcher/output/writers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/documented_table.h"
#include "tests/searcher/output/results.h"

namespace dateline::searcher {
namespace {

using testing::HasSubstr;
using Rows = std::vector<std::vector<std::string>>;

// A reader of RFC 4180 by the letter: fails on what the letter does not allow.
Rows read_csv(std::string_view csv) {
  Rows rows(1, {""});
  bool in_quotes = false;
  for (std::size_t at = 0; at < csv.size(); ++at) {
    std::string& cell = rows.back().back();
    if (in_quotes) {
      if (csv[at] != '"') {
        cell += csv[at];
      } else if (at + 1 < csv.size() && csv[at + 1] == '"') {
        cell += csv[at++];
      } else {
        in_quotes = false;
      }
    } else if (csv[at] == '"') {
      EXPECT_EQ(cell, "") << "a quote inside of a cell";
      in_quotes = true;
    } else if (csv[at] == ',') {
      rows.back().emplace_back();
    } else if (csv.substr(at, 2) == "\r\n") {
      rows.push_back({""});
      ++at;
    } else {
      EXPECT_TRUE(csv[at] != '\r' && csv[at] != '\n') << "half a line end";
      cell += csv[at];
    }
  }
  EXPECT_FALSE(in_quotes);
  EXPECT_EQ(rows.back(), std::vector<std::string>{""}) << "the last line has no end";
  rows.pop_back();
  return rows;
}

Rows read_tsv(std::string_view tsv) {
  Rows rows(1, {""});
  for (const char c : tsv) {
    if (c == '\n') {
      rows.push_back({""});
    } else if (c == '\t') {
      rows.back().emplace_back();
    } else {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

SearchResult with_headline(std::string_view headline) {
  SearchResult result = full_result();
  result.hits.resize(1);
  result.hits.front().article.headline = headline;
  return result;
}

std::string headline_cell(std::string_view headline) {
  return read_csv(to_table(with_headline(headline), TableForm::kCsv)).at(1).at(3);
}

TEST(ToTable, HasTheDocumentedColumnsInEveryRow) {
  const auto documented = test::documented_names("docs/output-formats.md", "Columns");
  for (const SearchResult& result :
       {full_result(), sparse_result(), hostile_result(), SearchResult{}}) {
    const Rows csv = read_csv(to_table(result, TableForm::kCsv));
    EXPECT_EQ(csv.front(), documented);
    for (const auto& row : csv) EXPECT_EQ(row.size(), documented.size());
    EXPECT_EQ(read_tsv(to_table(result, TableForm::kTsv)), csv);
  }
}

TEST(ToTable, QuotesWhatHoldsACommaOrAQuote) {
  EXPECT_THAT(to_table(with_headline("one, \"two\""), TableForm::kCsv),
              HasSubstr(",\"one, \"\"two\"\"\","));
  EXPECT_THAT(to_table(with_headline("one, \"two\""), TableForm::kTsv),
              HasSubstr("\tone, \"two\"\t"));
}

TEST(ToTable, MakesOneLineOfAText) {
  EXPECT_EQ(headline_cell("a\tb\r\nc\u2028d"), "a b  c d");
}

TEST(ToTable, MakesNoFormulaOfAText) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"=1+1", "'=1+1"}, {"+1", "'+1"},    {"-2", "'-2"},    {"@SUM(1)", "'@SUM(1)"},
      {"\t=1", "' =1"},  {"\r=1", "' =1"}, {"\n=1", "' =1"}, {"＝1", "'＝1"},
      {"'=1", "''=1"},   {"a=1", "a=1"},   {"'tis", "'tis"}, {" plain", " plain"},
      {"", ""},          {"2+2", "2+2"},   {"－1", "'－1"},  {" '-1", "' '-1"},
  };
  for (const auto& [text, cell] : cases) EXPECT_EQ(headline_cell(text), cell) << text;
}

TEST(ToTable, GuardsTheQueryToo) {
  SearchResult result = full_result();
  result.query = "=US";
  result.read_as = "-japan";
  const auto row = read_csv(to_table(result, TableForm::kCsv)).at(1);
  EXPECT_EQ(row.at(15), "'=US");
  EXPECT_EQ(row.at(16), "'-japan");
}

TEST(ToTable, HasARowForASearchWithoutHits) {
  SearchResult result = full_result();
  result.hits.clear();
  const Rows rows = read_csv(to_table(result, TableForm::kCsv));
  ASSERT_EQ(rows.size(), 2u);
  for (std::size_t column = 0; column < 15; ++column) EXPECT_EQ(rows[1][column], "");
  EXPECT_EQ(rows[1][16], "harbour AND date:2023");
  EXPECT_EQ(rows[1][17], "234");
}

// The cell of a column in the first row.
std::string cell_of(const SearchResult& result, const std::string& column) {
  const Rows rows = read_csv(to_table(result, TableForm::kCsv));
  const auto& names = rows.at(0);
  const auto found = std::find(names.begin(), names.end(), column);
  return rows.at(1).at(static_cast<std::size_t>(found - names.begin()));
}

TEST(ToTable, CountsGroupsAndCopiesOnlyWhereCopiesAreOne) {
  EXPECT_EQ(cell_of(full_result(), "total"), "234");
  EXPECT_EQ(cell_of(full_result(), "groups"), "201");
  EXPECT_EQ(cell_of(full_result(), "copies"), "5");
  EXPECT_EQ(cell_of(sparse_result(), "groups"), "");
  EXPECT_EQ(cell_of(sparse_result(), "copies"), "");
}

TEST(ToTable, GivesTheNotesInOneCell) {
  SearchResult result = sparse_result();
  EXPECT_EQ(cell_of(result, "notes"), "");
  result.notes = {"-a was cut", "b was cut"};
  EXPECT_EQ(cell_of(result, "notes"), "'-a was cut; b was cut");
}

TEST(ToBatchTable, NamesTheQueryOfEachRow) {
  const std::string batch = batch_table_header(TableForm::kCsv) +
                            to_batch_table("q,1", full_result(), TableForm::kCsv) +
                            to_batch_table("=q2", SearchResult{}, TableForm::kCsv);
  const Rows rows = read_csv(batch);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0][0], "query_id");
  EXPECT_EQ(rows[0][1], "rank");
  EXPECT_EQ(rows[2][0], "q,1");
  EXPECT_EQ(rows[2][1], "2");
  EXPECT_EQ(rows[3][0], "'=q2");
  EXPECT_EQ(rows[3][1], "");
}

}  // namespace
}  // namespace dateline::searcher
