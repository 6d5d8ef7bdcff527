#include "searcher/query/parser.h"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "common/text/ascii.h"
#include "searcher/query/field.h"
#include "searcher/query/habits.h"
#include "searcher/query/lexer.h"
#include "searcher/query/operand_reader.h"
#include "searcher/query/query_checks.h"
#include "searcher/query/reading_notes.h"

namespace dateline::searcher {
namespace {

bool is_limit(const Node& node) {
  return std::holds_alternative<NotNode>(node.value) ||
         std::holds_alternative<DateNode>(node.value) ||
         std::holds_alternative<UndatedNode>(node.value) ||
         std::holds_alternative<NumberNode>(node.value);
}

// Of nodes, of which there is one at least; the node itself where it is the only one.
template <typename Combination>
Node combine(std::vector<Node> children) {
  if (children.size() == 1) return std::move(children.front());
  const std::size_t begin = children.front().begin;
  const std::size_t end = children.back().end;
  return {Combination{std::move(children)}, begin, end};
}

// What words side by side mean: in each group all must match, and of several groups one; but groups
// that only narrow a search down (NOT, dates, numbers) stay conditions on it.
Node any_group_within_limits(std::vector<std::vector<Node>> groups) {
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
    if (const auto& mistake = lexemes_.mistake()) return *mistake;
    if (auto mistake = check_depth(query.root)) return *std::move(mistake);
    if (auto mistake = check_costly(query.root)) return *std::move(mistake);
    return query;
  }

 private:
  Node read_or() {
    std::vector<Node> alternatives;
    do {
      alternatives.push_back(read_and());
    } while (!lexemes_.mistake() && accept(LexemeKind::kOr));
    return combine<OrNode>(std::move(alternatives));
  }

  // One group where all must match; under kAny each operand without an AND before it begins
  // another.
  Node read_and() {
    std::vector<std::vector<Node>> groups(1);
    groups.back().push_back(read_near());
    while (!lexemes_.mistake() &&
           (next().kind == LexemeKind::kAnd || starts_operand(next().kind))) {
      const bool joined = accept(LexemeKind::kAnd) || options_.side_by_side == SideBySide::kAll;
      if (!joined) groups.emplace_back();
      groups.back().push_back(read_near());
    }
    return any_group_within_limits(std::move(groups));
  }

  static bool starts_operand(LexemeKind kind) {
    return kind != LexemeKind::kEnd && kind != LexemeKind::kClose && kind != LexemeKind::kOr &&
           kind != LexemeKind::kAnd && kind != LexemeKind::kNear;
  }

  // From left to right: a NEAR/5 b /s c is (a NEAR/5 b) /s c.
  Node read_near() {
    Node left = read_side();
    while (!lexemes_.mistake()) {
      const bool negated = is_negation(next()) && next(1).kind == LexemeKind::kNear;
      if (!negated && next().kind != LexemeKind::kNear) break;
      if (negated) lexemes_.take();
      left = read_right_side(std::move(left), negated);
    }
    return left;
  }

  // In Nexis and Westlaw OR binds tighter than any other operator.
  Node read_side() {
    if (!or_is_tight()) return read_not();
    std::vector<Node> alternatives;
    do {
      alternatives.push_back(read_not());
    } while (!lexemes_.mistake() && accept(LexemeKind::kOr));
    return combine<OrNode>(std::move(alternatives));
  }

  bool or_is_tight() const {
    return options_.dialect == Dialect::kNexis || options_.dialect == Dialect::kWestlaw;
  }

  Node read_right_side(Node left, bool negated) {
    const Lexeme sign = lexemes_.take();
    if (!starts_operand(next().kind)) return misplaced(next());
    Node right = read_side();
    for (const Node* side : {&left, &right}) {
      if (lexemes_.mistake()) return {};
      if (auto reason = why_no_spots(*side, sign.text)) return fail(side->begin, *reason);
    }
    const std::size_t begin = left.begin;
    const std::size_t end = right.end;
    NearNode near{{sign.near.reach, sign.near.distance, sign.near.order, negated}, {}};
    near.sides.push_back(std::move(left));
    near.sides.push_back(std::move(right));
    return {std::move(near), begin, end};
  }

  static bool is_negation(const Lexeme& lexeme) {
    return lexeme.kind == LexemeKind::kNot ||
           (lexeme.kind == LexemeKind::kWord && ascii::lower(lexeme.text) == "not");
  }

  Node read_not() {
    const Lexeme sign = next();
    if (!accept(LexemeKind::kNot) && !accept(LexemeKind::kMinus)) return read_weighted();
    const Nesting nesting(depth_);
    if (depth_ > kMaxQueryDepth) return fail(sign, too_deep());
    NotNode negation;
    negation.child.push_back(read_side());
    const std::size_t end = negation.child.front().end;
    return {std::move(negation), sign.begin, end};
  }

  Node read_weighted() {
    Node node = read_primary();
    if (next().kind != LexemeKind::kWeight) return node;
    const Lexeme weight = lexemes_.take();
    node.weight *= weight.number;
    node.end = weight.end;
    if (node.weight >= kLeastWeight && node.weight <= kMostWeight) return node;
    return fail(weight, fmt::format("weights that meet here make {}; {} to {} are understood",
                                    node.weight, kLeastWeight, kMostWeight));
  }

  Node read_primary() {
    switch (next().kind) {
      case LexemeKind::kOpen:
        return read_bracket();
      case LexemeKind::kField:
        return read_field();
      case LexemeKind::kAtLeast:
        return read_at_least();
      case LexemeKind::kSynonym:
        return read_synonyms();
      case LexemeKind::kAll: {
        const Lexeme all = lexemes_.take();
        return {AllNode{}, all.begin, all.end};
      }
      case LexemeKind::kWord:
      case LexemeKind::kQuoted:
      case LexemeKind::kExact:
        return read_operand(lexemes_, options_, field_);
      default:
        return misplaced(next());
    }
  }

  // An operand should be here, but a bracket, an operator or the end of the query is.
  Node misplaced(const Lexeme& lexeme) {
    const Lexeme& before = lexemes_.before();
    const bool ends = lexeme.kind == LexemeKind::kEnd || lexeme.kind == LexemeKind::kClose;
    if (ends && before.kind == LexemeKind::kOpen) {
      return fail(before, lexeme.kind == LexemeKind::kEnd
                              ? "this bracket is never closed"
                              : "there is nothing between these brackets");
    }
    if (lexeme.kind == LexemeKind::kClose && lexemes_.at_start())
      return fail(lexeme, "no bracket is open here");
    const Lexeme& stray = ends ? before : lexeme;
    return fail(stray, fmt::format("there is nothing {} '{}'; put it in quotes to search for it",
                                   ends ? "after" : "before", stray.text));
  }

  Node read_bracket() {
    const Lexeme open = lexemes_.take();
    const Nesting nesting(depth_);
    if (depth_ > kMaxQueryDepth) return fail(open, too_deep());
    Node inside = read_or();
    if (!accept(LexemeKind::kClose)) return fail(open, "this bracket is never closed");
    return inside;
  }

  Node read_at_least() {
    const Lexeme sign = lexemes_.take();
    AtLeastNode at_least{static_cast<std::uint32_t>(sign.number), {}};
    at_least.child.push_back(read_bracket());
    if (lexemes_.mistake()) return {};
    if (auto reason = why_no_spots(at_least.child.front(), sign.text)) return fail(sign, *reason);
    return {std::move(at_least), sign.begin, lexemes_.before().end};
  }

  Node read_synonyms() {
    const Lexeme sign = lexemes_.take();
    const Lexeme open = lexemes_.take();
    const Nesting nesting(depth_);
    if (depth_ > kMaxQueryDepth) return fail(sign, too_deep());
    SynonymNode synonyms;
    while (!lexemes_.mistake() && !accept(LexemeKind::kClose)) {
      if (next().kind == LexemeKind::kEnd) return fail(open, "this bracket is never closed");
      const Lexeme first = next();
      const LexemeKind kind = first.kind;
      const bool is_plain = kind == LexemeKind::kWord || kind == LexemeKind::kExact;
      Node word = is_plain ? read_single(lexemes_, options_, field_) : read_primary();
      const bool is_text = std::holds_alternative<WordNode>(word.value) ||
                           std::holds_alternative<PhraseNode>(word.value);
      if (!is_text) return fail(first, "syn() takes words and phrases, with blanks between them");
      synonyms.children.push_back(std::move(word));
    }
    if (synonyms.children.empty()) return fail(open, "there is nothing between these brackets");
    Node node{std::move(synonyms), sign.begin, lexemes_.before().end};
    if (auto reason = why_no_spots(node, "syn()")) return fail(sign, *reason);
    return node;
  }

  Node read_field() {
    const Lexeme lexeme = lexemes_.take();
    const auto known = known_field(lexeme.text, options_.archive_fields);
    if (!known) {
      const bool is_prose = next().begin != lexeme.end;  // "Star Wars: a new hope"
      if (is_prose)
        return {WordNode{std::string(lexeme.text), Form::kStem, field_}, lexeme.begin, lexeme.end};
      return fail(lexeme, unknown_field(lexeme.text, options_.archive_fields));
    }
    if (field_ != Field()) return fail(lexeme, "a field cannot stand inside another field");
    const bool followed = next().begin == lexeme.end && next().kind != LexemeKind::kClose &&
                          next().kind != LexemeKind::kEnd && next().kind != LexemeKind::kWeight;
    const std::string& name = *known;
    const Field field(name);
    if (field.kind() == FieldKind::kUndated) {
      if (followed) return fail(next(), "nothing can follow 'undated:'");
      return {UndatedNode{}, lexeme.begin, lexeme.end};
    }
    if (!followed) {
      const std::string_view example = field.kind() == FieldKind::kDate     ? "2023"
                                       : field.kind() == FieldKind::kNumber ? ">3"
                                                                            : "word";
      return fail(lexeme, fmt::format("there is nothing after '{0}:'; write {0}:{1}, without a "
                                      "space",
                                      name, example));
    }
    field_ = field;
    Node operand = read_primary();
    field_ = Field();
    operand.begin = lexeme.begin;
    return operand;
  }

  const Lexeme& next(std::size_t ahead = 0) const { return lexemes_.next(ahead); }
  bool accept(LexemeKind kind) { return lexemes_.accept(kind); }
  Node fail(const Lexeme& lexeme, std::string message) {
    return lexemes_.fail(lexeme, std::move(message));
  }
  Node fail(std::size_t column, std::string message) {
    return lexemes_.fail(column, std::move(message));
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

  LexemeReader lexemes_;
  const ParseOptions& options_;
  std::size_t depth_ = 0;
  Field field_;  // that the text being read belongs to
};

}  // namespace

std::variant<Query, QueryMistake> parse_query(std::string_view text, const ParseOptions& options) {
  if (auto mistake = check_bytes(text)) return *std::move(mistake);
  const auto split = split_query(text, options.dialect);
  if (const auto* mistake = std::get_if<QueryMistake>(&split)) return *mistake;
  const auto& typed = std::get<std::vector<Lexeme>>(split);
  if (auto mistake = check_words(typed)) return *std::move(mistake);
  auto read = read_habits(typed, options);
  if (auto* mistake = std::get_if<QueryMistake>(&read)) return std::move(*mistake);
  auto& habits = std::get<ReadHabits>(read);
  std::vector<std::string> notes = reading_notes(habits.lexemes, options.dialect);
  notes.insert(notes.begin(), habits.notes.begin(), habits.notes.end());
  auto parsed = Parser(std::move(habits.lexemes), options).parse();
  auto* query = std::get_if<Query>(&parsed);
  if (query == nullptr) {
    // "(oil or gas) w/5 price": why it is a mistake may be what the note tells.
    auto& mistake = std::get<QueryMistake>(parsed);
    if (!notes.empty()) mistake.message += "; " + notes.front();
    return parsed;
  }
  query->notes = std::move(notes);
  const std::size_t added =
      options.synonyms != nullptr ? add_synonyms(*options.synonyms, query->root) : 0;
  if (added > kMaxQueryWords) {
    return QueryMistake{
        0, fmt::format("its synonyms are {} words more; {} are the most", added, kMaxQueryWords)};
  }
  return parsed;
}

}  // namespace dateline::searcher
