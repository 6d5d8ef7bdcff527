#include "common/text_index/text_index.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text_index/paired_words.h"
#include "common/text_index/posting_cursor.h"
#include "common/text_index/url_terms.h"
#include "indexer/text_index/inverted_run.h"
#include "indexer/text_index/segment_input.h"
#include "indexer/text_index/text_index_writer.h"
#include "tests/damage.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

struct SmallArticle {
  std::string headline;
  std::string body;
  std::string language = "en";
  std::string url{};
};

struct Posting {
  std::uint32_t article = 0;
  std::uint32_t occurrences = 0;
  bool in_headline = false;
  std::vector<std::uint32_t> positions;
  bool operator==(const Posting&) const = default;
};
using Lists = std::map<std::string, std::vector<Posting>>;

// What any text index of these articles must hold, worked out by going through them word by word.
Lists naive_words(const std::vector<SmallArticle>& articles) {
  Lists lists;
  Analyser analyser;
  for (std::uint32_t number = 1; number <= articles.size(); ++number) {
    const auto note = [&](std::string_view text, std::uint32_t first, bool headline) {
      for (const Token& token : analyser.analyse(text, first)) {
        auto& list = lists[std::string(token.term)];
        if (list.empty() || list.back().article != number) list.push_back({number, 0, false, {}});
        Posting& posting = list.back();
        if (!posting.positions.empty() && posting.positions.back() == token.position) continue;
        posting.positions.push_back(token.position);
        posting.in_headline |= headline;
        ++posting.occurrences;
      }
      return analyser.next_position();
    };
    const auto& article = articles[number - 1];
    note(article.body, note(article.headline, 0, true) + kHeadlineGap, false);
  }
  return lists;
}

// The kept pairs of words that stand one behind the other, without positions.
Lists naive_pairs(const std::vector<SmallArticle>& articles) {
  const Lists words = naive_words(articles);
  std::map<std::string, std::map<std::uint32_t, Posting>> pairs;
  for (const auto& [first, of_first] : words) {
    for (const auto& [second, of_second] : words) {
      const auto a = paired_word(first);
      const auto b = paired_word(second);
      if (!a || !b || !is_kept_pair(*a, *b)) continue;
      for (const Posting& left : of_first) {
        for (const Posting& right : of_second) {
          if (left.article != right.article) continue;
          Analyser analyser;
          analyser.analyse(articles[left.article - 1].headline);
          for (const std::uint32_t position : left.positions) {
            if (std::ranges::find(right.positions, position + 1) == right.positions.end()) continue;
            Posting& pair = pairs[pair_term(*a, *b)][left.article];
            pair.article = left.article;
            ++pair.occurrences;
            pair.in_headline |= position < analyser.next_position();
          }
        }
      }
    }
  }
  Lists lists;
  for (const auto& [pair, postings] : pairs) {
    for (const auto& [article, posting] : postings) lists[pair].push_back(posting);
  }
  return lists;
}

// The words of URLs: once each, in no headline, without positions.
Lists naive_urls(const std::vector<SmallArticle>& articles) {
  Lists lists;
  Analyser analyser;
  for (std::uint32_t number = 1; number <= articles.size(); ++number) {
    for (const Token& token : analyser.analyse(articles[number - 1].url)) {
      if (token.kind != TokenKind::kWord) continue;
      auto& list = lists[kUrlMark + std::string(token.term)];
      if (list.empty() || list.back().article != number) list.push_back({number, 1, false, {}});
    }
  }
  return lists;
}

Lists naive_stems(const std::vector<SmallArticle>& articles) {
  std::map<std::string, std::map<std::uint32_t, Posting>> stems;
  for (const auto& [word, list] : naive_words(articles)) {
    if (!is_stemmable(word)) continue;
    for (const Posting& posting : list) {
      Stemmer stemmer(articles[posting.article - 1].language);
      Posting& sum = stems[std::string(stemmer.key(word))][posting.article];
      sum.article = posting.article;
      sum.occurrences += posting.occurrences;
      sum.in_headline |= posting.in_headline;
    }
  }
  Lists lists;
  for (const auto& [stem, postings] : stems) {
    for (const auto& [article, posting] : postings) lists[stem].push_back(posting);
  }
  return lists;
}

std::vector<Posting> read_list(const TextIndex& index, const Term& term, bool with_positions) {
  std::vector<Posting> list;
  PostingCursor cursor(index, term);
  while (cursor.next() != kNoMoreArticles) {
    Posting& posting = list.emplace_back();
    posting = {cursor.article(), cursor.occurrences(), cursor.in_headline(), {}};
    if (with_positions) cursor.positions(posting.positions);
  }
  return list;
}

Lists read_words(const TextIndex& index) {
  Lists lists;
  for (auto word = index.words().begin(); !word.done(); word.next()) {
    if (word.text()[0] > '\x1f') lists[std::string(word.text())] = read_list(index, word.term(), true);
  }
  return lists;
}

Lists read_marked(const TextIndex& index, char mark) {
  Lists lists;
  for (auto word = index.words().begin(); !word.done(); word.next()) {
    if (word.text()[0] != mark) continue;
    EXPECT_EQ(word.term().positions_bytes, 0u);
    lists[std::string(word.text())] = read_list(index, word.term(), false);
  }
  return lists;
}

Lists read_pairs(const TextIndex& index) {
  return read_marked(index, kPairMark);
}

Lists read_urls(const TextIndex& index) {
  return read_marked(index, kUrlMark);
}

Lists read_stems(const TextIndex& index) {
  Lists lists;
  for (auto stem = index.stems().begin(); !stem.done(); stem.next()) {
    const Term term = *index.find_stem(stem.text());
    lists[std::string(stem.text())] = read_list(index, term, false);
  }
  return lists;
}

class TextIndexTest : public testing::Test {
 protected:
  static std::unique_ptr<InvertedRun> invert(const std::vector<SmallArticle>& articles) {
    auto run = std::make_unique<InvertedRun>();
    Analyser analyser;
    for (const SmallArticle& article : articles) {
      run->add({article.headline, article.body, article.url, article.language, 7, 1, 2}, analyser);
    }
    run->seal();
    return run;
  }

  std::filesystem::path merge(const std::vector<const TextIndexInput*>& inputs) {
    auto path = folder_.path() / ("text" + std::to_string(++files_) + ".index");
    write_text_index(path, inputs);
    return path;
  }

  std::filesystem::path write(const std::vector<SmallArticle>& articles) {
    const auto run = invert(articles);
    return merge({run.get()});
  }

  // Articles of common, middling and rare words, some in the headline, in two languages.
  static std::vector<SmallArticle> random_articles(std::size_t count, unsigned seed) {
    static const char* const kWords[] = {
        "the",     "of",       "minister", "ministers", "Talks",  "talk",    "defence", "defense",
        "e-mail",  "US",       "us",       "9/11",      "$4.5m",  "stories", "story",   "organised",
        "haus",    "häuser",   "berlin",   "C-130",     "treaty", "treaties"};
    std::minstd_rand random(seed);
    const auto text = [&](std::size_t words) {
      std::string made;
      for (std::size_t i = 0; i < words; ++i) {
        const auto pick = std::min<std::size_t>(random() % 22, random() % 22);
        made += random() % 40 == 0 ? "rare" + std::to_string(random() % 500) : kWords[pick];
        made += random() % 9 == 0 ? ". " : " ";
      }
      return made;
    };
    std::vector<SmallArticle> articles(count);
    for (SmallArticle& article : articles) {
      article.headline = text(random() % 4);
      article.body = text(random() % 60);
      article.language = random() % 4 == 0 ? "de" : "en";
      if (random() % 5 != 0) article.url = "https://talks.example/" + text(1 + random() % 6);
    }
    return articles;
  }

  test::TemporaryFolder folder_;
  int files_ = 0;
};

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

TEST_F(TextIndexTest, IsTheSameFromOneRunOrFromMany) {
  const auto articles = random_articles(900, 3);
  const auto first = invert({articles.begin(), articles.begin() + 250});
  const auto second = invert({articles.begin() + 250, articles.begin() + 251});
  const auto third = invert({articles.begin() + 251, articles.end()});

  EXPECT_EQ(test::content_of(merge({first.get(), second.get(), third.get()})),
            test::content_of(write(articles)));
}

TEST_F(TextIndexTest, MergedSegmentsAreWhatOneRunWouldHaveMade) {
  const auto articles = random_articles(900, 4);
  const TextIndex first(write(std::vector<SmallArticle>(articles.begin(), articles.begin() + 500)));
  const TextIndex second(write(std::vector<SmallArticle>(articles.begin() + 500, articles.end())));
  const SegmentInput first_input(first, {});
  const SegmentInput second_input(second, {});

  EXPECT_EQ(test::content_of(merge({&first_input, &second_input})),
            test::content_of(write(articles)));
}

TEST_F(TextIndexTest, MergingLeavesOutArticlesThatAreGone) {
  auto articles = random_articles(600, 5);
  const TextIndex whole(write(articles));
  std::vector<std::uint32_t> gone;
  std::vector<SmallArticle> kept;
  for (std::uint32_t number = 1; number <= articles.size(); ++number) {
    if (number % 3 == 0 || number < 140) {
      gone.push_back(number);
    } else {
      kept.push_back(articles[number - 1]);
    }
  }
  const SegmentInput input(whole, gone);
  const TextIndex merged(merge({&input}));

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
  for (const char* word : {"the", "treaties", "US", lists.lower_bound("rare")->first.c_str(), "9/11"}) {
    SCOPED_TRACE(word);
    std::set<std::uint32_t> expected;
    for (const Posting& posting : lists.at(word)) expected.insert(posting.article);
    for (const unsigned stride : {1u, 3u, 40u, 300u, 2'000u}) {
      PostingCursor cursor(index, *index.find_word(word));
      for (std::uint32_t target = 1; target < 3'500; target += 1 + static_cast<std::uint32_t>(random() % stride)) {
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
  const TextIndex first(write({articles.begin(), middle}));
  const TextIndex second(write({middle, articles.end()}));
  const SegmentInput first_input(first, {});
  const SegmentInput second_input(second, {});
  EXPECT_EQ(test::content_of(merge({&first_input, &second_input})),
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
  const TextIndex index(write(std::vector{SmallArticle{"Two talks", "One here. Two here.\n\nThree here."}}));

  const auto sentences = read_list(index, *index.find_word(kSentenceStarts), true);
  const auto paragraphs = read_list(index, *index.find_word(kParagraphStarts), true);
  const std::uint32_t body = 2 + kHeadlineGap;
  EXPECT_EQ(sentences[0].positions, (std::vector<std::uint32_t>{0, body, body + 2, body + 4}));
  EXPECT_EQ(paragraphs[0].positions, (std::vector<std::uint32_t>{0, body, body + 4}));
}

// Everything that a reader can ask for, so that every decoder runs.
std::string read_everything(const std::filesystem::path& path) {
  const TextIndex index(path);
  std::string all = std::to_string(index.total_words());
  for (const Lists& lists : {read_words(index), read_pairs(index), read_urls(index), read_stems(index)}) {
    for (const auto& [term, list] : lists) {
      all += term;
      for (const Posting& posting : list) {
        all += ' ' + std::to_string(posting.article) + ':' + std::to_string(posting.occurrences);
        for (const std::uint32_t position : posting.positions) all += ',' + std::to_string(position);
      }
    }
  }
  for (const std::uint16_t length : index.lengths()) all += ' ' + std::to_string(length);
  for (const std::uint64_t identity : index.identities()) all += ' ' + std::to_string(identity);
  return all;
}

void expect_damage_is_noticed(const std::filesystem::path& damaged) {
  EXPECT_THAT([&] { read_everything(damaged); },
              testing::ThrowsMessage<Error>(testing::HasSubstr(damaged.string())));
}

TEST_F(TextIndexTest, CutAnywhereIsAnErrorThatNamesTheFile) {
  const std::string whole = test::content_of(write(random_articles(12, 9)));
  test::cut_at_every_byte(whole, [&](const std::string& cut) {
    expect_damage_is_noticed(folder_.write("cut.index", cut));
  });
}

TEST_F(TextIndexTest, AFlippedBitIsAnErrorOrWithoutEffect) {
  const auto path = write(random_articles(300, 10));
  const std::string whole = test::content_of(path);
  const std::string expected = read_everything(path);
  test::flip_every_bit(
      whole,
      [&](const std::string& flipped) {
        const auto damaged = folder_.write("flipped.index", flipped);
        try {
          EXPECT_EQ(read_everything(damaged), expected);
        } catch (const Error& error) {
          EXPECT_THAT(error.what(), testing::HasSubstr(damaged.string()));
        }
      },
      whole.size() * 8 / 300 | 1);
}

TEST_F(TextIndexTest, AnotherVersionIsRefusedWithAdvice) {
  std::string bytes = test::content_of(write(std::vector{SmallArticle{"Talks", "the treaty"}}));
  bytes[bytes.size() - sizeof(Trailer) + offsetof(Trailer, version)] = 9;

  EXPECT_THAT([&] { TextIndex(folder_.write("new.index", bytes)); },
              test::throws_error(ErrorKind::kVersion, "build the index anew"));
}

}  // namespace
}  // namespace dateline::indexer
