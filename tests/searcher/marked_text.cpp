#include "tests/searcher/marked_text.h"

#include <gtest/gtest.h>

#include <utility>
#include <variant>

#include "common/utf8.h"
#include "searcher/query/parser.h"

namespace dateline::searcher {

Query query_of(std::string_view text) {
  ParseOptions options;
  options.archive_fields = {"topics"};
  auto parsed = parse_query(text, options);
  if (const auto* mistake = std::get_if<QueryMistake>(&parsed)) {
    ADD_FAILURE() << text << ": " << mistake->message;
    return {Node{AllNode{}}};
  }
  return std::get<Query>(std::move(parsed));
}

Article article_of(std::string_view body, std::string_view headline) {
  Article article;
  article.headline = headline;
  article.body = body;
  article.language = "en";
  return article;
}

std::string marked(const HighlightedText& text) {
  std::string shown;
  std::size_t character = 0;
  auto next = text.highlights.begin();
  const auto mark = [&] {
    if (next != text.highlights.end() && character == next->second) {
      shown += ']';
      ++next;
    }
    if (next != text.highlights.end() && character == next->first) shown += '[';
  };
  for (std::string_view rest = text.text; !rest.empty(); ++character) {
    mark();
    const std::size_t bytes = first_character(rest).bytes;
    shown += rest.substr(0, bytes);
    rest.remove_prefix(bytes);
  }
  mark();
  return shown;
}

}  // namespace dateline::searcher
