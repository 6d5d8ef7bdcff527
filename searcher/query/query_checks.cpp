#include "searcher/query/query_checks.h"

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

// What the patterns in a word or phrase of the text cost.
std::size_t patterns_of(const Node& node) {
  const auto in_text = [](const auto* text) {
    return text != nullptr && text->field.is_text() ? cost_of_patterns(text->typed) : 0;
  };
  return in_text(std::get_if<WordNode>(&node.value)) +
         in_text(std::get_if<PhraseNode>(&node.value));
}

// What is costly, counted in the order in which it was typed.
struct Cost {
  std::size_t nears = 0;
  std::size_t patterns = 0;
};

std::optional<QueryMistake> add_costs(const Node& node, Cost& cost) {
  if (std::holds_alternative<NearNode>(node.value) && ++cost.nears > kMaxNearOperators) {
    return QueryMistake{node.begin,
                        fmt::format("too many of NEAR, ADJ, /s and /p; {} are the most: look for "
                                    "some of the words anywhere, with AND",
                                    kMaxNearOperators)};
  }
  cost.patterns += patterns_of(node);
  if (cost.patterns > kMaxPatterns) {
    return QueryMistake{node.begin, fmt::format("too many words with *, ? or ~; {} are the most, "
                                                "{} of those that begin with a sign or are fuzzy: "
                                                "write some of them out",
                                                kMaxPatterns, kMaxPatterns / 16)};
  }
  if (const auto* children = children_of(node)) {
    for (const Node& child : *children) {
      if (auto mistake = add_costs(child, cost)) return mistake;
    }
  }
  return std::nullopt;
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

std::optional<QueryMistake> check_costly(const Node& root) {
  Cost cost;
  return add_costs(root, cost);
}

std::optional<std::string> why_no_spots(const Node& node, std::string_view asked_by) {
  if (node.weight != 1) {
    return fmt::format("a weight inside of {0} says nothing; weigh it as a whole: (... )^2",
                       asked_by);
  }
  if (const Field* field = field_of_text(node)) {
    if (field->is_text()) return std::nullopt;
    return fmt::format("{} works in the text only, not in '{}:'", asked_by, field->name());
  }
  if (std::holds_alternative<AndNode>(node.value)) {
    return fmt::format(
        "words that stand anywhere have no one place, as {} wants it; put a phrase in "
        "quotes, or write it once for each word",
        asked_by);
  }
  if (std::holds_alternative<NotNode>(node.value)) {
    return fmt::format(
        "what is left out has no place, as {0} wants it; put brackets around what "
        "NOT is about, or write 'a NOT NEAR/5 b'",
        asked_by);
  }
  const bool has_spots = std::holds_alternative<OrNode>(node.value) ||
                         std::holds_alternative<SynonymNode>(node.value) ||
                         std::holds_alternative<NearNode>(node.value);
  if (!has_spots) {
    return fmt::format("{} wants words, phrases or alternatives of them, and this is none",
                       asked_by);
  }
  for (const Node& child : *children_of(node)) {
    if (auto reason = why_no_spots(child, asked_by)) return reason;
  }
  return std::nullopt;
}

std::string too_deep() {
  return fmt::format("brackets and NOTs lie more than {} deep", kMaxQueryDepth);
}

}  // namespace dateline::searcher
