#include "indexer/sources/html_text.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

std::string text(std::string_view html) {
  return std::string(trim(html_text(html)));
}

TEST(HtmlText, KnowsHtmlByItsTags) {
  for (const auto* html : {"<p>x</p>", "a<br>b", "a<br/>b", "<P CLASS='x'>y", "x</div>",
                           "<a href=1>y", "x <!-- y -->", "<h1>x"}) {
    EXPECT_TRUE(looks_like_html(html)) << html;
  }
  for (const auto* plain : {"", "a < b", "a<b", "I <3 it", "<John> said so", "1 < 2 and 3 > 2",
                            "<@user> hi", "<p", "mail <a@b.example>", "<pretty>", "->"}) {
    EXPECT_FALSE(looks_like_html(plain)) << plain;
  }
}

TEST(HtmlText, ReadsWhatAReaderSees) {
  const std::pair<const char*, const char*> cases[] = {
      {"<p class=\"lead\">The ferry <b>sank</b>.</p><p>Nobody<br>was hurt.</p>",
       "The ferry sank.\n\nNobody\n\nwas hurt."},
      {"<p>a</p><script>var b = '<p>c</p>';</script><style>d{}</style><!-- e --><p>f</p>",
       "a\n\nf"},
      {"<p>Tea &amp; rum &#8216;here&#8217; &hellip;</p>", "Tea & rum \u2018here\u2019 \u2026"},
      {"<p>&amp;lt; once</p>", "&lt; once"},
      {"<p>the captain&#146;s</p>", "the captain\u2019s"},
      {"<p>2 < 3 and I <3 it</p>", "2 < 3 and I <3 it"},
      {"<p>not closed<p>nor this <i>one", "not closed\n\nnor this one"},
      {"A<sup>2</sup> un<b>broken</b>", "A2 unbroken"},
      {"<ul><li>one</li><li>two</li></ul>", "one\n\ntwo"},
      {"<table><tr><td>1</td><td>2</td></tr></table>", "1  2"},
      {"<p>wrapped\nby hand</p>", "wrapped by hand"},
      {"A line.\n\nAnother, <b>bold</b>.", "A line.\n\nAnother, bold."},
      {"<meta charset=\"iso-8859-1\"><p>caf\u00e9</p>", "caf\u00e9"},
      {"<title>page</title><h1>Head</h1>Body", "Head\n\nBody"},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(text(html), expected) << html;
}

TEST(HtmlText, HoldsNoBytesThatEndAString) {
  EXPECT_EQ(text(std::string_view("<p>a\0b</p>", 10)), "a b");
}

TEST(HtmlText, IsBoundedInDepth) {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<b>";
  for (int i = 0; i < 20'000; ++i) deep += "</i>";
  EXPECT_EQ(text(deep + "tail"), "tail");
}

TEST(HtmlText, SurvivesACutAtEveryByte) {
  const std::string html =
      "<div><p class='a'>Caf\u00e9 &eacute;&#233;</p><!-- x --><script>y</script><br/></div>";
  for (std::size_t size = 0; size <= html.size(); ++size) {
    looks_like_html(html.substr(0, size));
    EXPECT_EQ(text(html.substr(0, size)).find("script"), std::string::npos);
  }
}

}  // namespace
}  // namespace dateline::indexer
