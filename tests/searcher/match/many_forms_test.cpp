// A word of many lists is what all its lists say together.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "corpus/random.h"
#include "searcher/match/any_form_cursor.h"
#include "searcher/match/many_forms_cursor.h"
#include "searcher/match/phrase_cursor.h"
#include "tests/searcher/match/small_archive.h"

namespace dateline::searcher {
namespace {

constexpr std::uint32_t kArticles = 12'000;
constexpr std::uint32_t kWords = 40;

std::string name(std::uint32_t number) {
  return "w" + std::string(1, static_cast<char>('a' + number / 8)) +
         static_cast<char>('a' + number % 8);
}

// Words from frequent to rare; stretches of articles without any.
const SmallSegment& segment() {
  static const SmallSegment words([] {
    corpus::Random random(3);
    std::vector<SmallArticle> articles(kArticles);
    for (std::uint32_t n = 0; n < kArticles; ++n) {
      articles[n].body = "some";
      if (n / 900 % 3 == 1) continue;
      for (std::uint32_t i = random.below(4); i > 0; --i) {
        articles[n].body += ' ' + name(random.below(kWords) * random.below(kWords) / kWords);
      }
      if (random.chance(10)) articles[n].headline = name(random.below(kWords));
    }
    return articles;
  }());
  return words;
}

std::vector<Term> draw_terms() {
  std::vector<Term> terms;
  const auto first = *rc::gen::inRange(0u, kWords - 1);
  const auto last = *rc::gen::inRange(first + 1, kWords);
  for (std::uint32_t word = first; word <= last; ++word) {
    if (const auto term = segment().index().find_word(name(word))) terms.push_back(*term);
  }
  RC_PRE(!terms.empty());
  return terms;
}

RC_GTEST_PROP(ManyForms, AreWhatTheirListsAre, ()) {
  const auto terms = draw_terms();
  AnyFormCursor few(segment().index(), terms, segment().scoring(), 1.5F);
  ManyFormsCursor many(segment().index(), terms, segment().scoring(), 1.5F);
  const auto step = *rc::gen::inRange(1u, 3'000u);
  std::vector<std::uint32_t> expected;
  std::vector<std::uint32_t> positions;
  for (std::uint32_t target = 1; few.advance(target) != kNoMoreArticles;) {
    RC_ASSERT(many.advance(target) == few.article());
    RC_ASSERT(many.occurrences() == few.occurrences());
    RC_ASSERT(many.in_headline() == few.in_headline());
    few.positions(expected);
    many.positions(positions);
    RC_ASSERT(positions == expected);
    target = few.article() + 1 + target % step;
  }
}

RC_GTEST_PROP(ManyForms, HoldWhatTheirListsHold, ()) {
  const auto terms = draw_terms();
  AnyFormCursor few(segment().index(), terms, segment().scoring(), 1);
  ManyFormsCursor many(segment().index(), terms, segment().scoring(), 1);
  const auto step = *rc::gen::inRange(1u, 2'000u);
  for (std::uint32_t article = 1; article <= kArticles; article += 1 + article % step) {
    const bool held = few.holds(article);
    RC_ASSERT(many.holds(article) == held);
    if (held) RC_ASSERT(many.occurrences() == few.occurrences());
  }
}

RC_GTEST_PROP(ManyForms, AreTheSameInWindows, ()) {
  const auto terms = draw_terms();
  AnyFormCursor few(segment().index(), terms, segment().scoring(), 1);
  ManyFormsCursor many(segment().index(), terms, segment().scoring(), 1);
  std::vector<std::uint32_t> marked;
  for (std::uint32_t first = 0; first <= kArticles; first += MatchWindow::kArticles) {
    MatchWindow window(first);
    many.mark(window);
    window.for_each([&](std::uint32_t article) { marked.push_back(article); });
  }
  RC_ASSERT(marked == walk(few));
}

RC_GTEST_PROP(ManyForms, AreTheSameInBatches, ()) {
  const auto terms = draw_terms();
  AnyFormCursor few(segment().index(), terms, segment().scoring(), 1.5F);
  ManyFormsCursor many(segment().index(), terms, segment().scoring(), 1.5F);
  const double minimum = *rc::gen::inRange(0, 10) * 0.1;
  Candidates batch;
  for (std::uint32_t from = 1; from <= kArticles;) {
    from = many.collect(from, kArticles, minimum, batch);
    for (std::size_t i = 0; i < batch.count; ++i) {
      while (few.next() < batch.articles[i]) RC_ASSERT(few.score() < minimum + 1e-5);
      RC_ASSERT(few.article() == batch.articles[i]);
      RC_ASSERT(std::abs(few.score() - batch.scores[i]) < 1e-5);
    }
  }
  while (few.next() != kNoMoreArticles) RC_ASSERT(few.score() < minimum + 1e-5);
}

TEST(ManyForms, MayStandInAPhrase) {
  std::vector<std::string> words;
  for (std::uint32_t i = 0; i < kWords; ++i) {
    if (segment().index().find_word(name(i))) words.push_back(name(i));
  }
  const auto find = [&](OccurrenceCursorPtr any) {
    PhraseCursor::Phrase phrase{{}, {{0, 1, 1}}, Where::kAnywhere};
    phrase.words.push_back(segment().any_form({"some"}));
    phrase.words.push_back(std::move(any));
    PhraseCursor cursor(std::move(phrase), segment().scoring(), 2, segment().index().headlines());
    return walk(cursor);
  };
  std::vector<Term> terms;
  for (const std::string& word : words) terms.push_back(segment().term(word));
  ASSERT_GT(terms.size(), 8u);
  EXPECT_EQ(
      find(open_forms(segment().index(), terms, segment().scoring(), 1)),
      find(std::make_unique<AnyFormCursor>(segment().index(), terms, segment().scoring(), 1)));
}

}  // namespace
}  // namespace dateline::searcher
