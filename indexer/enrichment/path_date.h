// The date in a path: "20061020/story", "2023/01/13/story", "2023-01-13-story",
// "archive/2023/01/story".
#pragma once

#include <optional>
#include <string_view>

#include "common/publication_time.h"

namespace dateline::indexer {

// Reads the path of a file, of a member or of a URL. A component must begin with the date, so that
// the day a dump was made ("export-2023-01-13.json") dates nothing in it; the last such component
// counts. Folders "2023/01" alone give a month. Years 1700 to 2099: other numbers are ids. Origin
// is kPath.
std::optional<PublicationTime> parse_path_date(std::string_view path);

}  // namespace dateline::indexer
