#include "searcher/query/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "searcher/query/day_range.h"
#include "searcher/query/lexer.h"
#include "searcher/query/operators.h"

namespace dateline::searcher {
namespace {

std::string prefix_of(const Field& field, Form form) {
  return (field.name().empty() ? "" : field.name() + ":") + (form == Form::kExact ? "=" : "");
}

// In quotes of a kind that the text does not hold, if there is one; see lexer.h.
std::string in_quotes(std::string_view text) {
  static const std::vector<std::vector<std::string_view>> kinds = {
      // the first opens, the second closes
      {"\"", "\""},
      {"“", "”", "„", "‟"},
      {"«", "»", "‹", "›"},
      {"「", "」", "『", "』"}};
  const auto fits = std::ranges::find_if(kinds, [text](const auto& quotes) {
    return std::ranges::none_of(quotes, [text](std::string_view quote) {
      return text.find(quote) != std::string_view::npos;
    });
  });
  const auto& quotes = fits == kinds.end() ? kinds.front() : *fits;
  return fmt::format("{}{}{}", quotes[0], text, quotes[1]);
}

// A word that was not typed may hold what the lexer would take apart.
bool reads_as_one_word(const std::string& printed, std::string_view word) {
  const auto split = split_query(printed);
  const auto* lexemes = std::get_if<std::vector<Lexeme>>(&split);
  if (lexemes == nullptr || lexemes->size() < 2) return false;
  const Lexeme& last = (*lexemes)[lexemes->size() - 2];
  return last.kind == LexemeKind::kWord && last.text == word;
}

struct Printer {
  std::string operator()(const AllNode&) const { return "*"; }

  std::string operator()(const WordNode& word) const {
    const std::string prefix = prefix_of(word.field, word.form);
    const bool plain =
        word.form != Form::kSpelling && reads_as_one_word(prefix + word.typed, word.typed);
    return prefix + (plain ? word.typed : in_quotes(word.typed));
  }

  std::string operator()(const PhraseNode& phrase) const {
    return prefix_of(phrase.field, phrase.form) + in_quotes(phrase.typed);
  }

  std::string operator()(const AndNode& node) const { return joined(node.children, " AND "); }
  std::string operator()(const OrNode& node) const { return joined(node.children, " OR "); }
  std::string operator()(const NotNode& node) const { return "NOT " + operand(node.child.front()); }
  std::string operator()(const SynonymNode& node) const {
    return fmt::format("syn({})", joined(node.children, " "));
  }
  std::string operator()(const NearNode& node) const {
    return fmt::format("{} {}{} {}", operand(node.sides.front()), node.negated ? "NOT " : "",
                       to_text({node.reach, node.distance, node.order}),
                       operand(node.sides.back()));
  }
  std::string operator()(const AtLeastNode& node) const {
    return fmt::format("atleast{}({})", node.times, print(node.child.front()));
  }
  std::string operator()(const DateNode& node) const { return "date:" + to_query_text(node.range); }
  std::string operator()(const UndatedNode&) const { return "undated:"; }
  std::string operator()(const NumberNode& node) const {
    const std::string_view field = node.quantity == Quantity::kWords ? "words" : "copies";
    if (node.most && *node.most == node.least) return fmt::format("{}:{}", field, node.least);
    if (!node.most) return fmt::format("{}:{}..", field, node.least);
    return fmt::format("{}:{}..{}", field, node.least, *node.most);
  }

  std::string joined(const std::vector<Node>& children, std::string_view sign) const {
    std::string text;
    for (const Node& child : children) {
      if (&child != &children.front()) text += sign;
      text += operand(child);
    }
    return text;
  }

  std::string operand(const Node& node) const {
    const bool weighs = node.weight != 1;
    return is_combined(node) && !weighs ? fmt::format("({})", print(node)) : print(node);
  }

  std::string print(const Node& node) const {
    std::string text = std::visit(*this, node.value);
    if (node.weight == 1) return text;
    if (const auto* word = std::get_if<WordNode>(&node.value); word && is_identifier(word->field)) {
      text = word->field.name() + ":" +
             in_quotes(word->typed);  // without quotes the weight is part of it
    }
    const bool binds = is_combined(node) || std::holds_alternative<NotNode>(node.value);
    return binds ? fmt::format("({})^{}", text, node.weight)
                 : fmt::format("{}^{}", text, node.weight);
  }

  static bool is_identifier(const Field& field) {
    return field.kind() == FieldKind::kIdentity || field.kind() == FieldKind::kUrl;
  }

  static bool is_combined(const Node& node) {
    return std::holds_alternative<AndNode>(node.value) ||
           std::holds_alternative<OrNode>(node.value) ||
           std::holds_alternative<NearNode>(node.value);
  }
};

}  // namespace

std::string to_string(const Query& query) {
  return node_text(query.root);
}

std::string node_text(const Node& node) {
  return Printer{}.print(node);
}

std::vector<Node>* children_of(Node& node) {
  if (auto* all = std::get_if<AndNode>(&node.value)) return &all->children;
  if (auto* any = std::get_if<OrNode>(&node.value)) return &any->children;
  if (auto* alike = std::get_if<SynonymNode>(&node.value)) return &alike->children;
  if (auto* near = std::get_if<NearNode>(&node.value)) return &near->sides;
  if (auto* none = std::get_if<NotNode>(&node.value)) return &none->child;
  if (auto* at_least = std::get_if<AtLeastNode>(&node.value)) return &at_least->child;
  return nullptr;
}

const std::vector<Node>* children_of(const Node& node) {
  return children_of(const_cast<Node&>(node));
}

const Field* field_of_text(const Node& node) {
  if (const auto* word = std::get_if<WordNode>(&node.value)) return &word->field;
  const auto* phrase = std::get_if<PhraseNode>(&node.value);
  return phrase != nullptr ? &phrase->field : nullptr;
}

}  // namespace dateline::searcher
