// What an article says of itself in its text: that it was corrected, updated or sent anew.
//
//   (Corrects name in third paragraph)        at the start, or behind the dateline
//   PORT ALDWYN (Wire) - (Adds quotes) A cracked pin …
//   Editor's note: This story has been corrected.
//   Correction: An earlier version of this article said …        at the start, or at the end
//
// In English and, for what web pages print, in eight other languages.
#pragma once

#include <string_view>

namespace dateline::indexer {

// "corrected", "refiled", "recast" or "update", or "" where a body says nothing of the kind. Looks
// at some hundred bytes of its first three paragraphs and of its last three. Takes any bytes.
std::string_view noted_version(std::string_view body);

}  // namespace dateline::indexer
