// Words of a query -> their posting lists in every segment, and what they weigh.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text_index/text_index.h"
#include "searcher/match/plan/plan.h"
#include "searcher/query/interpretation.h"
#include "searcher/words/vocabulary.h"

namespace dateline::searcher {

// Whether any word with the stem of one of the terms is accepted, and not the terms alone.
bool accepts_by_stem(const AcceptedWords& accepted);

// Of all segments, added up.
std::uint64_t articles_of(const ListsBySegment& lists);

// Looks words up in all segments of an index. Not thread-safe. The indexes must outlive it.
class WordLists {
 public:
  explicit WordLists(std::vector<const TextIndex*> segments);

  // The lists of all terms that are accepted: those of the stem in each language, else those of the
  // words.
  ListsBySegment find(const AcceptedWords& accepted);

  // For each segment the lists that have the positions of find(accepted).
  FormsBySegment find_forms(const AcceptedWords& accepted);

  // The lists of all pairs of a term of the one and a term of the other, as paired_words.h keeps
  // them; nothing unless it keeps all of them. A place in a text is in one of the lists at most:
  // terms of the table that are accepted together are a word and its initialism.
  std::optional<ListsBySegment> find_pairs(const std::vector<std::string>& first,
                                           const std::vector<std::string>& second) const;

  // Whether no article can be in two of the lists that find() gives: they are those of one stem in
  // each language.
  bool are_disjoint(const AcceptedWords& accepted);

  // By all articles of all segments, and those in the lists (added up, so at most all).
  float idf(const ListsBySegment& lists) const;

  // The words of the index that are accepted, as they are written there: those in most articles
  // first, then by byte. Articles of all segments and languages count, deleted ones among them.
  std::vector<CountedWord> written_forms(const AcceptedWords& accepted);

  // Of all segments, deleted ones among them.
  std::uint64_t articles() const { return articles_; }

  double average_length() const { return average_length_; }

 private:
  std::set<std::string> stems_of(const AcceptedWords& accepted);

  std::vector<const TextIndex*> segments_;
  std::vector<Stemmer> stemmers_;  // one for each language of the index
  std::uint64_t articles_ = 0;
  double average_length_ = 1;
};

}  // namespace dateline::searcher
