#include "common/text_index/text_index.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/indexer/text_index/text_index_fixture.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

TEST_F(TextIndexTest, HoldsEveryWordWithItsArticlesAndPositions) {
  const auto articles = random_articles(700, 1);
  const TextIndex index(write(articles));

  EXPECT_EQ(index.articles(), 700u);
  EXPECT_EQ(read_words(index), naive_words(articles));
}

TEST_F(TextIndexTest, HoldsEveryStemOfEachLanguageWithItsArticles) {
  const auto articles = random_articles(700, 2);
  const TextIndex index(write(articles));

  EXPECT_EQ(read_stems(index), naive_stems(articles));
}

TEST_F(TextIndexTest, KnowsTheWordsOfEachStem) {
  const auto articles = random_articles(700, 6);
  const SegmentOnDisk written = segment(articles);

  EXPECT_EQ(read_forms(TextIndex(written.text_index_path())), naive_forms(articles));
  EXPECT_EQ(read_forms(TextIndex(merge({written, written}))), naive_forms(articles));
}

TEST_F(TextIndexTest, FindsTheWordsOfAStemByItsKey) {
  const std::vector<SmallArticle> articles = {{"", "elected"}, {"", "elects elected dies dying"}};
  const TextIndex index(write(articles));

  ASSERT_EQ(index.find_forms("en:elect").size(), 2u);
  EXPECT_EQ(index.find_forms("en:elect")[0].articles, 2u);
  EXPECT_EQ(index.find_forms("en:elect")[1].articles, 1u);
  EXPECT_EQ(index.find_forms("en:die").size(), 2u) << "whatever letters the words share";
  EXPECT_TRUE(index.find_forms("en:electo").empty());
}

TEST_F(TextIndexTest, HoldsPairsOfNeighbouringPairedWords) {
  const std::vector<SmallArticle> articles = {
      {"US of the US", "The of the, of-the of the. Of\n\nthe i-n of i-n-of the"},
      {"", "Treaty of talks the"},  // not neighbours
      {"The", "Of the us us US"},   // not across the headline's end
      {"Talks of", "no-no of of of the in-in-in the"},
      {"of the", "", "de"},
  };
  const TextIndex index(write(articles));

  EXPECT_EQ(read_pairs(index), naive_pairs(articles));
  EXPECT_EQ(read_list(index, *index.find_word("\x02of the"), false).size(), 4u);
}

TEST_F(TextIndexTest, HoldsTheWordsOfUrlsOncePerArticle) {
  std::vector<SmallArticle> articles = random_articles(700, 7);
  articles.push_back({"", "", "en", "https://talks.example/talks/9/11/the/the"});
  articles.push_back({"Alone", "Without any.", "en", ""});
  const TextIndex index(write(articles));

  EXPECT_EQ(read_urls(index), naive_urls(articles));
  EXPECT_EQ(read_list(index, *index.find_word("\x03talks"), false).back().article, 701u);
  index.check();
}

TEST_F(TextIndexTest, IsTheSameForItsTextWhateverTheUrlsAre) {
  const auto articles = random_articles(700, 8);
  auto without = articles;
  for (SmallArticle& article : without) article.url.clear();
  const TextIndex index(write(articles));
  const TextIndex other(write(without));

  EXPECT_EQ(read_words(index), read_words(other));
  EXPECT_EQ(read_pairs(index), read_pairs(other));
  EXPECT_EQ(read_stems(index), read_stems(other));
  EXPECT_TRUE(std::ranges::equal(index.lengths(), other.lengths()));
  EXPECT_TRUE(std::ranges::equal(index.headlines(), other.headlines()));
  EXPECT_EQ(index.total_words(), other.total_words());
  EXPECT_TRUE(read_urls(other).empty());
}

TEST_F(TextIndexTest, IsTheSameFromOneBatchOrFromMany) {
  const auto articles = random_articles(900, 3);
  const auto first = invert({articles.begin(), articles.begin() + 250});
  const auto second = invert({articles.begin() + 250, articles.begin() + 251});
  const auto third = invert({articles.begin() + 251, articles.end()});

  EXPECT_EQ(test::content_of(write({&first, &second, &third})), test::content_of(write(articles)));
}

TEST_F(TextIndexTest, MergedSegmentsAreWhatOneBatchWouldHaveMade) {
  const auto articles = random_articles(900, 4);
  const auto middle = articles.begin() + 500;
  EXPECT_EQ(test::content_of(
                merge({segment({articles.begin(), middle}), segment({middle, articles.end()})})),
            test::content_of(write(articles)));
}

TEST_F(TextIndexTest, MergingLeavesOutArticlesThatAreGone) {
  auto articles = random_articles(600, 5);
  DeletedArticles gone;
  std::vector<SmallArticle> kept;
  for (std::uint32_t number = 1; number <= articles.size(); ++number) {
    if (number % 3 == 0 || number < 140) {
      gone.add(number);
    } else {
      kept.push_back(articles[number - 1]);
    }
  }
  const TextIndex merged(merge({segment(articles, gone)}));

  EXPECT_EQ(read_words(merged), naive_words(kept));
  EXPECT_EQ(read_stems(merged), naive_stems(kept));
  EXPECT_EQ(read_pairs(merged), naive_pairs(kept));
  EXPECT_EQ(read_urls(merged), naive_urls(kept));
}

TEST_F(TextIndexTest, AdvanceFindsTheFirstArticleThatIsNotBefore) {
  const auto articles = random_articles(3'000, 6);
  const TextIndex index(write(articles));
  const Lists lists = naive_words(articles);
  std::minstd_rand random(6);
  for (const char* word :
       {"the", "treaties", "US", lists.lower_bound("rare")->first.c_str(), "9/11"}) {
    SCOPED_TRACE(word);
    std::set<std::uint32_t> expected;
    for (const Posting& posting : lists.at(word)) expected.insert(posting.article);
    for (const unsigned stride : {1u, 3u, 40u, 300u, 2'000u}) {
      PostingCursor cursor(index, *index.find_word(word));
      for (std::uint32_t target = 1; target < 3'500;
           target += 1 + static_cast<std::uint32_t>(random() % stride)) {
        const auto found = expected.lower_bound(target);
        const std::uint32_t wanted = found == expected.end() ? kNoMoreArticles : *found;
        ASSERT_EQ(cursor.advance(target), wanted);
      }
    }
  }
}

TEST_F(TextIndexTest, PositionsAreRightAfterAnyJump) {
  const auto articles = random_articles(3'000, 7);
  const TextIndex index(write(articles));
  const Lists lists = naive_words(articles);
  std::minstd_rand random(7);
  for (const char* word : {"the", "of", "treaties"}) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> expected;
    for (const Posting& posting : lists.at(word)) expected[posting.article] = posting.positions;
    PostingCursor cursor(index, *index.find_word(word));
    std::vector<std::uint32_t> positions;
    std::uint32_t target = 1;
    while (cursor.advance(target) != kNoMoreArticles) {
      cursor.positions(positions);
      ASSERT_EQ(positions, expected.at(cursor.article())) << word << ' ' << cursor.article();
      target = cursor.article() + 1 + static_cast<std::uint32_t>(random() % 200);
    }
  }
}

// A directory has places of two bytes or of four.
TEST_F(TextIndexTest, ReadsListsOnBothSidesOfTheLengthWherePlacesGetWider) {
  std::mt19937 random(11);
  std::vector<SmallArticle> articles(100'000);
  std::vector<std::uint32_t> counts;
  for (SmallArticle& article : articles) {
    counts.push_back(1 + static_cast<std::uint32_t>(random() % 14));
    for (std::uint32_t i = 0; i < counts.back(); ++i) article.body += "up again ";
    if (random() % 4 == 0) article.body += "harbour";
  }
  const TextIndex index(write(articles));
  const Term often = *index.find_word("up");
  const Term seldom = *index.find_word("harbour");
  EXPECT_GT(std::min(often.postings_bytes, often.positions_bytes), 0xffffu);
  EXPECT_LT(std::max(seldom.postings_bytes, seldom.positions_bytes), 0xffffu);

  PostingCursor up(index, often);
  PostingCursor harbour(index, seldom);
  std::vector<std::uint32_t> positions;
  for (std::uint32_t article = 1; article <= articles.size(); article += 1 + article % 13) {
    const std::uint32_t count = counts[article - 1];
    ASSERT_EQ(up.advance(article), article);
    up.positions(positions);
    ASSERT_EQ(positions.size(), count);
    ASSERT_EQ(positions.back(), kHeadlineGap + 2 * (count - 1));
    if (!articles[article - 1].body.ends_with("harbour")) continue;
    ASSERT_EQ(harbour.advance(article), article);
    harbour.positions(positions);
    ASSERT_EQ(positions, std::vector{kHeadlineGap + 2 * count});
  }
}

// Their lengths are known up to 65,535 words only, and so are those of their headlines.
TEST_F(TextIndexTest, KeepsThePositionsOfVeryLongArticles) {
  const auto words = [](const char* often, const char* once, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += i + 9 == count ? once : often, text += ' ';
    return text;
  };
  auto articles = random_articles(200, 9);
  articles[20].body = words("treaty", "last", 65'534);
  articles[21].body = words("treaty", "last", 65'535);
  articles[22].body = words("treaty", "last", 65'536);
  articles[23].body = words("treaty", "last", 140'000);
  articles[24] = {words("talk", "last", 66'000), words("treaty", "last", 5'000)};
  const TextIndex index(write(articles));

  EXPECT_EQ(read_words(index), naive_words(articles));
}

// Positions of a word in 128 articles or more and in an eighth of all are written in another way.
TEST_F(TextIndexTest, KeepsPositionsWhereTheWayTheyAreWrittenChanges) {
  const std::pair<const char*, std::size_t> words_articles[] = {
      {"treaty", 127}, {"senate", 128},  {"harbour", 129}, {"minister", 255},
      {"ferry", 256},  {"defence", 257}, {"story", 384},
  };
  std::vector<SmallArticle> articles(2'048);
  for (const auto& [word, count] : words_articles) {
    for (std::size_t i = 0; i < count; ++i) {
      SmallArticle& article = articles[i * articles.size() / count];
      if (i % 5 == 0) article.headline += std::string(word) + " ";
      for (std::size_t j = 0; j < i % 4 + 1; ++j) article.body += std::string(word) + " up ";
    }
  }
  EXPECT_TRUE(has_coded_positions(255, articles.size()));
  EXPECT_FALSE(has_coded_positions(256, articles.size()));
  const TextIndex index(write(articles));
  EXPECT_EQ(read_words(index), naive_words(articles));

  const auto middle = articles.begin() + 700;
  EXPECT_EQ(test::content_of(
                merge({segment({articles.begin(), middle}), segment({middle, articles.end()})})),
            test::content_of(write(articles)));
}

TEST_F(TextIndexTest, BoundsCoverEveryPostingOfTheirBlock) {
  const auto articles = random_articles(2'000, 8);
  const TextIndex index(write(articles));
  const auto lengths = index.lengths();
  for (auto word = index.words().begin(); !word.done(); word.next()) {
    PostingCursor cursor(index, word.term());
    if (!cursor.has_bounds()) continue;
    while (cursor.next() != kNoMoreArticles) {
      cursor.look_ahead(cursor.article());
      const std::uint32_t occurrences =
          cursor.occurrences() + (cursor.in_headline() ? kHeadlineBonus : 0);
      bool covered = false;
      for (const BoundPair& pair : cursor.bound()) {
        covered |= (pair.occurrences == 255 || pair.occurrences >= occurrences) &&
                   pair.occurrences > 0 &&
                   length_of_code(pair.length) <= lengths[cursor.article() - 1];
      }
      ASSERT_TRUE(covered) << word.text() << ' ' << cursor.article();
    }
  }
}

TEST_F(TextIndexTest, FindsNothingForWordsThatAreNotThere) {
  const TextIndex index(write(std::vector{SmallArticle{"Talks", "the treaty"}}));

  for (const char* word : {"", "a", "talk", "talksx", "zzz", "\xff", "en:talk"}) {
    EXPECT_FALSE(index.find_word(word)) << word;
  }
  EXPECT_TRUE(index.find_word("talks"));
  EXPECT_TRUE(index.find_stem("en:talk"));
  EXPECT_FALSE(index.find_stem("de:talk"));
}

TEST_F(TextIndexTest, CanBeEmpty) {
  const TextIndex index(write(std::vector<SmallArticle>{}));

  EXPECT_EQ(index.articles(), 0u);
  EXPECT_FALSE(index.find_word("the"));
  index.check();
}

TEST_F(TextIndexTest, SentencesAndParagraphsAreKeptAsPositions) {
  const TextIndex index(
      write(std::vector{SmallArticle{"Two talks", "One here. Two here.\n\nThree here."}}));

  const auto sentences = read_list(index, *index.find_word(kSentenceStarts), true);
  const auto paragraphs = read_list(index, *index.find_word(kParagraphStarts), true);
  const std::uint32_t body = 2 + kHeadlineGap;
  EXPECT_EQ(sentences[0].positions, (std::vector<std::uint32_t>{0, body, body + 2, body + 4}));
  EXPECT_EQ(paragraphs[0].positions, (std::vector<std::uint32_t>{0, body, body + 4}));
}

}  // namespace
}  // namespace dateline::indexer
