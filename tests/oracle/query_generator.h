// Queries drawn from the text of articles, so that most of them match: the same for the same seed.
// A statement draws once, since compilers differ in the order of arguments.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/text/analyser.h"
#include "corpus/random.h"
#include "searcher/query/query.h"
#include "tests/oracle/spot_generator.h"

namespace dateline::oracle {

// What a query is drawn for: each is a kind of part that stands for itself, below an AND, an OR and
// a NOT.
enum class Operator : std::uint8_t {
  kNear,
  kNearInOrder,
  kSameSentence,
  kSameParagraph,
  kNotNear,
  kNestedNear,
  kAtLeast,
  kSynonyms,
  kHeadlineAndLead,
  kHole,
  kWildcard,
  kFuzzy,
  kPhraseWithPattern,
  kLength,
  kWeight,
};

// Words in any form, exact ones, phrases as they stand (with hyphens, initialisms, signs and line
// ends in them), fields, dates, every Operator, and AND, OR and NOT of them, one inside of the
// other.
class QueryGenerator {
 public:
  // The articles must outlive it; at least one.
  QueryGenerator(const std::vector<Article>& articles, std::uint64_t seed);

  searcher::Query next();

  // One with at least one such part in it.
  searcher::Query next(Operator kind);

 private:
  using Node = searcher::Node;

  // What stands under an AND is drawn from one article, so that it can match.
  Node node(const Article& about, unsigned depth);
  Node node_anywhere(unsigned depths);  // of a depth below that
  Node all_of(const Article& about, unsigned depth);
  Node any_of(unsigned depth);
  Node leaf(const Article& about);
  Node part(Operator kind, const Article& about);
  Node placed(const Article& about);
  Node word(const Article& about);
  Node phrase(const Article& about);
  Node in_headline(const Article& about);
  Node in_field(const Article& about);
  Node dates(const Article& about);
  Node length(const Article& about);

  const Article& any_article();
  std::string cut_words(const std::string& text, std::uint32_t words);
  std::string telling_word(const std::string& text);

  const std::vector<Article>& articles_;
  corpus::Random random_;
  Analyser analyser_;
  SpotGenerator places_;
};

}  // namespace dateline::oracle
