// What is lit in drawn texts by drawn queries is what the naive evaluator finds.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "searcher/highlight/snippet.h"
#include "searcher/meaning/resolve.h"
#include "tests/searcher/highlight/naive_lights.h"
#include "tests/searcher/marked_text.h"

namespace dateline::searcher {
namespace {

// From the first draw on as far apart as at the end.
int draw_below(int end) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end));
}

// Words that no other has the stem of, so that they are what they say.
std::string draw_word() {
  return *rc::gen::elementOf(std::vector<std::string>{"cat", "dog", "owl", "hen"});
}

std::string draw_text() {
  std::string text;
  const int words = draw_below(40);
  for (int i = 0; i < words; ++i) {
    text += draw_word();
    text += *rc::gen::weightedElement<std::string>(
        {{12, " "}, {2, ", "}, {2, ". The "}, {1, ".\n\nA "}, {1, " and "}});
  }
  return text;
}

Node draw_text_node() {
  const std::string field =
      *rc::gen::weightedElement<std::string>({{12, ""}, {1, "headline"}, {1, "hlead"}});
  if (draw_below(3) > 0) return {WordNode{draw_word(), Form::kStem, field}};
  const std::string first = draw_word();
  return {PhraseNode{first + " " + draw_word(), Form::kSpelling, field}};
}

Node draw_placed_node(int depth);

std::vector<Node> draw_placed_nodes(int depth) {
  return {draw_placed_node(depth), draw_placed_node(depth)};
}

NearNode draw_near(int depth) {
  NearNode near;
  near.sides = draw_placed_nodes(depth);
  near.reach = *rc::gen::weightedElement<Reach>(
      {{4, Reach::kWords}, {1, Reach::kSentence}, {1, Reach::kParagraph}});
  near.distance = 1 + static_cast<std::uint32_t>(draw_below(6));
  near.order = *rc::gen::element(NearOrder::kEither, NearOrder::kInOrder);
  near.negated = *rc::gen::weightedElement<bool>({{3, false}, {1, true}});
  return near;
}

Node draw_placed_node(int depth) {
  const int kind = depth == 0 ? 0 : draw_below(8);
  if (kind < 3) return draw_text_node();
  if (kind == 3) return {OrNode{draw_placed_nodes(depth - 1)}};
  if (kind == 4) return {SynonymNode{{draw_text_node(), draw_text_node()}}};
  return {draw_near(depth - 1)};
}

Node draw_node(int depth) {
  const int kind = depth == 0 ? 0 : draw_below(8);
  if (kind < 3) return draw_placed_node(3);
  if (kind == 3) return {draw_near(2)};
  if (kind == 4) return {AndNode{{draw_node(depth - 1), draw_node(depth - 1)}}};
  if (kind == 5) return {OrNode{{draw_node(depth - 1), draw_node(depth - 1)}}};
  if (kind == 6) return {AtLeastNode{2, {draw_placed_node(2)}}};
  return {NotNode{{draw_node(depth - 1)}}};
}

std::vector<bool> lit_tokens(const HighlightedText& text, const std::vector<Token>& tokens) {
  std::vector<bool> lit;
  for (const Token& token : tokens) {
    lit.push_back(
        std::any_of(text.highlights.begin(), text.highlights.end(), [&](const auto& range) {
          return range.first <= token.begin && token.end <= range.second;
        }));
  }
  return lit;
}

void expect_whole_tokens(const HighlightedText& text, const std::vector<Token>& tokens) {
  std::set<std::size_t> begins;
  std::set<std::size_t> ends;
  for (const Token& token : tokens) {
    begins.insert(token.begin);
    ends.insert(token.end);
  }
  std::size_t last = 0;
  for (const auto& [begin, end] : text.highlights) {
    RC_ASSERT(last <= begin && begin < end);
    RC_ASSERT(begins.contains(begin) && ends.contains(end));
    last = end;
  }
}

RC_GTEST_PROP(LitProperty, IsWhatTheNaiveEvaluatorFinds, ()) {
  const Query query{draw_node(2)};
  const std::string headline = draw_text();
  const Article article = article_of(headline, draw_text());
  RC_LOG() << to_string(query) << "\n--\n" << article.headline << "\n--\n" << article.body << "\n";
  Highlighter highlighter(resolve(query));
  Analyser analyser;
  for (const NaiveText kind : {NaiveText::kHeadline, NaiveText::kBody}) {
    const bool is_body = kind == NaiveText::kBody;
    const HighlightedText text =
        is_body ? highlighter.highlight_body(article) : highlighter.highlight_headline(article);
    const auto& tokens = analyser.analyse(is_body ? article.body : article.headline);
    RC_LOG() << marked(text) << "\n";
    expect_whole_tokens(text, tokens);
    RC_ASSERT(lit_tokens(text, tokens) == naive_lights(query, tokens, kind));
  }
}

// The snippet lights nothing that the whole text does not.
RC_GTEST_PROP(LitProperty, OfTheSnippetIsLitInTheText, ()) {
  const Query query{draw_node(2)};
  const Article article = article_of(draw_text());
  Highlighter highlighter(resolve(query));
  const SnippetOptions size{static_cast<std::size_t>(1 + draw_below(200)),
                            static_cast<std::size_t>(draw_below(5))};
  const HighlightedText snippet = highlighter.snippet(article, size);
  const bool lights = !highlighter.highlight_body(article).highlights.empty();
  RC_ASSERT(snippet.highlights.empty() != lights);
}

}  // namespace
}  // namespace dateline::searcher
