// What people write for a date elsewhere, and what they should write here instead.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::searcher {

// For numbers joined by slashes, full stops or hyphens that read_period does not take: what is
// wrong and what to write, to follow the quoted text: "is ambiguous: write 1987-02-01 (1 February)
// or 1987-01-02 (2 January)". Nothing for any other text.
std::optional<std::string> advice_on_numbers(std::string_view text);

}  // namespace dateline::searcher
