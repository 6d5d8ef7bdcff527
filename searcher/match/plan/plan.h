// The text part of a query, ready to walk over any segment: words resolved to lists, weights known.
//
// Weights come from the whole index, so a plan is made once and serves all segments. A value;
// thread-safe to read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "common/publication_time.h"
#include "common/text_index/text_index.h"
#include "searcher/match/cursor/match_cursor.h"
#include "searcher/match/cursor/word_positions.h"
#include "searcher/meaning/spot_tree.h"
#include "searcher/ranking/scoring.h"

namespace dateline::searcher {

class CopyGroups;
struct PlanNode;

// The posting lists of a word, for each segment those of all its forms.
using ListsBySegment = std::vector<std::vector<Term>>;

// The lists that have a word's positions, for each segment.
using FormsBySegment = std::vector<std::vector<WordForms>>;

struct WordPlan {
  ListsBySegment lists;
  bool is_disjoint = false;  // no article is in two lists: they are of a stem in several languages
  float idf = 0;
  TextPart part = TextPart::kAnywhere;  // not kLead
};

struct PhrasePlan {
  std::vector<ListsBySegment> words;
  std::vector<PhrasePattern> patterns;  // each uses all words
  std::vector<ListsBySegment> pairs;    // of words that are neighbours in every pattern
  bool is_pair = false;  // stands where its one pair does: the words need not be looked at
  float idf = 0;
  TextPart part = TextPart::kAnywhere;  // not kLead
};

// Enough spots of a tree; see SpotsCursor.
struct SpotsPlan {
  struct Word {
    FormsBySegment forms;
    std::optional<std::size_t> required;  // the number in `required` of the same word
  };

  std::vector<ListsBySegment> required;
  std::vector<Word> words;
  SpotTree tree;
  std::uint32_t root = 0;
  std::uint32_t least = 1;
  float idf = 0;
};

struct AndPlan {
  std::vector<PlanNode> parts;
};

struct OrPlan {
  std::vector<PlanNode> parts;
};

struct NotPlan {
  std::vector<PlanNode> all_but;  // exactly two: what matches, and what excludes
};

struct DatePlan {
  DayRange range;
};

// The article with this identity; see TextIndex::identities().
struct IdentityPlan {
  std::uint64_t identity = 0;
};

// Articles of so many words, or with so many copies; see CopyGroups.
struct NumberPlan {
  AskedNumber wanted;
};

struct UndatedPlan {};
struct AllPlan {};
struct NothingPlan {};

struct PlanNode {
  std::variant<NothingPlan, AllPlan, WordPlan, PhrasePlan, SpotsPlan, AndPlan, OrPlan, NotPlan,
               DatePlan, UndatedPlan, IdentityPlan, NumberPlan>
      value;
};

// What a plan needs of a segment. The index must outlive all cursors.
struct PlanTarget {
  const TextIndex* index;
  std::size_t segment;  // its place in ListsBySegment
  Scoring scoring;
  CopyGroups* copies = nullptr;  // asked only for numbers of copies, which match nothing without
};

// A cursor over the articles that the plan matches in the segment; nullptr where there can be none.
// The plan must outlive it.
MatchCursorPtr open_cursor(const PlanNode& plan, const PlanTarget& target);

}  // namespace dateline::searcher
