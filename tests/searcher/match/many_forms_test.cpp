// A word of many lists is what all its lists say together.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpus/random.h"
#include "searcher/match/cursor/many_forms_cursor.h"
#include "searcher/match/cursor/phrase_cursor.h"
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

// What the lists say of an article, put together.
struct Held {
  std::uint32_t occurrences = 0;
  bool in_headline = false;
  std::set<std::uint32_t> positions;
};

std::map<std::uint32_t, Held> held_by(const std::vector<Term>& terms) {
  std::map<std::uint32_t, Held> held;
  std::vector<std::uint32_t> positions;
  for (const Term& term : terms) {
    PostingCursor list(segment().index(), term);
    while (list.next() != kNoMoreArticles) {
      Held& here = held[list.article()];
      here.occurrences += list.occurrences();
      here.in_headline |= list.in_headline();
      list.positions(positions);
      here.positions.insert(positions.begin(), positions.end());
    }
  }
  return held;
}

ManyFormsCursor open(const std::vector<Term>& terms) {
  return ManyFormsCursor(segment().index(), terms, segment().scoring(), 1.5F);
}

RC_GTEST_PROP(ManyForms, AreWhatTheirListsAre, ()) {
  const auto terms = draw_terms();
  const auto held = held_by(terms);
  auto many = open(terms);
  const auto step = *rc::gen::inRange(1u, 3'000u);
  std::vector<std::uint32_t> positions;
  for (auto next = held.begin(); next != held.end();) {
    const auto& [article, here] = *next;
    RC_ASSERT(many.advance(article - (article > 1 ? article % 2 : 0)) <= article);
    RC_ASSERT(many.advance(article) == article);
    RC_ASSERT(many.occurrences() == here.occurrences);
    RC_ASSERT(many.in_headline() == here.in_headline);
    many.positions(positions);
    RC_ASSERT(std::ranges::equal(positions, here.positions));
    next = held.lower_bound(article + 1 + article % step);
  }
}

RC_GTEST_PROP(ManyForms, HoldWhatTheirListsHold, ()) {
  const auto terms = draw_terms();
  const auto held = held_by(terms);
  auto many = open(terms);
  const auto step = *rc::gen::inRange(1u, 2'000u);
  for (std::uint32_t article = 1; article <= kArticles; article += 1 + article % step) {
    RC_ASSERT(many.holds(article) == held.contains(article));
    if (held.contains(article)) RC_ASSERT(many.occurrences() == held.at(article).occurrences);
  }
}

RC_GTEST_PROP(ManyForms, AreTheSameInWindows, ()) {
  const auto terms = draw_terms();
  auto walking = open(terms);
  auto many = open(terms);
  std::vector<std::uint32_t> marked;
  for (std::uint32_t first = 0; first <= kArticles; first += MatchWindow::kArticles) {
    MatchWindow window(first);
    many.mark(window);
    window.for_each([&](std::uint32_t article) { marked.push_back(article); });
  }
  RC_ASSERT(marked == walk(walking));
  RC_ASSERT(marked.size() == held_by(terms).size());
}

RC_GTEST_PROP(ManyForms, AreTheSameInBatches, ()) {
  const auto terms = draw_terms();
  auto walking = open(terms);
  auto many = open(terms);
  const double minimum = *rc::gen::inRange(0, 10) * 0.1;
  Candidates batch;
  for (std::uint32_t from = 1; from <= kArticles;) {
    from = many.collect(from, kArticles, minimum, batch);
    for (std::size_t i = 0; i < batch.count; ++i) {
      while (walking.next() < batch.articles[i]) RC_ASSERT(walking.score() < minimum + 1e-5);
      RC_ASSERT(walking.article() == batch.articles[i]);
      RC_ASSERT(std::abs(walking.score() - batch.scores[i]) < 1e-5);
    }
  }
  while (walking.next() != kNoMoreArticles) RC_ASSERT(walking.score() < minimum + 1e-5);
}

TEST(ManyForms, MayStandInAPhrase) {
  std::vector<Term> terms;
  for (std::uint32_t i = 0; i < kWords; ++i) {
    if (const auto term = segment().index().find_word(name(i))) terms.push_back(*term);
  }
  std::vector<std::uint32_t> expected;
  for (const auto& [article, here] : held_by(terms)) {
    const std::uint32_t body = segment().index().headlines()[article - 1] + kHeadlineGap;
    if (here.positions.contains(body + 1) && here.positions.contains(body + 2)) {
      expected.push_back(article);
    }
  }
  PhraseCursor::Phrase phrase{{}, {{0, 1, 1}}, TextPart::kAnywhere};
  phrase.words.push_back(segment().any_form({"some"}));
  phrase.words.push_back(open_forms(segment().index(), terms, segment().scoring(), 1));
  PhraseCursor cursor(std::move(phrase), segment().scoring(), 2, segment().index().headlines());
  EXPECT_EQ(walk(cursor), expected);
}

}  // namespace
}  // namespace dateline::searcher
