#include "searcher/query/query_bounds.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/analyser.h"
#include "common/utf8.h"
#include "searcher/query/interpretation.h"
#include "searcher/query/pattern_reader.h"
#include "searcher/query/query.h"

namespace dateline::searcher {
namespace {

// As the analyser parts them: a word with many hyphens is many words.
std::size_t count_words(const Lexeme& lexeme, Analyser& analyser) {
  if (lexeme.kind != LexemeKind::kWord && lexeme.kind != LexemeKind::kQuoted) return 0;
  analyser.analyse(lexeme.text);
  return std::max<std::size_t>(analyser.next_position(), 1);
}

// Patterns in a word or phrase of the text.
std::size_t patterns_of(const Node& node) {
  const auto in_text = [](const auto* text) {
    return text != nullptr && text->field.is_text() ? count_patterns(text->typed) : 0;
  };
  return in_text(std::get_if<WordNode>(&node.value)) +
         in_text(std::get_if<PhraseNode>(&node.value));
}

// Counts what is costly, in the order in which it was typed.
class CostCheck {
 public:
  std::optional<QueryMistake> check(const Node& node) {
    if (std::holds_alternative<NearNode>(node.value) && ++nears_ > kMaxNearOperators) {
      return QueryMistake{node.begin,
                          fmt::format("too many of NEAR, ADJ, /s and /p; {} are the most: look for "
                                      "some of the words anywhere, with AND",
                                      kMaxNearOperators)};
    }
    patterns_ += patterns_of(node);
    if (patterns_ > kMaxPatterns) {
      return QueryMistake{node.begin, fmt::format("too many words with *, ? or ~; {} are the most: "
                                                  "write some of them out",
                                                  kMaxPatterns)};
    }
    const auto* children = children_of(node);
    for (std::size_t i = 0; children != nullptr && i < children->size(); ++i) {
      if (auto mistake = check((*children)[i])) return mistake;
    }
    return std::nullopt;
  }

 private:
  std::size_t nears_ = 0;
  std::size_t patterns_ = 0;
};

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

std::optional<QueryMistake> check_costly(const Node& root) {
  return CostCheck().check(root);
}

std::string too_deep() {
  return fmt::format("brackets and NOTs lie more than {} deep", kMaxQueryDepth);
}

}  // namespace dateline::searcher
