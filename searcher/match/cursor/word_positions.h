// Where a word of a query stands in an article, in any of its forms.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "searcher/match/cursor/occurrence_cursor.h"

namespace dateline::searcher {

// Lists with positions that count as the word. Those of a stem do only in the articles of its list,
// which are those of its language: stems have no positions of their own.
struct WordForms {
  std::optional<Term> stem;
  std::vector<Term> lists;

  bool operator==(const WordForms&) const = default;
};

// One thread at a time; the index must outlive it. Articles are asked for in ascending order.
class WordPositions {
 public:
  WordPositions(const TextIndex& index, std::span<const WordForms> forms, const Scoring& scoring);

  // Of a word that has but these forms. `standing` is the cursor of their stem, or of their lists
  // if they have none, and must stand on the article whenever it is asked for.
  WordPositions(const TextIndex& index, const WordForms& forms, OccurrenceCursor& standing);

  // Valid until another article is asked for.
  const std::vector<std::uint32_t>& in(std::uint32_t article);

 private:
  struct Form {
    Term term;
    std::unique_ptr<PostingCursor> list;  // made when first asked
  };
  // The forms of a stem, the most frequent first: with as many occurrences found as the stem has in
  // the article, the others need no look.
  struct Stem {
    std::unique_ptr<PostingCursor> own;
    OccurrenceCursor* standing = nullptr;  // in place of its own
    std::vector<Form> forms;
  };

  static std::vector<Form> by_frequency(const std::vector<Term>& terms);
  void add_forms(Stem& stem, std::uint32_t article);
  void add_of_list();

  const TextIndex& index_;
  OccurrenceCursor* standing_ = nullptr;
  OccurrenceCursorPtr words_;
  std::vector<Stem> stems_;
  std::uint32_t article_ = 0;
  std::vector<std::uint32_t> positions_;
  std::vector<std::uint32_t> of_list_;
};

}  // namespace dateline::searcher
