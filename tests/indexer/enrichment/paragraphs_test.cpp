#include "indexer/enrichment/paragraphs.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace dateline::indexer {
namespace {

TEST(ToParagraphs, JoinsLinesThatWereWrappedByHand) {
  EXPECT_EQ(
      to_paragraphs("  The two governments said on Monday that they \r\n"
                    "would meet again within the month to settle\r\n"
                    "what is open.\r\n\r\n\r\n"
                    "Neither side gave a date. Talks broke off in June.\n"
                    "A spokesman declined to say more about it all.\n"),
      "The two governments said on Monday that they would meet again within the month to settle "
      "what is open.\n\n"
      "Neither side gave a date. Talks broke off in June. A spokesman declined to say more about "
      "it all.");
}

TEST(ToParagraphs, KeepsALineAParagraph) {
  EXPECT_EQ(to_paragraphs("One.\n\"Two.\"\nAlso Read\n(Three.)\n"),
            "One.\n\n\"Two.\"\n\nAlso Read\n\n(Three.)");
}

TEST(ToParagraphs, KeepsTheRowsOfATable) {
  EXPECT_EQ(to_paragraphs("Wheat 150\nRye 120\nOats 90"), "Wheat 150\n\nRye 120\n\nOats 90");
}

TEST(ToParagraphs, StartsEachEntryOfAListAnew) {
  EXPECT_EQ(to_paragraphs("Here are the main points of what was agreed on Monday\n"
                          "* the first of them, which takes more than a line in all\n"
                          "its detail, as the governments put it on Monday\n"
                          "* the second"),
            "Here are the main points of what was agreed on Monday\n\n"
            "* the first of them, which takes more than a line in all its detail, as "
            "the governments put it on Monday\n\n"
            "* the second");
}

TEST(ToParagraphs, JoinsWordsPartedAtTheEndsOfLines) {
  EXPECT_EQ(to_paragraphs("The boats of the upper river sailed again on Wednes-\n"
                          "day with the mail, as the road to the north was be\u00AC\n"
                          "lieved to be under water, and took with them Anne-\n"
                          "Marie Roe, who is the well-known keeper of the be\u00AD\n"
                          "acon there, as well as her pa- and ma-.\n"),
            "The boats of the upper river sailed again on Wednes-day with the mail, as the road to "
            "the north was believed to be under water, and took with them Anne- Marie Roe, who is "
            "the well-known keeper of the beacon there, as well as her pa- and ma-.");
}

TEST(ToParagraphs, LeavesAHyphenThatStandsForAWord) {
  EXPECT_EQ(to_paragraphs("The harbour master of the upper river bought medium-\n"
                          "and heavy-duty boats for the mail, it was said there\n"
                          "on Monday."),
            "The harbour master of the upper river bought medium- and heavy-duty boats for the "
            "mail, it was said there on Monday.");
}

TEST(ToParagraphs, JoinsTheShortLinesOfAColumn) {
  EXPECT_EQ(
      to_paragraphs("The boats sailed on Wednes-\nday and brought the let-\nters of a week.\n"),
      "The boats sailed on Wednes-day and brought the let-ters of a week.");
  EXPECT_EQ(to_paragraphs("Rye 120 -\nOats 90 -\nWheat 150"),
            "Rye 120 -\n\nOats 90 -\n\nWheat 150");
}

TEST(ToParagraphs, IsEmptyForBlanks) {
  EXPECT_EQ(to_paragraphs(""), "");
  EXPECT_EQ(to_paragraphs(" \n\r\n\t\n"), "");
}

TEST(ClosesSentence, LooksBehindQuotesAndAtInitialisms) {
  for (const std::string_view line :
       {"Yes.", "Yes?", "Yes!\"", "\u201CYes.\u201D", "(Yes.)", "He said:"}) {
    SCOPED_TRACE(line);
    EXPECT_TRUE(closes_sentence(line));
  }
  for (const std::string_view line : {"", "yes", "in the U.S.", "wait ...", "yes,", "\""}) {
    SCOPED_TRACE(line);
    EXPECT_FALSE(closes_sentence(line));
  }
}

RC_GTEST_PROP(ToParagraphs, ChangesNothingTheSecondTime, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::element('a', '.', ' ', '\n', '*'));
  const std::string once = to_paragraphs(text);
  RC_ASSERT(to_paragraphs(once) == once);
}

}  // namespace
}  // namespace dateline::indexer
