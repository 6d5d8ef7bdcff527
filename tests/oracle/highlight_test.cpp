// What is lit in the articles of the sample is what a naive scan says takes part in the match, for
// each operator.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "common/utf8.h"
#include "searcher/highlight/snippet.h"
#include "searcher/meaning/resolve.h"
#include "tests/oracle/archive.h"
#include "tests/oracle/naive_lights.h"
#include "tests/oracle/operators.h"
#include "tests/oracle/query_generator.h"

namespace dateline::oracle {
namespace {

using searcher::HighlightedText;
using searcher::Highlighter;
using searcher::Query;

constexpr std::size_t kQueries = 60;
constexpr std::uint64_t kSeed = 1'605;

using Bytes = std::vector<bool>;

void mark(std::size_t begin, std::size_t end, Bytes& bytes) {
  std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
            bytes.begin() + static_cast<std::ptrdiff_t>(end), true);
}

Bytes lit_bytes(const HighlightedText& lit) {
  Bytes bytes(lit.text.size());
  std::size_t character = 0;
  std::string_view rest = lit.text;
  while (!rest.empty()) {
    const std::size_t begin = lit.text.size() - rest.size();
    const std::size_t size = first_character(rest).bytes;
    for (const auto& [first, end] : lit.highlights) {
      if (character >= first && character < end) mark(begin, begin + size, bytes);
    }
    rest.remove_prefix(size);
    ++character;
  }
  return bytes;
}

// A place as bytes. A compound or a symbol at its ends may be what is meant there: then more is lit
// than the word itself.
struct Extent {
  std::size_t begin = 0, end = 0;            // of the words: must be lit
  std::size_t begin_most = 0, end_most = 0;  // of all tokens there: may be lit
};

Extent extent_of(const Spot& place, const std::vector<Token>& tokens) {
  Extent extent{std::string::npos, 0, std::string::npos, 0};
  for (const Token& token : tokens) {
    if (token.position < place.first || token.position > place.last) continue;
    extent.begin_most = std::min<std::size_t>(extent.begin_most, token.begin);
    extent.end_most = std::max<std::size_t>(extent.end_most, token.end);
    if (token.kind != TokenKind::kWord) continue;
    extent.begin = std::min<std::size_t>(extent.begin, token.begin);
    extent.end = std::max<std::size_t>(extent.end, token.end);
  }
  return extent;
}

std::string cut(const std::string& text, const Bytes& bytes, const Bytes& others) {
  std::string odd;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] && !others[i]) odd += text[i];
  }
  return odd;
}

class Highlights : public testing::TestWithParam<NamedOperator> {
 protected:
  static void SetUpTestSuite() { sample_ = std::make_unique<Sample>(); }
  static void TearDownTestSuite() { sample_.reset(); }

  // All articles that the naive scan lights anything in: more than are found.
  static void check(const Query& query) {
    const SpotsByArticle lit = sample_->lights.find(query.root);
    Highlighter highlighter(resolve(query, sample_->words.expansions()));
    for (std::uint32_t i = 0; i < sample_->articles.size(); ++i) {
      const Article& article = sample_->articles[i];
      const auto found = lit.find(i);
      const Spots& places = found == lit.end() ? Spots() : found->second;
      Analyser analyser;
      const auto& headline = analyser.analyse(article.headline);
      check_text(highlighter.highlight_headline(article), headline, places);
      const std::uint32_t body = analyser.next_position() + kHeadlineGap;
      check_text(highlighter.highlight_body(article), analyser.analyse(article.body, body), places);
    }
  }

  static void check_text(const HighlightedText& lit, const std::vector<Token>& tokens,
                         const Spots& places) {
    const Bytes bytes = lit_bytes(lit);
    Bytes must(bytes.size());
    Bytes may(bytes.size());
    for (const Spot& place : places) {
      const Extent extent = extent_of(place, tokens);
      if (extent.end == 0) continue;  // of the other text
      mark(extent.begin, extent.end, must);
      mark(extent.begin_most, extent.end_most, may);
    }
    EXPECT_EQ(cut(lit.text, bytes, may), "") << "is lit and takes no part, in: " << lit.text;
    EXPECT_EQ(cut(lit.text, must, bytes), "") << "takes part and is not lit, in: " << lit.text;
  }

  struct Sample {
    Sample() : archive(articles_of_sample()), words(archive), places(archive, words) {
      articles = articles_of_sample();
    }
    static std::vector<Article> articles_of_sample() {
      std::vector<Article> articles;
      for (const Record& record :
           read_records(std::string(DATELINE_SOURCE_DIR) + "/corpus/sample")) {
        articles.push_back(record.article);
      }
      return articles;
    }
    NaiveArchive archive;
    NaiveWords words;
    NaiveSpots places;
    NaiveLights lights{archive, places};
    std::vector<Article> articles;
  };
  static inline std::unique_ptr<Sample> sample_;
};

TEST_P(Highlights, AreWhatTakesPartInTheMatch) {
  QueryGenerator generator(sample_->articles, kSeed);
  for (std::size_t i = 0; i < kQueries && !HasFailure(); ++i) {
    const Query query = generator.next(GetParam().kind);
    SCOPED_TRACE(to_string(query));
    check(query);
  }
}

INSTANTIATE_TEST_SUITE_P(Highlights, Highlights, testing::ValuesIn(kOperators),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace dateline::oracle
