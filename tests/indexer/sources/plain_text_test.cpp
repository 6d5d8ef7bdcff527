#include "indexer/sources/parse.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr std::string_view kLongLine =
    "The two governments opened talks on Monday on the future of the river that both of them draw "
    "upon, and said that they would go on until an agreement was reached.";

Article parse(std::string_view text) {
  return read_plain_text(text);
}

TEST(ParsePlainText, ReadsMarkedHeaderLines) {
  const Article article = parse(
      "-- By George, they have it\n"  // the first marked line is the headline, whatever it says
      "-- By  Jane Doe , river correspondent of old\n"
      "-- Fri Oct 20, 2006 6:15pm EDT\n"
      "-- http://www.example.com/article/a\n"
      "\n \n\n"
      " GENEVA  (Reuters) - Talks opened. \n\n And closed. \n");
  EXPECT_EQ(article.headline, "By George, they have it");
  EXPECT_EQ(article.byline, "By Jane Doe, river correspondent of old");
  EXPECT_EQ(to_iso(article.published), "2006-10-20T18:15-04:00");
  EXPECT_EQ(article.published.origin, DateOrigin::kHeader);
  EXPECT_EQ(article.url, "http://www.example.com/article/a");
  EXPECT_EQ(article.body, "GENEVA  (Reuters) - Talks opened.\n\nAnd closed.");
  EXPECT_EQ(article.id, "");
}

TEST(ParsePlainText, KeepsAMarkedLineBelowTheHeadlineAsText) {
  EXPECT_EQ(parse("-- Talks open\n--\n\n-- Jane Doe is a columnist --\n").body,
            "-- Jane Doe is a columnist --");
}

TEST(ParsePlainText, ReadsLabelledHeaderLines) {
  const Article article = parse(
      "Title: Talks open\nDate: 13/12/2017\nAuthor: Jane Doe\nSource: The Example\n"
      "Section: World\nLanguage: en\n\nTalks opened.");
  EXPECT_EQ(article.headline, "Talks open");
  EXPECT_EQ(to_iso(article.published), "2017-12-13");
  EXPECT_EQ(article.byline, "Jane Doe");
  EXPECT_EQ(article.source, "The Example");
  EXPECT_EQ(article.section, "World");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.body, "Talks opened.");
}

TEST(ParsePlainText, GoesOnBehindLabelsThatItDoesNotKnow) {
  const Article article = parse(
      "Edition: Morning\nTitle: Talks open\nPage: A4\nDate: 13/12/2017\nFiled from: Geneva desk\n\n"
      "POLICE: A man was held at the gate on Monday, they said.\n\nTalks opened.");
  EXPECT_EQ(article.headline, "Talks open");
  EXPECT_EQ(to_iso(article.published), "2017-12-13");
  EXPECT_EQ(article.fields,
            (std::vector<ArchiveField>{
                {"edition", "Morning"}, {"page", "A4"}, {"filed_from", "Geneva desk"}}));
  EXPECT_EQ(article.body,
            "POLICE: A man was held at the gate on Monday, they said.\n\nTalks opened.");
}

TEST(ParsePlainText, FindsTheHeadlineAboveLabelsThatItDoesNotKnow) {
  const Article article = parse(
      "Talks open\nEdition: Final\nPage: A1\nDate: May 1, 2020\nByline: Jane Doe\n\nTalks opened.");
  EXPECT_EQ(article.headline, "Talks open");
  EXPECT_EQ(to_iso(article.published), "2020-05-01");
  EXPECT_EQ(article.byline, "Jane Doe");
  EXPECT_EQ(article.body, "Talks opened.");
}

TEST(ParsePlainText, ReadsTheLabelsOfOrgNikolaAndReStructuredText) {
  for (const std::string_view text :
       {"#+TITLE: Talks open\n#+AUTHOR: Jane Doe\n#+DATE: 2020-05-01\n\nTalks opened.",
        ".. title: Talks open\n.. slug: talks\n.. date: 2020-05-01 10:20:00 UTC\n"
        ".. author: Jane Doe\n\nTalks opened.",
        "Talks open\n##########\n\n:date: 2020-05-01 10:20\n:tags: talks\n:author: Jane Doe\n\n"
        "Talks opened."}) {
    SCOPED_TRACE(text);
    const Article article = parse(text);
    EXPECT_EQ(article.headline, "Talks open");
    EXPECT_EQ(to_iso(article.published).substr(0, 10), "2020-05-01");
    EXPECT_EQ(article.byline, "Jane Doe");
    EXPECT_EQ(article.body, "Talks opened.");
  }
}

TEST(ParsePlainText, TakesNoColonOfAStoryForALabel) {
  EXPECT_EQ(parse("Mayor: we will win\n\nThe mayor said so.").headline, "Mayor: we will win");
  EXPECT_EQ(parse("Talks open\n\nMayor: we will win\nTrader: we will not\n").body,
            "Mayor: we will win\n\nTrader: we will not");
}

TEST(ParsePlainText, ReadsMarkdown) {
  for (const std::string_view text :
       {"# Talks open\n\n*By Jane Doe*\n\n**January 2, 2020**\n\nTalks opened.",
        "Talks open\n==========\n\n_By Jane Doe_\nJanuary 2, 2020\n\nTalks opened.",
        "**Talks open**\n\n_By Jane Doe_\nJanuary 2, 2020\n\nTalks opened.",
        "Talks open\n---\nBy Jane Doe\nJanuary 2, 2020\n\nTalks opened."}) {
    SCOPED_TRACE(text);
    const Article article = parse(text);
    EXPECT_EQ(article.headline, "Talks open");
    EXPECT_EQ(article.byline, "By Jane Doe");
    EXPECT_EQ(to_iso(article.published), "2020-01-02");
    EXPECT_EQ(article.body, "Talks opened.");
  }
}

TEST(ParsePlainText, TellsFromWhichLineEachPartCame) {
  Survey survey;
  read_plain_text("Talks open\nAuthor: Jane Doe\nDate: 13/12/2017\n\nTalks opened.", &survey);
  const auto from = [&](Role role) {
    const auto& parts = survey.parts[static_cast<std::size_t>(role)];
    return parts.size() == 1 ? parts.begin()->first : std::string();
  };
  EXPECT_EQ(from(Role::kHeadline), "the first line");
  EXPECT_EQ(from(Role::kByline), "Author:");
  EXPECT_EQ(from(Role::kDate), "Date:");
  EXPECT_EQ(from(Role::kBody), "the text");
}

// As a file is read, front matter and all.
Article parse_file(std::string_view text) {
  SourceNotes notes;
  const auto parsed =
      indexer::parse({{"a.md", {}, 0}, 0, Format::kText, std::string(text)}, {}, notes);
  return std::get<Article>(parsed.front());
}

TEST(ReadFrontMatter, ReadsItsKinds) {
  for (const std::string_view text :
       {"---\ntitle: Talks open\ndate: 2020-01-02\nauthor: Jane Doe\n---\n\nTalks opened.",
        "---\ntitle: \"Talks open\"\ndate: \"2020-01-02\"\nauthor: 'Jane Doe'\n---\nTalks opened.",
        "---\r\nlayout: x\r\ntitle: Talks open\r\ndate: 2020-01-02\r\nauthor:\r\n  - Jane "
        "Doe\r\n...\r\nTalks opened.",
        "\xEF\xBB\xBF---\ntitle: Talks open\ndate: 2020-01-02\nauthor: [Jane Doe]\n---\n# Talks "
        "open\n\nTalks opened.",
        "+++\ntitle = \"Talks open\"\ndate = 2020-01-02\nauthor = [\"Jane Doe\"]\n[extra]\nx = "
        "1\n+++\nTalks opened.",
        ";;;\n{\"title\": \"Talks open\", \"date\": \"2020-01-02\", \"author\": \"Jane "
        "Doe\"}\n;;;\nTalks opened.",
        "---\ndate: 2020-01-02\nauthor: Jane Doe\n---\n# Talks open\n\nTalks opened.",
        "---\nauthor: Jane Doe\n---\nTalks open\n\n*January 2, 2020*\n\nTalks opened."}) {
    SCOPED_TRACE(text);
    const Article article = parse_file(text);
    EXPECT_EQ(article.headline, "Talks open");
    EXPECT_EQ(to_iso(article.published), "2020-01-02");
    EXPECT_EQ(article.byline, "Jane Doe");
    EXPECT_EQ(article.body, "Talks opened.");
  }
}

// Most front matter that is no YAML is this: a colon in a title without quotes.
TEST(ReadFrontMatter, ReadsLineByLineWhatIsNoYaml) {
  const Article article = parse_file(
      "---\nlayout: article\ntitle: Talks open: a start\ntags:\n  - river\n  - "
      "\"treaty\"\n---\nTalks opened.");
  EXPECT_EQ(article.headline, "Talks open: a start");
  EXPECT_EQ(article.fields, (std::vector<ArchiveField>{
                                {"layout", "article"}, {"tags", "river"}, {"tags", "treaty"}}));
  EXPECT_EQ(article.body, "Talks opened.");
}

TEST(ReadFrontMatter, TakesNoLinesForIt) {
  EXPECT_EQ(parse_file("---\n\nTalks opened.\n\n---\n\nAnd closed.").body,
            "Talks opened.\n\n---\n\nAnd closed.");
  EXPECT_EQ(parse_file("---\ntitle: Talks open\n\nTalks opened.").headline, "Talks open");
}

TEST(ReadFrontMatter, SurvivesWhatIsMadeToHurt) {
  std::string deep = "---\na: ";
  deep.append(20'000, '[');
  deep += "\n---\nTalks opened.";
  EXPECT_EQ(parse_file(deep).body, "Talks opened.");
  std::string bomb = "---\na: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) bomb += std::string(i > 0 ? ", *" : "*") + char(c - 1);
    bomb += "]\n";
  }
  bomb += "---\nTalks opened.";
  EXPECT_EQ(parse_file(bomb).body, "Talks opened.");
}

// The day of publication, whatever the order and however precise the update is.
TEST(ParsePlainText, TakesThePublicationBeforeTheUpdate) {
  for (const std::string_view header : {
           "Updated: January 5, 2020 4:05 PM\nPublished: January 2, 2020",
           "Published: January 2, 2020\nUpdated: January 5, 2020 4:05 PM",
           "Updated: 5 January 2020\nDate: 2 January 2020",
           "Last updated January 5, 2020 4:05 PM\n2 January 2020",
           "Updated 5 Jan 2020, Published 2 Jan 2020",
       }) {
    SCOPED_TRACE(header);
    const Article article = parse("Market closed\n" + std::string(header) + "\n\nIt closed.");
    EXPECT_EQ(article.headline, "Market closed");
    EXPECT_EQ(to_iso(article.published), "2020-01-02");
    EXPECT_EQ(article.body, "It closed.");
  }
  EXPECT_EQ(to_iso(parse("Market closed\nUpdated: 5 January 2020\n\nIt closed.").published),
            "2020-01-05");
}

TEST(ParsePlainText, ReadsDateLinesWithWhatPapersPrintBeside) {
  for (const std::string_view line :
       {"Sunday, January 2, 2020; A01", "January 2, 2020 GMT",
        "January 2, 2020 Thursday Late Edition - Final", "2 januari 2020",
        "Date: January 2, 2020 in the evening paper"}) {
    SCOPED_TRACE(line);
    const Article article =
        parse("Market closed\nBy Ann Ode\n" + std::string(line) + "\n\nIt closed.");
    EXPECT_EQ(to_iso(article.published), "2020-01-02");
    EXPECT_EQ(article.body, "It closed.");
  }
}

TEST(ParsePlainText, KeepsADateItCannotReadAsAField) {
  const Article article = parse("Date: last Friday\n\nTalks opened.");
  EXPECT_FALSE(article.published.dated());
  EXPECT_EQ(article.fields, (std::vector<ArchiveField>{{"date", "last Friday"}}));
}

TEST(ParsePlainText, ReadsAScrapedPage) {
  const Article article = parse(
      " date 2023-01-13  GET LIVE QUOTES & NEWS\nTalks open in Geneva\n\nPTI\n"
      "Jan 13, 2023 / 09:41 AM IST\n\nTalks opened on Friday.\n");
  EXPECT_EQ(article.headline, "Talks open in Geneva");
  EXPECT_EQ(article.agency, "PTI");
  EXPECT_EQ(to_iso(article.published), "2023-01-13T09:41+05:30");  // more precise than the first
  EXPECT_EQ(article.body, "Talks opened on Friday.");
}

TEST(ParsePlainText, FindsTheHeadline) {
  struct PlainTextCase {
    std::string text;
    std::string_view headline;
  };
  const PlainTextCase cases[] = {
      {"Talks open\n\nTalks opened.", "Talks open"},
      {"\xEF\xBB\xBFTalks open\r\n\r\nTalks opened.", "Talks open"},
      {"Will talks open?\n\nTalks opened.", "Will talks open?"},
      {"Talks open in the U.S.\n\nTalks opened.", "Talks open in the U.S."},
      {"PREVIEW - Talks open\n\nTalks opened.", "PREVIEW - Talks open"},
      {"Talks open\nBy Jane Doe\n\nTalks opened.", "Talks open"},
      {"Talks open\n" + std::string(kLongLine), "Talks open"},
      {"Talks open", "Talks open"},  // all there is
  };
  for (const auto& [text, headline] : cases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(parse(text).headline, headline);
  }
}

TEST(ParsePlainText, TakesNoTextForAHeadline) {
  const std::string cases[] = {
      std::string(kLongLine) + "\n" + std::string(kLongLine),
      "Talks opened.\n\nThey closed.",
      "GENEVA (Reuters) - Talks opened\n\nThey closed.",
      "The two governments said on Monday that\nthey would meet again.\n",  // wrapped by hand
      "He said:\n\n\"Talks opened.\"",
      std::string(300, 'a') + "\n\nTalks opened.",
  };
  for (const auto& text : cases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(parse(text).headline, "");
  }
}

TEST(ParsePlainText, ReadsNamesWithADayBelowOrBeside) {
  for (const std::string head :
       {"Ann Ode\nJanuary 2, 2020", "Ann Ode\nThu 2 Jan 2020 10.05 GMT",
        "By ANN ODE    JAN. 2, 2020", "By Ann Ode \u2014 January 2, 2020"}) {
    SCOPED_TRACE(head);
    const Article article =
        read_plain_text("Harbour opens\n\n" + head + "\n\nThe harbour of the town opened again.\n");
    EXPECT_EQ(article.headline, "Harbour opens");
    EXPECT_EQ(to_iso(article.published).substr(0, 10), "2020-01-02");
    EXPECT_NE(article.byline, "");
    EXPECT_EQ(article.body, "The harbour of the town opened again.");
  }
  const Article none = read_plain_text("Harbour opens\n\nAnn Ode\n\nThe harbour opened again.\n");
  EXPECT_EQ(none.byline, "");
}

TEST(ParsePlainText, YieldsAnEmptyStoryForBlanks) {
  for (const std::string_view text : {"", " \n\n", "\xEF\xBB\xBF", "--\n--\n"}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(parse(text), Article{});
  }
}

RC_GTEST_PROP(ParsePlainText, LosesNoLetterOfTheStory, ()) {
  const auto words =
      *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
          std::vector<std::string>{"talks", "open.", "river", "\n", "\n\n", "said"})));
  std::string text, letters;
  for (const auto& word : words) {
    text += word + ' ';
    if (word.front() != '\n') letters += word;
  }
  const Article article = parse(text);
  std::string kept;
  for (const char c : article.headline + article.body) {
    if (c != ' ' && c != '\n') kept += c;
  }
  RC_ASSERT(kept == letters);
}

}  // namespace
}  // namespace dateline::indexer
