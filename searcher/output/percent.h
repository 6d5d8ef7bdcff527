// Percent-encoding (RFC 3986): any bytes as ASCII without blanks.
#pragma once

#include <string>
#include <string_view>

namespace dateline::searcher {

// ASCII letters, digits and the bytes of `kept` stay; every other byte becomes %XX.
std::string percent_encoded(std::string_view text, std::string_view kept);

// The article's URL where it is a web address, http or https with a host; else "". What may not
// stand in an address (blanks, quotes, brackets, anything beyond ASCII) is percent-encoded, so that
// the result can stand in an attribute, in braces or in a terminal as it is. Nothing else is ever
// made a link: not javascript:, not data:, not file:.
std::string web_address(std::string_view url);

}  // namespace dateline::searcher
