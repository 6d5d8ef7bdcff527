// Parts of queries that have places, drawn from a text where they stand near each other: most are
// there, some miss it by one position.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/text/analyser.h"
#include "corpus/random.h"
#include "searcher/query/query.h"
#include "tests/oracle/nodes.h"

namespace dateline::oracle {

// A text by its words.
struct SpottedText {
  struct Spot {
    std::uint32_t begin = 0;  // bytes
    std::uint32_t end = 0;
  };
  std::string_view text;
  std::vector<Spot> spots;  // one for each position
  std::string field;        // where the text is, as a query may say

  // So many words from the one at `first` on, as they stand there.
  std::string words(std::size_t first, std::size_t count) const;
};

class SpotGenerator {
 public:
  // Both must outlive it; at least one article.
  SpotGenerator(const std::vector<Article>& articles, corpus::Random& random)
      : articles_(articles), random_(random) {}

  // A NearNode of this reach and order, its sides nested so deep; another part where the article is
  // too short. `negated` may have a right side that stands elsewhere.
  searcher::Node near(const Article& about, Nearness nearness, unsigned depth);

  // A NearNode of any kind.
  searcher::Node near(const Article& about, unsigned depth);

  searcher::Node at_least(const Article& about);
  searcher::Node synonyms(const Article& about);
  searcher::Node in_lead(const Article& about);       // or in the second paragraph
  searcher::Node with_hole(const Article& about);     // a phrase
  searcher::Node wildcard(const Article& about);      // a word
  searcher::Node fuzzy(const Article& about);         // a word
  searcher::Node with_pattern(const Article& about);  // a phrase

 private:
  using Node = searcher::Node;

  // A part and the positions that it takes.
  struct Side {
    Node node;
    std::size_t first = 0;
    std::size_t last = 0;
  };

  SpottedText text_of(const Article& about);
  SpottedText spotted(std::string_view text, std::string field);
  Side near(const SpottedText& text, std::size_t at, Nearness nearness, unsigned depth);
  Side side(const SpottedText& text, std::size_t at, unsigned depth);
  Side leaf(const SpottedText& text, std::size_t at);
  Nearness any_nearness();
  std::uint32_t gap_for(searcher::Reach reach);
  Node elsewhere();
  Node word(const SpottedText& text, std::size_t at);
  Node phrase(const SpottedText& text, std::size_t first, std::size_t count);
  std::string with_wildcard(const std::string& word);
  std::string misspelt(std::string word);
  std::size_t spot_in(const SpottedText& text);

  const std::vector<Article>& articles_;
  corpus::Random& random_;
  Analyser analyser_;
};

}  // namespace dateline::oracle
