// Every name of a field that archives are known to use, in every form of date and in every wrapper:
// several thousand records, each read right.

#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/sources/csv_cells.h"
#include "indexer/sources/field_names.h"
#include "indexer/sources/parse.h"

namespace dateline::indexer {
namespace {

std::vector<std::string> words(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> all;
  for (std::string word; stream >> word;) all.push_back(word);
  return all;
}

// As archives spell them.
constexpr std::string_view kTextNames =
    "body text content maintext articleBody article main_text article_body article_text "
    "article_content full_text fulltext full_content text_content textContent story story_text "
    "news_text news_content body_text bodyText body_html content_html contents content_text "
    "paragraphs raw_text cleaned_text clean_text plain_text document description summary abstract "
    "lead snippet post_content page_content html raw_content selftext short_description Full-Text "
    "articleText lead_paragraph excerpt ocr_eng ocr_spa content:encoded fields.bodyText";
constexpr std::string_view kHeadlineNames =
    "headline title heading head hed hl article_title news_title story_title post_title webTitle "
    "main_headline print_headline name subject Title og:title";
constexpr std::string_view kDateNames =
    "date published published_at publishedAt publish_date publication_date pubDate date_publish "
    "date_published datePublished publish-date published_date publishedDate publishDate "
    "publicationDate pub_date published_on published_time publish_time timestamp time datetime "
    "dateTime date_time dateTimePub created created_at createdAt created_utc date_created "
    "date_posted posted posted_at post_date issued print_date article_date articledate news_date "
    "seendate first_published firstPublished firstPublicationDate webPublicationDate "
    "article:published_time dc.date DC.date.issued date_gmt collect_date display_date "
    "versioncreated versionCreated";
constexpr std::string_view kUrlNames =
    "url link web_url webUrl source_url article_url canonical_url canonical_link permalink href "
    "uri "
    "guid loc news_url";
constexpr std::string_view kSourceNames =
    "source publisher publication source_domain source_name newspaper news_source outlet "
    "news_outlet media media_name site site_name sitename hostname domain provider journal paper "
    "publication_name website source-hostname";
constexpr std::string_view kBylineNames =
    "byline author authors author_name authorName creator dc:creator writer by reporter journalist "
    "contributors";
constexpr std::string_view kSectionNames =
    "section category categories sections section_name articleSection desk topic topics channel";
constexpr std::string_view kIdNames =
    "id _id uuid guid article_id doc_id docno uri story_id stories_id";
constexpr std::string_view kLanguageNames = "language lang inLanguage locale";

struct Form {
  const char* json;
  const char* date;
};

// Grows as date_text.h reads more.
constexpr Form kDateForms[] = {
    {R"("2020-01-02")", "2020-01-02"},
    {R"("2020-01-02T03:04:05Z")", "2020-01-02T03:04+00:00"},
    {R"("2020-01-02T03:04:05.678+01:00")", "2020-01-02T03:04+01:00"},
    {R"("2020-01-02 03:04:05")", "2020-01-02T03:04"},
    {R"("20200102")", "2020-01-02"},
    {R"("20200102T030405Z")", "2020-01-02T03:04+00:00"},
    {R"("Thu, 02 Jan 2020 03:04:05 GMT")", "2020-01-02T03:04+00:00"},
    {R"("January 2, 2020")", "2020-01-02"},
    {R"("2 Jan. 2020")", "2020-01-02"},
    {"1577934240", "2020-01-02T03:04+00:00"},
    {R"("1577934240")", "2020-01-02T03:04+00:00"},
    {R"({"$date": "2020-01-02T03:04:05Z"})", "2020-01-02T03:04+00:00"},
    {R"({"$date": {"$numberLong": "1577934240"}})", "2020-01-02T03:04+00:00"},
    {R"(["2020-01-02", "2020-02-03"])", "2020-01-02"},
    {R"({"year": 2020, "month": 1, "day": 2})", "2020-01-02"},
    {R"({"rendered": "<time>2 January 2020</time>"})", "2020-01-02"},
};

using Wrap = std::function<std::string(const std::string& object)>;

std::string escaped(const std::string& json) {
  std::string text;
  for (const char c : json) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text;
}

const std::vector<Wrap>& wrappers() {
  static const std::vector<Wrap> all = {
      [](const std::string& o) { return o; },
      [](const std::string& o) { return "[" + o + "]"; },
      [](const std::string& o) { return R"({"status": "ok", "articles": [)" + o + "]}"; },
      [](const std::string& o) {
        return R"({"version": "1.1", "title": "Feed", "items": [)" + o + "]}";
      },
      [](const std::string& o) { return R"({"response": {"status": "ok", "docs": [)" + o + "]}}"; },
      [](const std::string& o) { return R"({"response": {"results": [)" + o + "]}}"; },
      [](const std::string& o) {
        return R"({"took": 1, "hits": {"hits": [{"_index": "n", "_source": )" + o + "}]}}";
      },
      [](const std::string& o) {
        return R"({"_index": "n", "_score": 1.5, "_source": )" + o + "}";
      },
      [](const std::string& o) {
        return R"({"a1": )" + o + R"(, "a2": {"title": "X", "text": "Y"}})";
      },
      [](const std::string& o) { return R"({"data": {"article": )" + o + "}}"; },
      [](const std::string& o) { return R"({"data": [{"type": "x", "attributes": )" + o + "}]}"; },
      [](const std::string& o) { return R"({"newspapers": {"echo": {"articles": [)" + o + "]}}}"; },
      [](const std::string& o) { return R"({"articles": {"results": [)" + o + "]}}"; },
      [](const std::string& o) { return "\"" + escaped(o) + "\""; },
  };
  return all;
}

std::optional<Article> first_article(const std::string& json) {
  SourceNotes notes;
  const auto parsed = parse({{"f", "", 1}, 1, Format::kJson, json}, {}, notes);
  const auto* article = parsed.empty() ? nullptr : std::get_if<Article>(&parsed.front());
  if (article == nullptr) return std::nullopt;
  return *article;
}

// Asks of every wrapper that the object in it, with text and headline beside `fields`, has the part.
template <typename Part>
void expect_part(const std::string& fields, const std::string& expected, const Part& part) {
  for (const Wrap& wrap : wrappers()) {
    const std::string json = wrap("{" + fields + "}");
    const auto article = first_article(json);
    ASSERT_TRUE(article) << json;
    EXPECT_EQ(part(*article), expected) << json;
  }
}

std::string date_of(const Article& article) {
  return article.published.dated() ? to_iso(article.published) : "undated";
}

constexpr const char* kRest = R"(, "title": "T", "text": "It sank at noon.")";

TEST(FieldMatrix, TextsUnderEveryName) {
  for (const std::string& name : words(kTextNames)) {
    for (const char* value :
         {R"("It sank at noon.")", R"("<p>It sank <b>at</b> noon.</p>")", R"(["It sank at noon."])",
          R"([{"type": "p", "text": "It sank at noon."}])",
          R"({"rendered": "It sank at noon."})"}) {
      expect_part("\"" + name + "\": " + value + R"(, "title": "T")", "It sank at noon.",
                  [](const Article& article) { return article.body; });
    }
  }
}

TEST(FieldMatrix, HeadlinesUnderEveryName) {
  for (const std::string& name : words(kHeadlineNames)) {
    expect_part("\"" + name + R"(": "Ferry sinks", "text": "It sank.")", "Ferry sinks",
                [](const Article& article) { return article.headline; });
  }
}

TEST(FieldMatrix, DatesUnderEveryNameInEveryForm) {
  for (const std::string& name : words(kDateNames)) {
    for (const Form& form : kDateForms) {
      expect_part("\"" + name + "\": " + form.json + kRest, form.date, date_of);
    }
  }
}

TEST(FieldMatrix, OtherPartsUnderEveryName) {
  for (const std::string& name : words(kUrlNames)) {
    expect_part("\"" + name + R"(": "https://o.example/1")" + kRest, "https://o.example/1",
                [](const Article& article) { return article.url; });
  }
  for (const std::string& name : words(kSourceNames)) {
    expect_part("\"" + name + R"(": "The Echo")" + kRest, "The Echo",
                [](const Article& article) { return article.source; });
  }
  for (const std::string& name : words(kBylineNames)) {
    expect_part("\"" + name + R"(": ["Ann Ode", "Bo Ek"])" + kRest, "Ann Ode, Bo Ek",
                [](const Article& article) { return article.byline; });
  }
  for (const std::string& name : words(kSectionNames)) {
    expect_part("\"" + name + R"(": [{"name": "Sport"}])" + kRest, "Sport",
                [](const Article& article) { return article.section; });
  }
  for (const std::string& name : words(kIdNames)) {
    expect_part("\"" + name + R"(": "x:17")" + kRest, "x:17",
                [](const Article& article) { return article.id; });
  }
  for (const std::string& name : words(kLanguageNames)) {
    expect_part("\"" + name + R"(": "english")" + kRest, "en",
                [](const Article& article) { return article.language; });
  }
}

// The same names head the columns of tables.
TEST(FieldMatrix, ColumnsUnderEveryName) {
  const auto read = [](const std::string& header, const std::string& cells) {
    SourceNotes notes;
    RawDocument document{{"t.csv", "", 1}, 1, Format::kTable, header + "\n" + cells + "\n"};
    TableForm form{',', '"', {}};
    form.first_row = cells_of_row(header, form);
    document.table = std::make_shared<TableForm>(form);
    return std::get<Article>(parse(std::move(document), {}, notes).at(0));
  };
  for (const std::string& name : words(kTextNames)) {
    EXPECT_EQ(read("title," + name, "T,It sank at noon.").body, "It sank at noon.") << name;
  }
  for (const std::string& name : words(kHeadlineNames)) {
    EXPECT_EQ(read(name + ",text", "T,It sank.").headline, "T") << name;
  }
  for (const std::string& name : words(kDateNames)) {
    EXPECT_EQ(date_of(read("title,text," + name, "T,It sank.,2020-01-02")), "2020-01-02") << name;
  }
  for (const std::string& name : words(kUrlNames)) {
    EXPECT_EQ(read("title,text," + name, "T,It sank.,https://o.example/1").url,
              "https://o.example/1")
        << name;
  }
}

TEST(FieldMatrix, NamesStandOnceInTheTable) {
  std::set<std::string> met;
  for (const UsualNames& usual : kUsualNames) {
    for (const std::string& key : words(usual.keys)) {
      EXPECT_EQ(name_key(key), key);
      EXPECT_TRUE(met.insert(key).second) << key << " stands twice";
    }
  }
}

}  // namespace
}  // namespace dateline::indexer
