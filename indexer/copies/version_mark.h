// What an agency writes before a story to say that it is another version: CORRECTED, UPDATE 2-.
//
//   UPDATE 2-Grain prices fall         CORRECTED - Grain prices fall
//   RPT-UPDATE 2-Grain prices fall     Grain prices fall (corrected)
//   WRAPUP 3-Grain prices fall         (Corrects day in paragraph 2)
//
// It stands before the headline, in brackets at its end, or in brackets at the start of the body;
// the latter says that something was corrected, not what the version is called.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// The mark in lower case with its number: "update 2", "corrected", several joined by a space; ""
// where there is none. A repeat (RPT, REPEAT) is no version. Two articles with different marks are
// different versions.
std::string version_mark(std::string_view headline, std::string_view body);

}  // namespace dateline::indexer
