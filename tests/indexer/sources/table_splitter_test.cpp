#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "indexer/sources/table_form.h"
#include "tests/indexer/sources/splitting.h"

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> rows_of(std::string_view text, const test::SplitOptions& options = {}) {
  return test::split(make_table_splitter, text, options);
}

std::string form_of(std::string_view beginning) {
  const TableForm form = recognise_table_form(beginning, true);
  std::string told{form.separator, form.quote == '\0' ? '0' : form.quote};
  for (const std::string& cell : form.first_row) told += " [" + cell + "]";
  return told;
}

TEST(TableForm, IsRecognisedByHowItFits) {
  EXPECT_EQ(form_of("title,text\nA,x\n"), ",\" [title] [text]");
  EXPECT_EQ(form_of("title;text\n\"A; B\";\"x, y\"\n"), ";\" [title] [text]");
  EXPECT_EQ(form_of("title\ttext\n\"We will,\" says B\tx\nC\ty\n"), "\t0 [title] [text]");
  EXPECT_EQ(form_of("title|text\nA|x\n"), "|\" [title] [text]");
  EXPECT_EQ(form_of("Sport;'It ''rained'', said A; B.'\nArts;'C'\nArts;'D; E'\n"),
            ";' [Sport] [It 'rained', said A; B.]");
  EXPECT_EQ(form_of("sep=;\ntitle;text\nA,b,c;x\n"), ";\" [title] [text]");
  EXPECT_EQ(form_of("text\nx\n"), ",\" [text]");
}

TEST(TableForm, IsToldFromProse) {
  for (const auto* table :
       {"title,text\nA,x\n", "\xef\xbb\xbfid;title;body\n",
        ",id,title,publication,content\n0,1,a,b,c\n", "source\ttitle\tdescription\n",
        "sep=;\nTitel;Text\n", "Sport;'It rained; again. And",
        "\"3\",\"A\",\"It rained.\"\n\"4\",\"B\",\"It fell.\"\n",
        "\"neutral\",\"It rained, he said.\"\n\"good\",\"It fell.\"\n",
        "text\n\"It rained, he said.\"\n\"It fell.\"\n", "\"Headline\"\n\"It rained",
        "20150218\t1\tx\ty\n20150219\t2\tx\ty\n20150220\t3\tx\ty\n"}) {
    EXPECT_TRUE(looks_like_table(table)) << table;
  }
  for (const auto* prose :
       {"", "Ferry sinks, nobody hurt\n\nThe ferry sank, the owner said, on Monday.\n",
        "LONDON, Jan 2 (Reuters) - The title, text and date, he said, were wrong.\nMore, later.\n",
        "Title: Ferry sinks\nDate: 2 January, 2020\n\nIt sank; nobody was hurt; all is well.\n",
        "He said, \"no\".\nShe said, \"yes\".\n", "one; two\n\nthree\n",
        "text\nIt rained.\nIt fell.\n", "Story\n\n\"We will,\" she said.\n",
        "\"Yes\", \"no\"\n\"Perhaps\", \"never\"\n", "\"It rained.\"\n\"It fell.\"\n"}) {
    EXPECT_FALSE(looks_like_table(prose)) << prose;
  }
}

TEST(TableSplitter, GivesWholeRows) {
  EXPECT_THAT(rows_of("title,text\nA,\"x\ny\"\n"), ElementsAre("1 title,text\nA,\"x\ny\"\n"));
  EXPECT_THAT(rows_of("\xef\xbb\xbftitle,text\r\nA,x"), ElementsAre("1 title,text\r\nA,x"));
  EXPECT_THAT(rows_of("sep=;\ntitle;text\n"), ElementsAre("2 title;text\n"));
  EXPECT_THAT(rows_of(""), IsEmpty());
  EXPECT_THAT(rows_of("\n\n"), IsEmpty());
}

TEST(TableSplitter, CutsLargeTablesBehindRows) {
  std::string table = "title,text\n";
  const std::string row = "A,\"" + std::string(100'000, 'x') + "\n\"\n";
  for (int i = 0; i < 5; ++i) table += row;
  const auto told = rows_of(table, {.piece_bytes = 10'000});
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told[1], "8 " + row + row);
}

TEST(TableSplitter, LosesOnlyTheRowWhoseQuoteIsOpen) {
  EXPECT_THAT(rows_of("title,text\nA,x\nB,\"open\nC,y\n"),
              ElementsAre("1 title,text\nA,x\n", "3 bad: a quoted cell is not closed", "4 C,y\n"));
  EXPECT_THAT(
      rows_of("title,text\nB,\"open\nC,\"y\"\nD,z\n"),
      ElementsAre("1 title,text\n", "2 bad: a quoted cell is not closed", "3 C,\"y\"\nD,z\n"));
  EXPECT_THAT(rows_of("title,text\nB,\"he said \"no\" and\nleft\"\nC,y\n"),
              ElementsAre("1 title,text\nB,\"he said \"no\" and\nleft\"\nC,y\n"));
}

TEST(TableSplitter, GivesUpWhereQuotesStayOpen) {
  std::string table = "title,text\n";
  for (int i = 0; i < 100; ++i) table += "\"open,x\n";
  EXPECT_LE(rows_of(table).size(), 20u);
}

TEST(TableSplitter, SkipsARowThatIsTooLarge) {
  EXPECT_THAT(rows_of("a,title\nb,\"" + std::string(5'000, 'x') + "\"\nc,d\n",
                      {.piece_bytes = 64, .max_record_bytes = 1'000}),
              ElementsAre("1 a,title\n", "2 bad: a row larger than an article may be", "3 c,d\n"));
}

RC_GTEST_PROP(TableSplitter, CutsAlikeWhateverThePieces, (std::uint8_t piece_bytes)) {
  const std::string_view parts[] = {"title,text", "\n",   ",", "\"",   "x",
                                    "\"\"",       "\r\n", " ", "a,b\n"};
  std::string text;
  for (const auto part : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9))) {
    text += parts[part];
  }
  const auto expected = rows_of(text);
  RC_ASSERT(rows_of(text, {.piece_bytes = piece_bytes + std::size_t{1}}) == expected);
}

}  // namespace
}  // namespace dateline::indexer
