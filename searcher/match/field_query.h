// A word or phrase in a field of the catalogue -> Xapian terms.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

namespace dateline::searcher {

// Articles whose field holds the typed words next to each other, in any spelling, as pairs (see
// common/index/catalogue_schema.h). Text without words matches nothing. Not for url and id, which
// the text index answers.
Xapian::Query field_query(std::string_view field, const std::string& typed);

}  // namespace dateline::searcher
