// Hits as references for Reference Manager, EndNote, Zotero and their kin: the format "ris".
#pragma once

#include <string>

#include "searcher/hit.h"

namespace dateline::searcher {

// A record of type NEWS for each hit, an empty line between two; "" where there is no hit, as the
// format has no place outside of records. Lines end in CR LF and are UTF-8. A record ends with
// notes: where else the story is, and what the search was. Which tag holds what is in
// docs/output-formats.md.
std::string to_ris(const SearchResult& result);

}  // namespace dateline::searcher
