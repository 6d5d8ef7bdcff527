// What of a query has places: words and phrases, either of several, and what is near what.
//
// The words are those of a plan, by number. A value; see searcher/query/query.h for what the places
// of each are.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "searcher/match/phrase_pattern.h"
#include "searcher/places/places.h"
#include "searcher/query/field.h"

namespace dateline::searcher {

struct PlacesNode;

struct WordPlaces {
  std::uint32_t word = 0;
  TextPart where = TextPart::kAnywhere;
};

struct PhrasePlaces {
  PhraseSteps steps;
  TextPart where = TextPart::kAnywhere;
};

struct EitherPlaces {
  std::vector<PlacesNode> sides;  // none: no places
};

struct NearPlaces {
  Nearness how;
  std::vector<PlacesNode> sides;  // exactly two
};

struct PlacesNode {
  std::variant<EitherPlaces, WordPlaces, PhrasePlaces, NearPlaces> value;
};

}  // namespace dateline::searcher
