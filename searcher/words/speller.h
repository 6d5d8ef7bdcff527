// "Did you mean: Blinken?": a query with better words, where the one typed finds little.
//
// A query that finds kFewHits or fewer may be misspelt. Its rare words are held against the words
// of the archive: those one edit away, else those two edits away behind the same first letter (see
// word_pattern.h for edits), and the word parted in two. A word is rare where no article has it or,
// if every word of the query is in some, at most one of kRareWord. Of the few best candidates the
// ones are taken with which the query finds most; best are those in most articles, where another
// first letter is ten times as unlikely, for it is seldom mistyped (Kukich, "Techniques for
// Automatically Correcting Words in Text", 1992). The query must then find kTimesAsMany as much as
// before, and every new word stands in a live article.
//
// No list of correct words: names make the news, and an archive of 1987 knows others than one of
// today.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/plan/word_lists.h"
#include "searcher/match/text_leaf.h"
#include "searcher/words/typed_words.h"
#include "searcher/words/vocabulary.h"

namespace dateline::searcher {

inline constexpr std::uint64_t kFewHits = 3;
inline constexpr std::uint64_t kTimesAsMany = 10;
inline constexpr std::uint64_t kRareWord = 5'000;     // in at most 1 of so many articles
inline constexpr std::size_t kMaxCorrectedWords = 4;  // others of the query stay as they are
inline constexpr std::size_t kShortestCorrected = 4;  // letters
inline constexpr std::size_t kShortestTwoEdits = 5;   // letters, for two edits

// Not thread-safe. What it is given must outlive it.
class Speller {
 public:
  using Count = std::function<std::uint64_t(const Query&)>;  // how many articles match

  Speller(const std::vector<LeafSegment>& segments, WordLists& lists, const Vocabulary& vocabulary);

  // `typed` is the query's text; `hits`, how many articles it finds.
  std::optional<Suggestion> suggest(const Query& query, std::string_view typed, std::uint64_t hits,
                                    const Count& count);

 private:
  struct Doubt {
    TypedWord word;
    std::uint64_t articles = 0;
    std::vector<std::string> candidates;  // best first
  };

  std::vector<Doubt> doubts(const Query& query, std::string_view typed);
  std::vector<std::string> candidates(const Doubt& doubt) const;
  std::vector<std::string> neighbours(const Doubt& doubt, std::uint8_t edits) const;
  std::optional<std::string> parted(const Doubt& doubt) const;
  bool is_better(const CountedWord& candidate, const Doubt& doubt) const;
  bool is_live(std::string_view word) const;

  const std::vector<LeafSegment>& segments_;
  WordLists& lists_;
  const Vocabulary& vocabulary_;
  std::uint64_t articles_ = 0;
};

}  // namespace dateline::searcher
