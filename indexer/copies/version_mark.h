// What an agency writes before a story to say that it is another version: CORRECTED, UPDATE 2-.
//
//   UPDATE 2-Grain prices fall         CORRECTED - Grain prices fall
//   RPT-UPDATE 2-Grain prices fall     Grain prices fall (corrected)
//   WRAPUP 3-Grain prices fall         [Corrected] Grain prices fall
//   CORRECTED Grain prices fall        Grain prices fall - correction
//
// It stands before the headline or behind it; else in the body as a note, which says that something
// was corrected, not what the version is called: see indexer/copies/correction_note.h.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// The mark in lower case with its number: "update 2", "corrected", several joined by a space; ""
// where there is none. A repeat (RPT, REPEAT) is no version. Two articles with different marks are
// different versions.
std::string version_mark(std::string_view headline, std::string_view body);

}  // namespace dateline::indexer
