// Articles with enough places of a tree of operators: what is near what, and how often.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "common/text_index/text_index.h"
#include "searcher/match/places_tree.h"
#include "searcher/match/positional_cursor.h"
#include "searcher/match/word_positions.h"

namespace dateline::searcher {

// Scored as one word that stands in an article as often as places of the tree do, those that
// overlap counted once.
class PlacesCursor final : public PositionalCursor {
 public:
  struct Wanted {
    const PlacesNode* tree = nullptr;  // must outlive the cursor
    std::vector<WordPositions> words;  // of the tree
    std::uint32_t least = 1;           // places that an article must have
  };

  // Every place of the tree holds one of each of the `required`, at least one; the cursors of
  // `wanted` may be among them. The index must outlive it.
  PlacesCursor(std::vector<OccurrenceCursorPtr> required, Wanted wanted, const Scoring& scoring,
               float idf, const TextIndex& index);

 private:
  // Positions of one of the terms that mark where something starts.
  struct StartsList {
    std::optional<PostingCursor> postings;
    std::uint32_t article = 0;  // that `starts` are of
    Starts starts;
  };

  Found find() override;
  Places places(const PlacesNode& node);
  Places places_of(const EitherPlaces& either);
  Places places_of(const WordPlaces& word);
  Places places_of(const PhrasePlaces& phrase);
  Places places_of(const NearPlaces& near);
  const Positions* positions_of(const PlacesNode& side, Positions& gathered);
  std::optional<PlacesApart> count_pairs();
  const Starts& starts_for(Reach reach);
  void keep_inside(TextPart where, Places& places);
  std::uint32_t headline() const { return headlines_[article_ - 1]; }
  const Starts& starts(StartsList& list, std::string_view term);

  const TextIndex& index_;
  Wanted wanted_;
  std::span<const std::uint16_t> headlines_;
  StartsList sentences_;
  StartsList paragraphs_;
  TextStarts text_;
  Positions phrase_starts_;
  Positions left_;
  Positions right_;
};

}  // namespace dateline::searcher
