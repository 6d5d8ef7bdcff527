#include <string>
#include <string_view>
#include <variant>

#include "searcher/query/day_range.h"
#include "searcher/query/lexer.h"
#include "searcher/query/query.h"

namespace dateline::searcher {
namespace {

std::string prefix_of(const FieldName& field, Form form) {
  return (field.empty() ? "" : field + ":") + (form == Form::kExact ? "=" : "");
}

std::string quoted(std::string_view text) {
  const bool curly = text.find('"') != std::string_view::npos;
  return (curly ? "“" : "\"") + std::string(text) + (curly ? "”" : "\"");
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
    return prefix + (plain ? word.typed : quoted(word.typed));
  }

  std::string operator()(const PhraseNode& phrase) const {
    return prefix_of(phrase.field, phrase.form) + quoted(phrase.typed);
  }

  std::string operator()(const AndNode& node) const { return joined(node.children, " AND "); }
  std::string operator()(const OrNode& node) const { return joined(node.children, " OR "); }
  std::string operator()(const NotNode& node) const { return "NOT " + operand(node.child.front()); }
  std::string operator()(const DateNode& node) const { return "date:" + to_query_text(node.range); }
  std::string operator()(const UndatedNode&) const { return "undated:"; }

  std::string joined(const std::vector<Node>& children, std::string_view sign) const {
    std::string text;
    for (const Node& child : children) {
      if (&child != &children.front()) text += sign;
      text += operand(child);
    }
    return text;
  }

  std::string operand(const Node& node) const {
    const bool combined =
        std::holds_alternative<AndNode>(node.value) || std::holds_alternative<OrNode>(node.value);
    std::string text = std::visit(*this, node.value);
    return combined ? "(" + text + ")" : text;
  }
};

}  // namespace

std::string to_string(const Query& query) {
  return std::visit(Printer{}, query.root.value);
}

}  // namespace dateline::searcher
