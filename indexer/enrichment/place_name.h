// Tells a place at the head of a dateline from the opening words of a sentence.
#pragma once

#include <string_view>

namespace dateline::indexer {

// "WASHINGTON", "ST. LOUIS", "RIO de JANEIRO", "KUALA LUMPUR, Malaysia", "PARIS/BERLIN": the first
// part in capitals, at most two regions after it. Labels of the desk ("PREVIEW", "UPDATE"), bodies
// in the news ("NATO") and anything with a digit are no places.
bool is_place_in_capitals(std::string_view text);

// "New Delhi", "The Hague", "Everett, Washington": capitalised words. Many an opening is like that,
// so ask only where something else says that this is a dateline.
bool is_capitalised_place(std::string_view text);

}  // namespace dateline::indexer
