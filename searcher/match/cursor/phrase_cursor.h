// Articles in which words stand one after the other.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searcher/match/cursor/positional_cursor.h"
#include "searcher/meaning/phrase_pattern.h"
#include "searcher/query/field.h"

namespace dateline::searcher {

class PhraseCursor final : public PositionalCursor {
 public:
  struct Phrase {
    // The words of the patterns, at least one, then any others that stand in an article as often as
    // the phrase or more: pairs of neighbouring words.
    std::vector<OccurrenceCursorPtr> words;
    std::vector<PhrasePattern> patterns;
    TextPart part = TextPart::kAnywhere;  // not kLead
  };

  // `headlines` holds the words of each article's headline; it must outlive the cursor.
  PhraseCursor(Phrase phrase, const Scoring& scoring, float idf,
               std::span<const std::uint16_t> headlines);

 private:
  struct WordPositions {
    std::uint32_t article = 0;  // that they are of
    std::vector<std::uint32_t> positions;
  };

  Found find() override;
  const std::vector<std::uint32_t>& positions(std::uint32_t word);

  std::vector<PhraseSteps> patterns_;
  std::vector<WordPositions> words_;
  TextPart part_;
  std::span<const std::uint16_t> headlines_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> of_pattern_;
};

}  // namespace dateline::searcher
