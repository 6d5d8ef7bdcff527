// A run of signs and letters between blanks that another search system, or grep, would take for an
// operator: what to write here instead.
#pragma once

#include <optional>
#include <string_view>

#include "searcher/query/operators.h"

namespace dateline::searcher {

// Nothing for a word of text. What a letter more or less tells apart is told so that news stays
// text: "x=y", "AT&T", "US$5", "and/or", "[oil]", "10:30" are no operators.
std::optional<OperatorMistake> foreign_form(std::string_view run, Dialect dialect);

// The bytes of the name that `run` begins with, where it might be a field of another system: two
// letters and more, with hyphens, points, commas and underlines inside of it. 0: none.
std::size_t foreign_name_bytes(std::string_view run);

}  // namespace dateline::searcher
