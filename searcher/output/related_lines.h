// The articles that a hit stands for or belongs with, in a line each, for people.
//
// "also in The Sentinel, The Courier and 3 more", "other versions: The Gazette of 2023-01-13": whom
// else to look at, each source once. What lies in the hit's own source is told by its date, what
// has no source by its id. Names are the archive's, so a line still needs the escapes of its
// format.
#pragma once

#include <string>
#include <vector>

#include "searcher/hit.h"

namespace dateline::searcher {

// The line of copies, then that of other versions; none of what there is not.
std::vector<std::string> related_lines(const Hit& hit);

}  // namespace dateline::searcher
