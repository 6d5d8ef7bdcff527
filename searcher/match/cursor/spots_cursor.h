// Articles with enough spots of a tree: what is near what, and how often.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/text_index/text_index.h"
#include "searcher/match/cursor/positional_cursor.h"
#include "searcher/match/cursor/word_positions.h"
#include "searcher/meaning/spot_tree.h"

namespace dateline::searcher {

// An article of the index as a SpotFinder reads it. The index must outlive it.
class IndexedText {
 public:
  IndexedText(const TextIndex& index, std::vector<WordPositions> words)
      : index_(index), headlines_(index.headlines()), words_(std::move(words)) {}

  void move_to(std::uint32_t article);

  const Positions& positions(std::uint32_t word) { return words_[word].in(article_); }
  std::uint32_t headline_end() const { return headlines_[article_ - 1]; }
  std::uint32_t end_of(TextPart part);

  // Those of the body, and of what is asked for.
  const TextStarts& starts_for(Reach reach);

 private:
  // Postings of one of the terms that mark where something starts, and the article last read.
  struct StartsList {
    std::optional<PostingCursor> postings;
    std::uint32_t article = 0;
  };

  void read(StartsList& list, std::string_view term, Starts& starts);

  const TextIndex& index_;
  std::span<const std::uint16_t> headlines_;
  std::vector<WordPositions> words_;
  std::uint32_t article_ = 0;
  StartsList sentences_;
  StartsList paragraphs_;
  TextStarts starts_;
};

// Scored as one word that stands in an article as often as spots of the tree do, those that overlap
// counted once.
class SpotsCursor final : public PositionalCursor {
 public:
  struct Goal {
    const SpotTree* tree = nullptr;  // must outlive the cursor
    std::uint32_t root = 0;
    std::vector<WordPositions> words;  // of the tree
    std::uint32_t least = 1;           // spots that an article must have
  };

  // Every spot of the root holds one of each of the `required`, at least one; the cursors of the
  // goal's words may be among them. The index must outlive it.
  SpotsCursor(std::vector<OccurrenceCursorPtr> required, Goal goal, const Scoring& scoring,
              float idf, const TextIndex& index);

 private:
  Found find() override;
  const Positions* positions_of(std::uint32_t side, Positions& gathered);
  std::optional<SpotsApart> count_pairs();

  const SpotTree& tree_;
  std::uint32_t root_;
  IndexedText text_;
  SpotFinder<IndexedText> finder_;
  Positions left_;
  Positions right_;
};

}  // namespace dateline::searcher
