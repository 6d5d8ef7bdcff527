// Where a word of a query stands in an article, in any of its forms.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "searcher/match/occurrence_cursor.h"

namespace dateline::searcher {

// Lists with positions that count as the word. Those of a stem do only in the articles of its list,
// which are those of its language: stems have no positions of their own.
struct WordForms {
  std::optional<Term> only_in;
  std::vector<Term> lists;

  bool operator==(const WordForms&) const = default;
};

// One thread at a time; the index must outlive it. Articles are asked for in ascending order.
class WordPositions {
 public:
  WordPositions(const TextIndex& index, std::span<const WordForms> forms, const Scoring& scoring);

  // Those of a cursor, which must stand on the article whenever it is asked for.
  explicit WordPositions(OccurrenceCursor& standing) : standing_(&standing) {}

  // Valid until another article is asked for.
  const std::vector<std::uint32_t>& in(std::uint32_t article);

 private:
  struct Source {
    std::unique_ptr<PostingCursor> only_in;
    OccurrenceCursorPtr lists;
  };

  OccurrenceCursor* standing_ = nullptr;
  std::vector<Source> sources_;
  std::uint32_t article_ = 0;
  std::vector<std::uint32_t> positions_;
  std::vector<std::uint32_t> of_source_;
};

}  // namespace dateline::searcher
