// Tells a place at the head of a dateline from the opening words of a sentence.
#pragma once

#include <string_view>

namespace dateline::indexer {

// "WASHINGTON", "ST. LOUIS", "RIO de JANEIRO", "KUALA LUMPUR, Malaysia", "PARIS/BERLIN": the first
// part in capitals, at most two regions after it. Labels of the desk ("PREVIEW", "EDITOR'S NOTE"),
// credits of pictures ("REUTERS/Jane Doe"), bodies in the news ("NATO") and anything with a digit
// are no places. Capitals of all scripts.
bool is_place_in_capitals(std::string_view text);

// "New Delhi", "The Hague", "Everett, Washington": capitalised words. Many an opening is like that,
// so ask only where something else says that this is a dateline. Headlines are such runs, too: a
// name of three words opens or closes as names of places do ("Salt Lake City"), and none holds the
// small words of a headline.
bool is_capitalised_place(std::string_view text);

// Capitalised words, whatever they name.
bool is_capitalised_run(std::string_view text);

// Whether a run of capitals has more words than a place without agency and day beside it may have.
bool is_long_for_a_place(std::string_view text);

}  // namespace dateline::indexer
