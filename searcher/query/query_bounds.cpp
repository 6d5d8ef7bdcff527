#include "searcher/query/query_bounds.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/analyser.h"
#include "common/utf8.h"
#include "searcher/query/node_children.h"

namespace dateline::searcher {
namespace {

// Those between blanks, or those that hyphens and the like part, whichever are more.
std::size_t count_words(const Lexeme& lexeme, Analyser& analyser) {
  if (lexeme.kind != LexemeKind::kWord && lexeme.kind != LexemeKind::kQuoted) return 0;
  std::size_t words = 1;
  for (std::size_t at = 1; at < lexeme.text.size(); ++at) {
    if (lexeme.text[at] != ' ' && lexeme.text[at - 1] == ' ') ++words;
  }
  analyser.analyse(lexeme.text);
  return std::max<std::size_t>(words, analyser.next_position());
}

// The first node that lies deeper than kMaxQueryDepth.
const Node* first_too_deep(const Node& node, std::size_t depth) {
  if (depth > kMaxQueryDepth) return &node;
  if (const auto* children = children_of(node)) {
    for (const Node& child : *children) {
      if (const Node* found = first_too_deep(child, depth + 1)) return found;
    }
  }
  return nullptr;
}

}  // namespace

std::optional<QueryMistake> check_bytes(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    return QueryMistake{
        count_characters(text.substr(0, kMaxQueryBytes)),
        fmt::format("the query is {} bytes long; {} are the most", text.size(), kMaxQueryBytes)};
  }
  std::size_t column = 0;
  for (; !text.empty(); ++column) {
    const Utf8Character c = first_character(text);
    if (!c.valid)
      return QueryMistake{column, "this is not UTF-8; check the encoding of the terminal"};
    text.remove_prefix(c.bytes);
  }
  return std::nullopt;
}

std::optional<QueryMistake> check_words(const std::vector<Lexeme>& lexemes) {
  Analyser analyser;
  std::size_t words = 0;
  for (const Lexeme& lexeme : lexemes) {
    words += count_words(lexeme, analyser);
    if (words > kMaxQueryWords) {
      return QueryMistake{lexeme.begin,
                          fmt::format("too many words; {} are the most", kMaxQueryWords)};
    }
  }
  return std::nullopt;
}

std::optional<QueryMistake> check_depth(const Node& root) {
  const Node* deep = first_too_deep(root, 0);
  if (deep == nullptr) return std::nullopt;
  return QueryMistake{deep->begin, too_deep()};
}

std::string too_deep() {
  return fmt::format("brackets and NOTs lie more than {} deep", kMaxQueryDepth);
}

}  // namespace dateline::searcher
