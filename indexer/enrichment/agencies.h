// News agencies by the names they sign with.
#pragma once

#include <string_view>

namespace dateline::indexer {

// Whether `text` signs for an agency: "PTI", "Reuters", "The Associated Press", and with what is
// appended to one: "Reuters Life!", "AP Sports", "dpa/lno", "UrduPoint News / Sputnik". The case
// matters where the name is an abbreviation. Surrounding blanks do not.
bool is_agency(std::string_view text);

// The agency that `text` closes with after a comma, '|' or '/' ("JANE DOE, AP", "Jane Doe,
// Associated Press Writer"): a view of it as printed, empty where there is none.
std::string_view closing_agency(std::string_view text);

}  // namespace dateline::indexer
