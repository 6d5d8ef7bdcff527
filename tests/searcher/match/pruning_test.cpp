// A cursor that passes over what cannot reach a page loses nothing that does.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/random.h"
#include "searcher/match/best_articles.h"
#include "searcher/match/cursor/and_cursor.h"
#include "searcher/match/cursor/or_cursor.h"
#include "searcher/match/cursor/word_cursor.h"
#include "searcher/match/match_count.h"
#include "searcher/match/plan/plan.h"
#include "searcher/match/plan/plan_spots.h"
#include "searcher/match/text_leaf.h"
#include "searcher/meaning/resolve.h"
#include "tests/searcher/match/small_segment.h"

namespace dateline::searcher {
namespace {

constexpr std::uint32_t kArticles = 9'000;  // more than two windows
const char* const kWords[] = {"common", "often", "some", "few", "rare"};

// Words of very different frequency, clustered, in articles of very different length.
std::vector<SmallArticle> clustered() {
  corpus::Random random(7);
  std::vector<SmallArticle> articles(kArticles);
  for (std::uint32_t n = 0; n < kArticles; ++n) {
    const std::uint32_t cluster = n / 700 % 4;
    for (std::uint32_t i = random.between(1, 30); i > 0; --i) {
      std::uint32_t word = random.below(4 + cluster);
      word = word * random.below(4) / 2;
      articles[n].body += word < 5 ? kWords[word] : "other";
      articles[n].body += ' ';
    }
    if (random.chance(20)) articles[n].headline = kWords[random.below(5)];
  }
  return articles;
}

const SmallSegment& segment() {
  static const SmallSegment clusters(clustered());
  return clusters;
}

using Hit = std::pair<double, std::uint32_t>;
using MakeCursor = std::function<MatchCursorPtr()>;

// All matches, best first.
std::vector<Hit> all_hits(MatchCursor& cursor) {
  std::vector<Hit> hits;
  while (cursor.next() != kNoMoreArticles) {
    if (cursor.confirm()) hits.emplace_back(cursor.score(), cursor.article());
  }
  std::sort(hits.rbegin(), hits.rend());
  return hits;
}

std::vector<MatchCursorPtr> some_words(const std::vector<std::pair<int, int>>& words) {
  std::vector<MatchCursorPtr> parts;
  for (const auto& [word, idf] : words) {
    parts.push_back(segment().word(kWords[word], static_cast<float>(idf) / 4));
  }
  return parts;
}

MatchCursorPtr any_of(const std::vector<std::pair<int, int>>& words) {
  return std::make_unique<OrCursor>(some_words(words));
}

MatchCursorPtr all_of(const std::vector<std::pair<int, int>>& words) {
  return std::make_unique<AndCursor>(some_words(words));
}

// An AND of a word and an OR, from which another word is left out.
MatchCursorPtr nested(const std::vector<std::pair<int, int>>& words) {
  std::vector<MatchCursorPtr> parts;
  parts.push_back(segment().word("common", 1));
  parts.push_back(std::make_unique<OrCursor>(some_words(words)));
  return std::make_unique<NotCursor>(std::make_unique<AndCursor>(std::move(parts)),
                                     segment().word("rare"));
}

void expect_best(const MakeCursor& make, std::size_t wanted) {
  const auto everything = make();
  const auto pruned = make();
  std::vector<Hit> hits = all_hits(*everything);
  hits.resize(std::min(hits.size(), wanted));
  std::vector<double> found;
  for (const auto& best : best_articles(*pruned, kArticles, {}, wanted, 0)) {
    found.push_back(best.score);
  }
  std::sort(found.rbegin(), found.rend());
  RC_ASSERT(found.size() == hits.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    RC_ASSERT(std::abs(found[i] - hits[i].first) < 1e-5);
  }
}

std::vector<std::pair<int, int>> draw_words() {
  const auto word = rc::gen::pair(rc::gen::inRange(0, 5), rc::gen::inRange(1, 40));
  const auto count = *rc::gen::inRange<std::size_t>(1, 6);
  return *rc::gen::container<std::vector<std::pair<int, int>>>(count, word);
}

RC_GTEST_PROP(Pruning, KeepsTheBestOfAnOr, ()) {
  const auto words = draw_words();
  expect_best([&] { return any_of(words); }, *rc::gen::inRange<std::size_t>(1, 200));
}

RC_GTEST_PROP(Pruning, KeepsTheBestOfAnAnd, ()) {
  const auto words = draw_words();
  expect_best([&] { return all_of(words); }, *rc::gen::inRange<std::size_t>(1, 200));
}

RC_GTEST_PROP(Pruning, KeepsTheBestOfBothWithinOneAnother, ()) {
  const auto words = draw_words();
  expect_best([&] { return nested(words); }, *rc::gen::inRange<std::size_t>(1, 200));
}

// A minimum may rise and fall at any time, by any step, and articles may be left out.
RC_GTEST_PROP(Pruning, CollectsAllThatReachTheMinimum, ()) {
  const auto words = draw_words();
  const bool any = *rc::gen::arbitrary<bool>();
  const auto make = [&] { return any ? any_of(words) : all_of(words); };
  std::vector<Hit> hits = all_hits(*make());
  std::sort(hits.begin(), hits.end(), [](auto& a, auto& b) { return a.second < b.second; });

  const auto cursor = make();
  const double step = *rc::gen::inRange(0, 100) * 1e-3;
  Candidates batch;
  double minimum = 0;
  auto hit = hits.begin();
  for (std::uint32_t from = 1; from <= kArticles; minimum += step) {
    from = cursor->collect(from, kArticles, minimum, batch);
    std::size_t at = 0;
    for (; hit != hits.end() && hit->second < from; ++hit) {
      while (at < batch.count && batch.articles[at] < hit->second) ++at;
      const bool found = at < batch.count && batch.articles[at] == hit->second;
      RC_ASSERT(found || hit->first < minimum + 1e-5);
      if (found) RC_ASSERT(std::abs(batch.scores[at] - hit->first) < 1e-5);
    }
  }
}

// What stands in one sentence or close by, as rare and as frequent as it comes.
RC_GTEST_PROP(Pruning, KeepsTheBestOfWhatIsNear, ()) {
  WordLists lists({&segment().index()});
  NearNode near;
  for (int side = 0; side < 2; ++side) {
    near.sides.push_back({WordNode{kWords[*rc::gen::inRange(0, 5)], Form::kStem, ""}});
  }
  near.distance = *rc::gen::inRange(1u, 6u);
  near.reach = *rc::gen::element(Reach::kWords, Reach::kSentence);
  near.negated = *rc::gen::arbitrary<bool>();
  const auto least = *rc::gen::inRange(1u, 3u);
  const PlanNode plan = plan_spots(resolve({{near, 0, 0, 1.5}}).root, least, {lists});
  const PlanTarget target{&segment().index(), 0, segment().scoring()};
  expect_best([&] { return open_cursor(plan, target); }, *rc::gen::inRange<std::size_t>(1, 200));
}

RC_GTEST_PROP(CountMatches, CountsWhatAWalkFinds, ()) {
  const auto words = draw_words();
  PlanNode any{OrPlan{}};
  for (const auto& [word, idf] : words) {
    WordPlan plan;
    plan.lists = {{segment().term(kWords[word])}};
    plan.idf = static_cast<float>(idf);
    std::get<OrPlan>(any.value).parts.push_back({plan});
  }
  DeletedArticles deleted;
  const auto every = *rc::gen::inRange<std::uint32_t>(0, 9);
  for (std::uint32_t n = 1; every > 0 && n <= kArticles; n += every) deleted.add(n);
  const PlanTarget target{&segment().index(), 0, segment().scoring()};
  const auto cursor = open_cursor(any, target);
  const auto found = walk(*cursor);
  const auto live = std::count_if(found.begin(), found.end(),
                                  [&](auto article) { return !deleted.contains(article); });
  TextLeafPlan source;
  source.node = any;
  source.segments = {{"", target, &deleted}};
  RC_ASSERT(count_matches(source) == static_cast<std::uint64_t>(live));
}

TEST(CountMatches, OfAWordThatNoSegmentHasIsNothing) {
  TextLeafPlan source;
  WordPlan word;
  word.lists = {{}};
  source.node = {AndPlan{{PlanNode{word}, PlanNode{AllPlan{}}}}};
  const DeletedArticles deleted;
  source.segments = {{"", {&segment().index(), 0, segment().scoring()}, &deleted}};
  EXPECT_EQ(count_matches(source), 0u);
}

}  // namespace
}  // namespace dateline::searcher
