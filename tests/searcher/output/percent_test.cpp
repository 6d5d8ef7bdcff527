#include "searcher/output/reference.h"

#include <gtest/gtest.h>

namespace dateline::searcher {
namespace {

TEST(PercentEncoded, KeepsLettersDigitsAndWhatItIsTold) {
  EXPECT_EQ(percent_encoded("a Z9-é\n", "-"), "a%20Z9-%C3%A9%0A");
}

TEST(WebAddress, IsThatOfTheWebOnly) {
  const std::string_view others[] = {"",
                                     "javascript:alert(1)",
                                     " https://a.example",
                                     "data:text/html,x",
                                     "file:///etc/passwd",
                                     "//a.example",
                                     "a.example",
                                     "https:a.example",
                                     "http://",
                                     "http:///path",
                                     "https://\u202ea.example",
                                     "java\nscript:x"};
  for (const auto url : others) EXPECT_EQ(web_address(url), "") << url;
  EXPECT_EQ(web_address("HTTPS://a.example/x?y=1&z=%20#part"),
            "HTTPS://a.example/x?y=1&z=%20#part");
}

TEST(WebAddress, EndsNeitherAttributesNorBraces) {
  EXPECT_EQ(web_address("http://a.example/\"'<>{}\\ \t\u202eé"),
            "http://a.example/%22%27%3C%3E%7B%7D%5C%20%09%E2%80%AE%C3%A9");
}

}  // namespace
}  // namespace dateline::searcher
