// Words that stand in printed dates beside the months: weekdays, small words and zones.
//
// All take a folded word: lower-case ASCII, accents dropped ("miercoles" for "miércoles"). English,
// German, French, Spanish, Portuguese and Italian; the months are in common/month_names.h.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace dateline::indexer {

bool is_weekday_word(std::string_view folded);

// Words that stand between the parts of a date and mean nothing: "of", "de", "um", "uhr",
// "published".
bool is_date_filler(std::string_view folded);

// Offset from UTC of a zone abbreviation. Where one is used in several places, the place that
// prints more news with zones has it: IST is India's (not Ireland's or Israel's), CST the American
// central time (not China's), BST the British summer time, AST the Atlantic, GST the Gulf.
std::optional<std::chrono::minutes> find_zone(std::string_view folded);

}  // namespace dateline::indexer
