// Answers a query by looking at every article: slow, short, and as the documentation says it.
//
// What matches: interpretation.h says what a word or phrase means, query.h the rest.
// What it scores, after bm25.h:
//   - a reading of one word: its occurrences are all places of all accepted terms, a term that
//     stands there as part and as compound counting for each; n adds up the articles of each family
//     of terms (the forms of a stem in one language, or any other term), at most N;
//   - a reading of several words: one word that occurs where it starts. Readings of the same words
//     in another arrangement ("send email now", "send email email now") are one, with the idf of
//     the first;
//   - the readings of what was typed add up, as those of an OR do, and so does an AND;
//   - in field headline: a word that is there scores as it does anywhere, a phrase for its places
//     there;
//   - a NearNode, a SynonymNode, the child of an AtLeastNode, and what is typed in field hlead: one
//     word that occurs at its places, of all readings together and those that overlap counted once,
//     with the idf of naive_spots.h;
//   - Node::weight multiplies what a node scores;
//   - dates, numbers, other fields and what is excluded score nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query/query.h"
#include "tests/oracle/archive.h"
#include "tests/oracle/naive_archive.h"
#include "tests/oracle/naive_spots.h"
#include "tests/oracle/naive_words.h"

namespace dateline::oracle {

struct Ranked {
  std::uint32_t article = 0;  // from 0, in the order of indexing
  double score = 0;
};

class NaiveSearch {
 public:
  // The archive must outlive it.
  explicit NaiveSearch(const IndexedArchive& archive);

  // Live articles that match, best first, equal ones in the order of indexing.
  std::vector<Ranked> search(const searcher::Query& query);

  // Live undated articles that only their missing date keeps out; nothing where no date is asked
  // for. Dates under a NOT ask for none.
  std::optional<std::uint64_t> undated_left_out(const searcher::Query& query);

 private:
  struct Answer {
    std::vector<std::uint8_t> matches;  // 1 or 0, by article
    std::vector<double> scores;         // 0 where it does not match
  };
  struct Count {
    std::uint32_t occurrences = 0;
    bool in_headline = false;
  };

  Answer nothing() const;
  Answer answer(const searcher::Node& node);
  Answer answer_all(const std::vector<searcher::Node>& children);
  Answer answer_any(const std::vector<searcher::Node>& children);
  Answer answer_typed(const searcher::Node& node, const std::string& typed, searcher::Form form,
                      const std::string& field);
  Answer answer_text(const std::string& typed, searcher::Form form, const std::string& field);
  Answer answer_field(const std::string& field, const std::string& typed) const;
  Answer answer_places(const searcher::Node& node);
  Answer answer_at_least(const searcher::AtLeastNode& often);
  Answer answer_dates(const DayRange& range) const;
  Answer answer_undated() const;
  Answer answer_number(const searcher::NumberNode& number) const;
  Answer unweighted(const searcher::Node& node);

  void add_word(const NaiveWord& word, const std::string& field, Answer& answer) const;
  void add_phrases(const std::vector<NaiveReading>& arrangements, const std::string& field,
                   Answer& answer) const;
  void score(std::uint32_t article, double idf, std::size_t occurrences, Answer& answer) const;

  const IndexedArchive& archive_;
  NaiveArchive articles_;
  NaiveWords words_;
  NaiveSpots places_;
};

}  // namespace dateline::oracle
