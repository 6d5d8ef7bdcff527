#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "searcher/query/parser.h"
#include "searcher/query/query.h"
#include "tests/searcher/query/same_query.h"

namespace dateline::searcher {
namespace {

const ParseOptions kOptions{SideBySide::kAny, {"topics"}};

rc::Gen<std::string> words() {
  return rc::gen::elementOf(std::vector<std::string>{"kishida",
                                                     "U.S.",
                                                     "US",
                                                     "e-mail",
                                                     "C-130",
                                                     "2+2",
                                                     "$4.5m",
                                                     "9/11",
                                                     "AT&T",
                                                     "10:30",
                                                     "or",
                                                     "not",
                                                     "http://example.org/a?b",
                                                     "o’neill",
                                                     "日本",
                                                     "größe",
                                                     "Kishida,",
                                                     "x=y",
                                                     "a--b",
                                                     "1,000",
                                                     "2%",
                                                     "percent",
                                                     "2",
                                                     "missil*",
                                                     "organi?ation",
                                                     "blinkn~1",
                                                     "syn"});
}

rc::Gen<std::string> fields() {
  return rc::gen::elementOf(
      std::vector<std::string>{"", "", "", "headline", "source", "id", "topics"});
}

rc::Gen<Node> leaves() {
  return rc::gen::exec([]() -> Node {
    switch (*rc::gen::inRange(0, 6)) {
      case 0:
        return {AllNode{}};
      case 1:
        return {UndatedNode{}};
      case 2: {
        const auto day = std::chrono::sys_days{std::chrono::year{1987} / 2 / 26} +
                         std::chrono::days{*rc::gen::inRange(-40'000, 40'000)};
        const std::chrono::year_month_day first{day};
        const std::chrono::year_month_day last{day + std::chrono::days{*rc::gen::inRange(0, 800)}};
        const int open = *rc::gen::inRange(0, 3);
        DayRange range;
        if (open != 1) range.first = first;
        if (open != 2) range.last = last;
        return {DateNode{range}};
      }
      case 3: {
        const bool exact = *rc::gen::arbitrary<bool>();
        std::string text = *words();
        text += " \"" + *words() + "\" ";
        text += *words();
        return {PhraseNode{text, exact ? Form::kExact : Form::kSpelling, *fields()}};
      }
      default: {
        const bool exact = *rc::gen::arbitrary<bool>();
        const std::string word = *words();
        const bool is_pattern = word.find_first_of("*~") != std::string::npos;  // of text only
        return {WordNode{word, exact ? Form::kExact : Form::kStem, is_pattern ? "" : *fields()}};
      }
    }
  });
}

// With places in a text, as a side of a proximity.
Node placed(int depth) {
  const auto field = *rc::gen::elementOf(std::vector<std::string>{"", "", "headline", "hlead"});
  const auto word = [&] { return Node{WordNode{*words(), Form::kStem, field}}; };
  switch (depth == 0 ? 0 : *rc::gen::inRange(0, 5)) {
    case 0:
      return word();
    case 1: {
      const std::string first = *words();
      return {PhraseNode{first + " * " + *words(), Form::kSpelling, field}};
    }
    case 2:
      return {SynonymNode{{word(), {PhraseNode{*words(), Form::kExact, field}}}}};
    case 3:
      return {OrNode{{placed(depth - 1), placed(depth - 1)}}};
    default: {
      NearNode near;
      near.sides = {placed(depth - 1), placed(depth - 1)};
      near.reach = *rc::gen::element(Reach::kWords, Reach::kSentence, Reach::kParagraph);
      if (near.reach == Reach::kWords) near.distance = *rc::gen::inRange(1U, 256U);
      if (*rc::gen::arbitrary<bool>()) near.order = NearOrder::kInOrder;
      near.negated = *rc::gen::arbitrary<bool>();
      return {std::move(near)};
    }
  }
}

Node weighted(Node node) {
  const auto* word = std::get_if<WordNode>(&node.value);
  if (word != nullptr && word->field == "id") return node;  // is printed in quotes
  node.weight = *rc::gen::element(1.0, 2.0, 0.5, 0.01, 100.0);
  return node;
}

Node newsroom_leaf() {
  switch (*rc::gen::inRange(0, 3)) {
    case 0:
      return {AtLeastNode{*rc::gen::inRange(1U, 20U), {placed(2)}}};
    case 1:
      return {NumberNode{Quantity::kWords, *rc::gen::inRange(0U, 9U), *rc::gen::inRange(9U, 99U)}};
    default:
      return placed(3);
  }
}

Node tree(int depth) {
  if (depth == 0) return *leaves();
  const int kind = *rc::gen::inRange(0, 5);
  if (kind == 0) return weighted(*leaves());
  if (kind == 4) return weighted(newsroom_leaf());
  if (kind == 1) return {NotNode{{tree(depth - 1)}}};
  std::vector<Node> children;
  for (int count = *rc::gen::inRange(2, 5); count > 0; --count) children.push_back(tree(depth - 1));
  if (kind == 2) return {AndNode{std::move(children)}};
  return {OrNode{std::move(children)}};
}

TEST(ToString, IsReadBackAsTheSameQuery) {
  EXPECT_TRUE(rc::check("parse(to_string(q)) == q", [] {
    const Query query{tree(*rc::gen::inRange(0, 5))};
    const std::string text = to_string(query);
    const auto parsed = parse_query(text, kOptions);
    if (const auto* mistake = std::get_if<QueryMistake>(&parsed))
      RC_FAIL(text + ": " + mistake->message);
    RC_ASSERT(dump(std::get<Query>(parsed).root) == dump(query.root));
  }));
}

TEST(ToString, OfWhateverParsesIsReadBackAsTheSame) {
  EXPECT_TRUE(rc::check("to_string of parsed noise", [] {
    const auto pieces =
        *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
            " ",         " ",      "(",         ")",   "\"",   "“",         "”",
            "-",         "=",      "AND ",      "OR ", "NOT ", "a",         "b-c",
            "headline:", "id:",    "date:2023", "*",   "&",    ":",         "undated:",
            "/s",        " w/2 ",  "NOT w/2 ",  "^2",  "syn(", "atleast2(", "2 percent",
            "~",         "hlead(", "words:>3",  "?"}));
    std::string typed;
    for (const std::string& piece : pieces) typed += piece;
    const auto first = parse_query(typed, kOptions);
    if (std::holds_alternative<QueryMistake>(first)) return;
    const auto again = parse_query(to_string(std::get<Query>(first)), kOptions);
    RC_ASSERT(std::holds_alternative<Query>(again));
    RC_ASSERT(same(std::get<Query>(first), std::get<Query>(again)));
  }));
}

TEST(ToString, QuotesWordsThatTheLanguageWouldTakeApart) {
  EXPECT_EQ(to_string({{WordNode{"x", Form::kStem, "id"}, 0, 0, 2}}), "id:\"x\"^2");
  for (const auto* typed : {"x^2", "OR", "two words", "-minus", "foo:bar", "near/5", "("}) {
    EXPECT_EQ(to_string({{WordNode{typed, Form::kStem, ""}}}), fmt::format("\"{}\"", typed));
  }
}

TEST(ToString, LeavesOutBracketsThatSayNothing) {
  const Node a{WordNode{"a", Form::kStem, ""}};
  EXPECT_EQ(to_string({{AndNode{{a, Node{NotNode{{a}}}}}}}), "a AND NOT a");
}

}  // namespace
}  // namespace dateline::searcher
