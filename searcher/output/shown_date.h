// A time of publication as people read it.
#pragma once

#include <string>

#include "common/publication_time.h"

namespace dateline::searcher {

// "2023-01-13 09:41+05:30", "2023-01-13", "2023-01", "undated".
std::string shown_date(const PublicationTime& published);

}  // namespace dateline::searcher
