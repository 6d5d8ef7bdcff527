#include "searcher/output/writers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <gumbo.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "searcher/output/html_text.h"
#include "tests/searcher/output/results.h"

namespace dateline::searcher {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Element {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;  // of the element itself, not of those in it
};

// A page as a browser reads it.
class Document {
 public:
  explicit Document(const std::string& html)
      : html_(html),
        parsed_(gumbo_parse_with_options(&kGumboDefaultOptions, html_.data(), html_.size())) {
    errors_ = parsed_->errors.length;
    walk(*parsed_->root);
  }
  ~Document() { gumbo_destroy_output(&kGumboDefaultOptions, parsed_); }
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  std::size_t errors() const { return errors_; }
  const std::vector<Element>& elements() const { return elements_; }

  std::vector<Element> all(std::string_view name) const {
    std::vector<Element> found;
    for (const Element& element : elements_) {
      if (element.name == name) found.push_back(element);
    }
    return found;
  }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const Element& element : elements_) names.push_back(element.name);
    return names;
  }

 private:
  void walk(const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT) return;
    const GumboElement& read = node.v.element;
    Element element{gumbo_normalized_tagname(read.tag), {}, {}};
    if (read.tag == GUMBO_TAG_UNKNOWN) element.name = "unknown";
    for (unsigned at = 0; at < read.attributes.length; ++at) {
      const auto* attribute = static_cast<const GumboAttribute*>(read.attributes.data[at]);
      element.attributes.emplace_back(attribute->name, attribute->value);
    }
    const std::size_t place = elements_.size();
    elements_.push_back(element);
    for (unsigned at = 0; at < read.children.length; ++at) {
      const auto* child = static_cast<const GumboNode*>(read.children.data[at]);
      if (child->type == GUMBO_NODE_TEXT) elements_[place].text += child->v.text.text;
      walk(*child);
    }
  }

  std::string html_;
  GumboOutput* parsed_;
  std::size_t errors_ = 0;
  std::vector<Element> elements_;
};

std::string attribute(const Element& element, std::string_view name) {
  for (const auto& [known, value] : element.attributes) {
    if (known == name) return value;
  }
  return "";
}

TEST(ToHtml, IsReadWithoutAMistake) {
  for (const SearchResult& result :
       {full_result(), sparse_result(), hostile_result(), SearchResult{}}) {
    EXPECT_EQ(Document(to_html(result)).errors(), 0u);
  }
}

TEST(ToHtml, HasNoElementFromAnArticle) {
  SearchResult harmless = full_result();
  harmless.hits.resize(1);
  Hit& hit = harmless.hits.front();
  hit.article.url.clear();
  hit.headline.highlights = hit.snippet.highlights = {{0, 1}, {2, 3}};
  EXPECT_EQ(Document(to_html(hostile_result())).names(), Document(to_html(harmless)).names());
}

TEST(ToHtml, HasNoAttributeFromAnArticleButItsAddress) {
  const Document page(to_html(hostile_result()));
  for (const Element& element : page.elements()) {
    for (const auto& [name, value] : element.attributes) {
      EXPECT_THAT(name, Not(testing::StartsWith("on")));
      EXPECT_THAT(value, Not(HasSubstr("alert")));
      EXPECT_NE(name, "style");
    }
  }
}

TEST(ToHtml, FetchesNothing) {
  const Document page(to_html(full_result()));
  const std::set<std::string> known = {"html",   "head", "meta",    "title",  "style", "body",
                                       "header", "h1",   "dl",      "dt",     "dd",    "main",
                                       "ol",     "li",   "article", "h2",     "a",     "mark",
                                       "p",      "time", "bdi",     "footer", "span"};
  for (const Element& element : page.elements()) {
    EXPECT_EQ(known.count(element.name), 1u) << element.name;
    EXPECT_EQ(attribute(element, "src"), "");
    EXPECT_THAT(element.text, Not(HasSubstr("url(")));
  }
  const auto metas = page.all("meta");
  EXPECT_THAT(attribute(metas.at(1), "http-equiv"), "Content-Security-Policy");
  EXPECT_THAT(attribute(metas.at(1), "content"), HasSubstr("default-src 'none'"));
}

TEST(ToHtml, LinksToTheWebOnlyAndTellsItNothing) {
  const auto links = Document(to_html(full_result())).all("a");
  ASSERT_EQ(links.size(), 2u);
  EXPECT_EQ(attribute(links[0], "href"), "https://gazette.example/17");
  EXPECT_EQ(attribute(links[0], "rel"), "noopener noreferrer nofollow");
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "/etc/passwd", ""}) {
    SearchResult result = full_result();
    for (Hit& hit : result.hits) hit.article.url = url;
    EXPECT_THAT(Document(to_html(result)).all("a"), IsEmpty()) << url;
  }
}

TEST(ToHtml, MarksWhatMatched) {
  const auto marks = Document(to_html(full_result())).all("mark");
  ASSERT_EQ(marks.size(), 4u);
  EXPECT_EQ(marks[0].text, "Harbour");
  EXPECT_EQ(marks[1].text, "harbour");
}

TEST(ToHtml, SaysTheLanguageOfEachArticleWhereItIsKnown) {
  SearchResult result = full_result();
  result.hits[0].article.language = "ar";
  result.hits[1].article.language = "x\" y";
  const auto articles = Document(to_html(result)).all("article");
  EXPECT_EQ(attribute(articles.at(0), "lang"), "ar");
  EXPECT_EQ(attribute(articles.at(1), "lang"), "");
  for (const Element& headline : Document(to_html(result)).all("h2")) {
    EXPECT_EQ(attribute(headline, "dir"), "auto");
  }
}

TEST(ToHtml, GivesTimesAsMachinesReadThem) {
  const auto times = Document(to_html(full_result())).all("time");
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(attribute(times[0], "datetime"), "2023-01-13T09:41+05:30");
  EXPECT_EQ(attribute(times[1], "datetime"), "2023-03");
  EXPECT_THAT(Document(to_html(sparse_result())).all("time"), IsEmpty());
}

std::vector<std::string> texts_of(const SearchResult& result, std::string_view element) {
  std::vector<std::string> texts;
  for (const Element& found : Document(to_html(result)).all(element)) texts.push_back(found.text);
  return texts;
}

TEST(ToHtml, TellsOfCopiesAndVersionsWhereCopiesAreOne) {
  EXPECT_THAT(texts_of(full_result(), "dt"), Contains("With copies as one"));
  EXPECT_THAT(texts_of(full_result(), "dd"), Contains("201"));
  const auto lines = texts_of(full_result(), "p");
  EXPECT_THAT(lines, Contains("also in Sentinel, Courier and 3 more").Times(2));
  EXPECT_THAT(lines, Contains("other versions: Coastal Gazette").Times(2));
  EXPECT_THAT(lines, Contains("1-2 of 201 in 234 articles, 12 undated left out"));
  EXPECT_THAT(texts_of(sparse_result(), "dt"), Not(Contains("With copies as one")));
  EXPECT_THAT(texts_of(sparse_result(), "p"), Not(Contains(HasSubstr("also in"))));
}

TEST(ToHtml, TellsTheNotesInItsHead) {
  EXPECT_THAT(texts_of(full_result(), "dd"), Contains(full_result().notes.at(0)));
  EXPECT_THAT(texts_of(sparse_result(), "dt"), Not(Contains("Note")));
}

TEST(HtmlText, IsTextBetweenTagsAndBetweenQuotes) {
  EXPECT_EQ(html_text("<b>\"a\" & 'b'</b>\n\x1b\xff\u202e\ufdd0"),
            "&lt;b&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/b&gt; \\x1b\\xff\\u{202e}\uFFFD");
}

TEST(HtmlText, MarksCodePointsAndSurvivesRangesBeyondTheText) {
  EXPECT_EQ(html_text(HighlightedText{"Öl & Gas", {{0, 2}, {3, 4}, {5, 99}}}),
            "<mark>Öl</mark> <mark>&amp;</mark> <mark>Gas</mark>");
  EXPECT_EQ(html_text(HighlightedText{"a\xff\xff"
                                      "b",
                                      {{1, 3}, {9, 12}}}),
            "a<mark>\\xff\\xff</mark>b");
}

}  // namespace
}  // namespace dateline::searcher
