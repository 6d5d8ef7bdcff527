// Tables read as a run reads them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/sources/reading.h"

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class TableTest : public ::testing::Test, protected test::Reading {
 protected:
  std::vector<std::string> read_table(std::string_view content) {
    has("t.csv", content);
    return read({"t.csv"});
  }
};

TEST_F(TableTest, ReadsARowAsAnArticle) {
  EXPECT_THAT(read_table("title,text,subject,date\n"
                         "\" Ferry sinks\",\"It sank,\nat noon.\",news,\"December 31, 2017 \"\n"
                         "Market shut,x,news,\n"),
              ElementsAre("t.csv#2: Ferry sinks", "t.csv#3: Market shut"));
  EXPECT_EQ(articles().front().body, "It sank,\n\nat noon.");
  EXPECT_EQ(to_iso(articles().front().published), "2017-12-31");
  EXPECT_THAT(articles().front().fields, ElementsAre(ArchiveField{"subject", "news"}));
}

TEST_F(TableTest, ReadsWhatTheWorldWrites) {
  for (const auto* table :
       {"title;text\nA;\"x; y\"\n", "title\ttext\nA\tx; y\n", "title|text\nA|x; y\n",
        "title;text\n'A';'x; y'\n", "\xef\xbb\xbf\"title\",\"text\"\r\n\"A\",\"x; y\"\r\n",
        "sep=;\r\ntitle;text\r\nA;\"x; y\"\r\n", "title,text\rA,x; y\r", "title,text\n\nA,x; y",
        "title,text\nA,x; y,,\n", "Article Title,article_text\nA,x; y\n"}) {
    SCOPED_TRACE(table);
    read_table(table);
    ASSERT_EQ(articles().size(), 1u);
    EXPECT_EQ(articles().front().headline, "A");
    EXPECT_EQ(articles().front().body, "x; y");
  }
}

TEST_F(TableTest, PassesOverTheColumnThatCountsRows) {
  read_table(",title,text\n0,A,x\n");
  ASSERT_EQ(articles().size(), 1u);
  EXPECT_TRUE(articles().front().fields.empty());
}

TEST_F(TableTest, ReadsATableOfOneColumn) {
  for (const auto* table :
       {"text\n\"x, y\"\n\"z\"\n", "\xef\xbb\xbf\"Text\"\r\n\"x, y\"\r\n\"z\"\r\n"}) {
    SCOPED_TRACE(table);
    read_table(table);
    ASSERT_EQ(articles().size(), 2u);
    EXPECT_EQ(articles().front().body, "x, y");
  }
}

TEST_F(TableTest, KnowsNamesInOtherLanguages) {
  for (const auto* names : {"Titel;Inhalt;Datum;Autor;Quelle", "titre;texte;date;auteur;source",
                            "Título;texto;fecha;autor;fuente", "titolo;testo;date;autore;fonte"}) {
    SCOPED_TRACE(names);
    read_table(names + std::string("\nA;x;2020-01-02;Ann Ode;The Echo\n"));
    ASSERT_EQ(articles().size(), 1u);
    EXPECT_EQ(articles().front().headline, "A");
    EXPECT_EQ(articles().front().body, "x");
    EXPECT_EQ(to_iso(articles().front().published), "2020-01-02");
    EXPECT_EQ(articles().front().byline, "Ann Ode");
    EXPECT_EQ(articles().front().source, "The Echo");
  }
}

TEST_F(TableTest, ReadsHtmlListsAndPlaceholdersInCells) {
  read_table("title,body,authors,url,id\nA,<p>x</p><p>y</p>,\"['Ann Ode', 'Bo Ek']\",nan,None\n");
  ASSERT_EQ(articles().size(), 1u);
  EXPECT_EQ(articles().front().body, "x\n\ny");
  EXPECT_EQ(articles().front().byline, "Ann Ode, Bo Ek");
  EXPECT_EQ(articles().front().id, path("t.csv").string() + "#2");
}

TEST_F(TableTest, NamesRowsThatHaveTooFewOrTooManyCells) {
  EXPECT_THAT(read_table("id,title,text\n1,A,\"x\n\"\n2,B\n3,C,y,z\n4,D,w\n"),
              ElementsAre("1: A", "bad t.csv:4: a row of 2 cells in a table of 3",
                          "bad t.csv:5: a row of 4 cells in a table of 3", "4: D"));
}

TEST_F(TableTest, RefusesATableWithoutArticlesOnce) {
  std::string table = "day\tcode\tcount\n";
  for (int i = 0; i < 50'000; ++i) table += "20150218\tUS\t17\n";
  EXPECT_THAT(read_table(table),
              ElementsAre(HasSubstr("bad t.csv: a table without a column for headline or text; map "
                                    "one: --map text=COLUMN")));
}

TEST_F(TableTest, TakesColumnsFromTheUser) {
  parse_options().fields.add("text=Spalte");
  EXPECT_THAT(read_table("Nummer;Spalte;Titel\n1;x;A\n2;y;B\n3;z;C\n"),
              ElementsAre("t.csv#2: A", "t.csv#3: B", "t.csv#4: C"));
  EXPECT_EQ(articles().front().body, "x");
}

TEST_F(TableTest, TakesNumbersOfColumnsWhereTheyHaveNoNames) {
  parse_options().fields.add("section=1");
  parse_options().fields.add("body=2");
  EXPECT_THAT(read_table("Sport;'It rained; again. And'\nArts;'It ''snowed''.'\n"),
              ElementsAre("t.csv#1: ", "t.csv#2: "));
  EXPECT_EQ(articles().front().section, "Sport");
  EXPECT_EQ(articles().back().body, "It 'snowed'.");
}

TEST_F(TableTest, TakesLargeCells) {
  const std::string text(10 << 20, 'x');
  EXPECT_THAT(read_table("title,text\nA,\"" + text + "\"\nB,y\n"),
              ElementsAre("t.csv#2: A", "t.csv#3: B"));
  EXPECT_EQ(articles().front().body.size(), text.size());
}

TEST_F(TableTest, MendsTheRowsAloneThatWereDecodedTwice) {
  read_table(
      "title,text\nPlain,It\u2019s plain\nCaf\u00c3\u00a9,I don\u00e2\u20ac\u2122t know\nTail,x\n");
  ASSERT_EQ(articles().size(), 3u);
  EXPECT_EQ(articles()[0].body, "It\u2019s plain");
  EXPECT_EQ(articles()[1].headline, "Caf\u00e9");
  EXPECT_EQ(articles()[1].body, "I don\u2019t know");
  EXPECT_EQ(notes().mended, 1u);
}

TEST_F(TableTest, NumbersRowsOnThroughALargeTable) {
  std::string table = "title,text\n";
  for (int i = 0; i < 3; ++i) table += "A,\"" + std::string(200'000, 'x') + "\n\"\n";
  table += "B\n";
  EXPECT_THAT(read_table(table), ElementsAre("t.csv#2: A", "t.csv#3: A", "t.csv#4: A",
                                             "bad t.csv:8: a row of 1 cells in a table of 2"));
}

}  // namespace
}  // namespace dateline::indexer
