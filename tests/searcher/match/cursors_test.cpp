#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "searcher/match/cursor/and_cursor.h"
#include "searcher/match/cursor/column_cursors.h"
#include "searcher/match/cursor/or_cursor.h"
#include "searcher/match/cursor/phrase_cursor.h"
#include "tests/searcher/match/small_segment.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint32_t kArticles = 1'000;  // several blocks of postings

// Article n holds "two" where two divides n, and so on.
std::vector<SmallArticle> divided() {
  std::vector<SmallArticle> articles(kArticles);
  for (std::uint32_t n = 1; n <= kArticles; ++n) {
    std::string& body = articles[n - 1].body;
    if (n % 2 == 0) body += "two ";
    if (n % 3 == 0) body += "three ";
    if (n % 250 == 0) body += "rare ";
  }
  return articles;
}

class BooleanCursors : public testing::Test {
 protected:
  SmallSegment segment_{divided()};
};

template <typename Rule>
std::vector<std::uint32_t> numbers(Rule rule) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t n = 1; n <= kArticles; ++n) {
    if (rule(n)) found.push_back(n);
  }
  return found;
}

TEST_F(BooleanCursors, AndFindsWhatAllPartsMatch) {
  AndCursor both(parts(segment_.word("two"), segment_.word("three")));
  EXPECT_EQ(walk(both), numbers([](auto n) { return n % 6 == 0; }));
}

TEST_F(BooleanCursors, OrFindsWhatAnyPartMatches) {
  const auto expected = numbers([](auto n) { return n % 2 == 0 || n % 3 == 0; });
  OrCursor any(parts(segment_.word("two"), segment_.word("three")));
  EXPECT_EQ(walk(any), expected);
}

TEST_F(BooleanCursors, NotLeavesOutWhatTheSecondMatches) {
  NotCursor cursor(segment_.word("two"), segment_.word("three"));
  EXPECT_EQ(walk(cursor), numbers([](auto n) { return n % 2 == 0 && n % 3 != 0; }));
}

TEST_F(BooleanCursors, StandWithinOneAnother) {
  auto any = std::make_unique<OrCursor>(parts(segment_.word("three"), segment_.word("rare")));
  NotCursor cursor(
      std::make_unique<AndCursor>(parts(segment_.word("two"), MatchCursorPtr(std::move(any)))),
      segment_.word("rare"));
  EXPECT_EQ(walk(cursor), numbers([](auto n) { return n % 6 == 0 && n % 250 != 0; }));
}

TEST_F(BooleanCursors, AdvanceToTheTargetOrTheNextAfterIt) {
  AndCursor both(parts(segment_.word("two"), segment_.word("three")));
  EXPECT_EQ(both.advance(600), 600u);
  EXPECT_EQ(both.advance(601), 606u);
  EXPECT_EQ(both.advance(10), 606u) << "a target behind moves nothing";
  EXPECT_EQ(both.advance(kArticles + 1), kNoMoreArticles);
}

TEST_F(BooleanCursors, ScoresAddUp) {
  AndCursor both(parts(segment_.word("two", 3), segment_.word("three", 5)));
  OrCursor any(parts(segment_.word("two", 3), segment_.word("three", 5)));
  for (MatchCursor* cursor : std::initializer_list<MatchCursor*>{&both, &any}) {
    ASSERT_EQ(cursor->advance(6), 6u);
    ASSERT_TRUE(cursor->confirm());
    const float norm = LengthNorm(20)(2);
    EXPECT_NEAR(cursor->score(), bm25(3, 1, norm) + bm25(5, 1, norm), 1e-6);
  }
}

class PhraseCursors : public testing::Test {
 protected:
  PhraseCursor phrase(const std::vector<std::string>& words, std::vector<PhrasePattern> patterns,
                      TextPart part = TextPart::kAnywhere) const {
    PhraseCursor::Phrase phrase{{}, std::move(patterns), part};
    for (const auto& word : words) phrase.words.push_back(segment_.any_form({word}));
    return {std::move(phrase), segment_.scoring(), 2.0F, segment_.index().headlines()};
  }

  SmallSegment segment_{{
      {"white house", "A dull day."},
      {"white", "house"},  // the gap between headline and body
      {"A day", "The house white, the white house, and the white house."},
      {"Dull", "white white house"},
      {"", "white email email house"},
  }};
};

TEST_F(PhraseCursors, FindsWordsOneAfterTheOther) {
  auto cursor = phrase({"white", "house"}, {{0, 1}});
  EXPECT_THAT(walk(cursor), ElementsAre(1, 3, 4));
}

TEST_F(PhraseCursors, MayRepeatAWord) {
  auto cursor = phrase({"white", "house"}, {{0, 0, 1}});
  EXPECT_THAT(walk(cursor), ElementsAre(4));
}

TEST_F(PhraseCursors, TakesAnyOfItsPatterns) {
  auto cursor = phrase({"white", "email", "house"}, {{0, 1, 2}, {0, 1, 1, 2}});
  EXPECT_THAT(walk(cursor), ElementsAre(5));
}

TEST_F(PhraseCursors, KeepsToTheHeadlineWhereAsked) {
  auto cursor = phrase({"white", "house"}, {{0, 1}}, TextPart::kHeadline);
  EXPECT_THAT(walk(cursor), ElementsAre(1));
}

TEST_F(PhraseCursors, CountsPlacesAndTheHeadline) {
  auto cursor = phrase({"white", "house"}, {{0, 1}});
  ASSERT_EQ(cursor.next(), 1u);
  ASSERT_TRUE(cursor.confirm());
  EXPECT_NEAR(cursor.score(), bm25(2, 1 + kHeadlineBonus, LengthNorm(20)(5)), 1e-6);
  ASSERT_EQ(cursor.advance(3), 3u);
  ASSERT_TRUE(cursor.confirm());
  EXPECT_NEAR(cursor.score(), bm25(2, 2, LengthNorm(20)(12)), 1e-6);
}

TEST_F(PhraseCursors, MayStandMoreOftenThanTheirRarestWordWithSeveralPatterns) {
  const SmallSegment turned(std::vector<SmallArticle>{{"", "white house white"}});
  PhraseCursor::Phrase both_ways{{}, {{0, 1}, {1, 0}}, TextPart::kAnywhere};
  both_ways.words.push_back(turned.any_form({"white"}));
  both_ways.words.push_back(turned.any_form({"house"}));
  PhraseCursor cursor(std::move(both_ways), turned.scoring(), 2.0F, turned.index().headlines());
  const double twice = bm25(2, 2, LengthNorm(20)(3));
  Candidates batch;
  cursor.collect(1, 1, twice - 1e-6, batch);
  ASSERT_EQ(batch.count, 1u);
  EXPECT_NEAR(batch.scores[0], twice, 1e-6);
}

class ColumnCursors : public testing::Test {
 protected:
  static DateCode day(unsigned month, unsigned of_month) {
    PublicationTime time;
    time.precision = Precision::kDay;
    time.local = std::chrono::local_days{std::chrono::year{2020} / static_cast<int>(month) /
                                         static_cast<int>(of_month)};
    return to_date_code(time);
  }
  // 300 undated articles, then one each on the first days of March 2020, one undated.
  static std::vector<SmallArticle> dated() {
    std::vector<SmallArticle> articles(300);
    for (unsigned i = 1; i <= 5; ++i) articles.push_back({"", "word", day(3, i)});
    articles.push_back({"Word", "more"});
    return articles;
  }
  SmallSegment segment_{dated()};
  DateColumn dates_{segment_.index()};
};

TEST_F(ColumnCursors, FindDaysInsideOfARange) {
  using std::chrono::year;
  DateCursor cursor(dates_, {year{2020} / 3 / 2, year{2020} / 3 / 3});
  EXPECT_THAT(walk(cursor), ElementsAre(302, 303));
}

TEST_F(ColumnCursors, AdvanceIntoTheMiddleOfABlock) {
  DateCursor cursor(dates_, {});
  EXPECT_EQ(cursor.advance(303), 303u);
  EXPECT_EQ(cursor.advance(306), kNoMoreArticles);
}

TEST_F(ColumnCursors, FindUndatedArticles) {
  UndatedCursor cursor(dates_);
  EXPECT_EQ(walk(cursor).size(), 301u);
  UndatedCursor late(dates_);
  EXPECT_EQ(late.advance(301), 306u);
}

TEST_F(ColumnCursors, FindAllArticles) {
  AllCursor cursor(3);
  EXPECT_THAT(walk(cursor), ElementsAre(1, 2, 3));
  AllCursor none(0);
  EXPECT_THAT(walk(none), IsEmpty());
}

TEST_F(ColumnCursors, FindAWordOfTheHeadline) {
  HeadlineCursor cursor(segment_.any_form({"word"}));
  EXPECT_THAT(walk(cursor), ElementsAre(306));
}

TEST_F(ColumnCursors, PassOverDatesThatAreNotWantedAnyMore) {
  DateOrderCursor newest(segment_.word("word"), dates_, Order::kNewest);
  newest.set_min_score(date_score(day(3, 4), Order::kNewest));
  EXPECT_THAT(walk(newest), ElementsAre(304, 305));
  DateOrderCursor oldest(segment_.word("word"), dates_, Order::kOldest);
  oldest.set_min_score(date_score(day(3, 2), Order::kOldest));
  EXPECT_THAT(walk(oldest), ElementsAre(301, 302));
}

// What is known by its year stands behind its months and days in both orders, and no block that holds
// a better one is passed over for it.
TEST(DateScore, PutsAYearBehindItsDays) {
  const auto code = [](int year, unsigned month, Precision precision) {
    PublicationTime time;
    time.precision = precision;
    time.local = std::chrono::local_days{std::chrono::year{year} / static_cast<int>(month) / 1};
    return to_date_code(time);
  };
  const DateCode year = code(1899, 1, Precision::kYear);
  for (const DateCode inside :
       {code(1899, 1, Precision::kMonth), code(1899, 12, Precision::kMonth),
        code(1899, 1, Precision::kDay), code(1899, 12, Precision::kMinute)}) {
    EXPECT_GT(date_score(inside, Order::kNewest), date_score(year, Order::kNewest));
    EXPECT_GT(date_score(inside, Order::kOldest), date_score(year, Order::kOldest));
  }
  EXPECT_GT(date_score(year, Order::kNewest),
            date_score(code(1898, 12, Precision::kDay), Order::kNewest));
  EXPECT_GT(date_score(year, Order::kOldest),
            date_score(code(1900, 1, Precision::kYear), Order::kOldest));
  EXPECT_GT(date_score(year, Order::kOldest), date_score(kUndated, Order::kOldest));

  const SmallSegment segment({{"", "word", year}, {"", "word", code(1899, 4, Precision::kMonth)}});
  const DateColumn dates(segment.index());
  EXPECT_GE(date_limit(dates, 0, Order::kOldest),
            date_score(code(1899, 4, Precision::kMonth), Order::kOldest));
}

}  // namespace
}  // namespace dateline::searcher
