#include "searcher/query/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "common/utf8.h"
#include "searcher/query/day_range.h"
#include "searcher/query/field_names.h"
#include "searcher/query/lexer.h"

namespace dateline::searcher {
namespace {

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

std::size_t count_words(const Lexeme& lexeme) {
  if (lexeme.kind == LexemeKind::kWord) return 1;
  if (lexeme.kind != LexemeKind::kQuoted) return 0;
  std::size_t words = 1;
  for (std::size_t at = 1; at < lexeme.text.size(); ++at) {
    if (lexeme.text[at] != ' ' && lexeme.text[at - 1] == ' ') ++words;
  }
  return words;
}

std::optional<QueryMistake> check_words(const std::vector<Lexeme>& lexemes) {
  std::size_t words = 0;
  for (const Lexeme& lexeme : lexemes) {
    words += count_words(lexeme);
    if (words > kMaxQueryWords) {
      return QueryMistake{lexeme.begin,
                          fmt::format("too many words; {} are the most", kMaxQueryWords)};
    }
  }
  return std::nullopt;
}

const std::vector<Node>* children_of(const Node& node) {
  if (const auto* both = std::get_if<AndNode>(&node.value)) return &both->children;
  if (const auto* either = std::get_if<OrNode>(&node.value)) return &either->children;
  if (const auto* negation = std::get_if<NotNode>(&node.value)) return &negation->child;
  return nullptr;
}

// The first node that lies deeper than kMaxQueryDepth. Side by side and OR nest without a bracket,
// so counting brackets is not enough: the printed query has them all and must be read back.
const Node* first_too_deep(const Node& node, std::size_t depth) {
  if (depth > kMaxQueryDepth) return &node;
  if (const auto* children = children_of(node)) {
    for (const Node& child : *children) {
      if (const Node* found = first_too_deep(child, depth + 1)) return found;
    }
  }
  return nullptr;
}

// Whether the node narrows a search down instead of saying what to look for.
bool is_limit(const Node& node) {
  return std::holds_alternative<NotNode>(node.value) ||
         std::holds_alternative<DateNode>(node.value) ||
         std::holds_alternative<UndatedNode>(node.value);
}

template <typename Combination>
Node combine(std::vector<Node> children) {
  if (children.size() == 1) return std::move(children.front());
  const std::size_t begin = children.front().begin;
  const std::size_t end = children.back().end;
  return {Combination{std::move(children)}, begin, end};
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// After a mistake, of which the first is kept, the nodes that are still returned mean nothing.
class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, const ParseOptions& options)
      : lexemes_(std::move(lexemes)), options_(options) {}

  std::variant<Query, QueryMistake> parse() {
    if (next().kind == LexemeKind::kEnd) {
      return QueryMistake{0, "the query holds no word to search for"};
    }
    Query query{read_or()};
    if (next().kind == LexemeKind::kClose) fail(next(), "no bracket is open here");
    if (mistake_) return *std::move(mistake_);
    if (const Node* deep = first_too_deep(query.root, 0)) {
      return QueryMistake{deep->begin, too_deep()};
    }
    return query;
  }

 private:
  Node read_or() {
    std::vector<Node> alternatives;
    do {
      alternatives.push_back(read_and());
    } while (!mistake_ && accept(LexemeKind::kOr));
    return combine<OrNode>(std::move(alternatives));
  }

  // One group where all must match; under kAny each operand without an AND before it begins
  // another.
  Node read_and() {
    std::vector<std::vector<Node>> groups(1);
    groups.back().push_back(read_not());
    while (!mistake_ && (next().kind == LexemeKind::kAnd || starts_operand(next().kind))) {
      const bool joined = accept(LexemeKind::kAnd) || options_.side_by_side == SideBySide::kAll;
      if (!joined) groups.emplace_back();
      groups.back().push_back(read_not());
    }
    return combine_groups(std::move(groups));
  }

  static Node combine_groups(std::vector<std::vector<Node>> groups) {
    std::vector<Node> alternatives;
    std::vector<Node> limits;
    for (auto& group : groups) {
      Node node = combine<AndNode>(std::move(group));
      (is_limit(node) ? limits : alternatives).push_back(std::move(node));
    }
    if (alternatives.empty()) return combine<AndNode>(std::move(limits));
    if (limits.empty()) return combine<OrNode>(std::move(alternatives));
    limits.insert(limits.begin(), combine<OrNode>(std::move(alternatives)));
    return combine<AndNode>(std::move(limits));
  }

  static bool starts_operand(LexemeKind kind) {
    return kind != LexemeKind::kEnd && kind != LexemeKind::kClose && kind != LexemeKind::kOr &&
           kind != LexemeKind::kAnd;
  }

  Node read_not() {
    const Lexeme sign = next();
    if (!accept(LexemeKind::kNot) && !accept(LexemeKind::kMinus)) return read_primary();
    const Nesting nesting(depth_);
    if (depth_ > kMaxQueryDepth) return fail(sign, too_deep());
    NotNode negation;
    negation.child.push_back(read_not());
    const std::size_t end = negation.child.front().end;
    return {std::move(negation), sign.begin, end};
  }

  Node read_primary() {
    switch (next().kind) {
      case LexemeKind::kOpen:
        return read_bracket();
      case LexemeKind::kField:
        return read_field();
      case LexemeKind::kAll: {
        const Lexeme all = take();
        return {AllNode{}, all.begin, all.end};
      }
      case LexemeKind::kWord:
      case LexemeKind::kQuoted:
      case LexemeKind::kExact:
        return read_text();
      default:
        return misplaced(next());
    }
  }

  // An operand should be here, but a bracket, an operator or the end of the query is.
  Node misplaced(const Lexeme& lexeme) {
    const Lexeme& before = at_ > 0 ? lexemes_[at_ - 1] : lexeme;
    const bool ends = lexeme.kind == LexemeKind::kEnd || lexeme.kind == LexemeKind::kClose;
    if (ends && before.kind == LexemeKind::kOpen) {
      return fail(before, lexeme.kind == LexemeKind::kEnd
                              ? "this bracket is never closed"
                              : "there is nothing between these brackets");
    }
    if (lexeme.kind == LexemeKind::kClose && at_ == 0)
      return fail(lexeme, "no bracket is open here");
    const Lexeme& stray = ends ? before : lexeme;
    return fail(stray, fmt::format("there is nothing {} '{}'; put it in quotes to search for it",
                                   ends ? "after" : "before", stray.text));
  }

  Node read_bracket() {
    const Lexeme open = take();
    const Nesting nesting(depth_);
    if (depth_ > kMaxQueryDepth) return fail(open, too_deep());
    Node inside = read_or();
    if (!accept(LexemeKind::kClose)) return fail(open, "this bracket is never closed");
    return inside;
  }

  Node read_field() {
    const Lexeme lexeme = take();
    const std::string name = lower_ascii(lexeme.text);
    if (!built_in_fields().contains(name) && !options_.archive_fields.contains(name)) {
      return fail(lexeme, unknown_field(lexeme.text, options_.archive_fields));
    }
    if (!field_.empty()) return fail(lexeme, "a field cannot stand inside another field");
    const bool followed = next().begin == lexeme.end && next().kind != LexemeKind::kClose &&
                          next().kind != LexemeKind::kEnd;
    if (name == "undated") {
      if (followed) return fail(next(), "nothing can follow 'undated:'");
      return {UndatedNode{}, lexeme.begin, lexeme.end};
    }
    if (!followed) {
      return fail(lexeme,
                  fmt::format("there is nothing after '{0}:'; write {0}:{1}, without a space", name,
                              name == "date" ? "2023" : "word"));
    }
    field_ = name;
    Node operand = read_primary();
    field_.clear();
    operand.begin = lexeme.begin;
    return operand;
  }

  Node read_text() {
    const Lexeme first = next();
    const bool exact = accept(LexemeKind::kExact);
    if (next().kind != LexemeKind::kWord && next().kind != LexemeKind::kQuoted) {
      return fail(first, "'=' asks for one exact word or phrase; there is none after it");
    }
    const Lexeme text = take();
    if (field_ == "date") return read_date(text, exact);
    if (text.kind == LexemeKind::kWord) {
      const Form form = exact ? Form::kExact : Form::kStem;
      return {WordNode{std::string(text.text), form, field_}, first.begin, text.end};
    }
    const Form form = exact ? Form::kExact : Form::kSpelling;
    return {PhraseNode{std::string(text.text), form, field_}, first.begin, text.end};
  }

  Node read_date(const Lexeme& text, bool exact) {
    if (exact || text.kind == LexemeKind::kQuoted) {
      return fail(text, "a date is written without '=' and quotes: date:2023-01-13");
    }
    auto range = read_day_range(text.text);
    if (auto* mistake = std::get_if<DateMistake>(&range)) {
      const std::size_t columns = count_characters(text.text.substr(0, mistake->offset));
      return fail_at(text.begin + columns, std::move(mistake->message));
    }
    return {DateNode{std::get<DayRange>(range)}, text.begin, text.end};
  }

  static std::string too_deep() {
    return fmt::format("brackets and NOTs lie more than {} deep", kMaxQueryDepth);
  }

  const Lexeme& next() const { return lexemes_[at_]; }

  Lexeme take() { return lexemes_[at_++]; }  // never called at kEnd

  bool accept(LexemeKind kind) {
    if (next().kind != kind) return false;
    ++at_;
    return true;
  }

  Node fail(const Lexeme& lexeme, std::string message) {
    return fail_at(lexeme.begin, std::move(message));
  }

  Node fail_at(std::size_t column, std::string message) {
    if (!mistake_) mistake_ = QueryMistake{column, std::move(message)};
    return {};
  }

  class Nesting {
   public:
    explicit Nesting(std::size_t& depth) : depth_(depth) { ++depth_; }
    ~Nesting() { --depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

   private:
    std::size_t& depth_;
  };

  std::vector<Lexeme> lexemes_;
  const ParseOptions& options_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::string field_;  // that the text being read belongs to
  std::optional<QueryMistake> mistake_;
};

}  // namespace

std::variant<Query, QueryMistake> parse_query(std::string_view text, const ParseOptions& options) {
  if (auto mistake = check_bytes(text)) return *std::move(mistake);
  auto split = split_query(text);
  if (auto* mistake = std::get_if<QueryMistake>(&split)) return std::move(*mistake);
  auto& lexemes = std::get<std::vector<Lexeme>>(split);
  if (auto mistake = check_words(lexemes)) return *std::move(mistake);
  return Parser(std::move(lexemes), options).parse();
}

}  // namespace dateline::searcher
