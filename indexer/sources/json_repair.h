// Makes JSON of what programs in use write for JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

struct RepairedJson {
  std::string json;
  bool characters_replaced = false;  // halves of characters became U+FFFD
};

// Nothing where there is nothing to mend that it knows. What it mends, each because one reading
// alone is possible:
//
//   - NaN, Infinity, undefined and Python's None become null; True and False lose their capital;
//   - a comma before a closing bracket goes;
//   - inside of strings, raw tabs, line ends and other control characters are escaped, \' is an
//     apostrophe, \x41 an "A", and the escape of half a character becomes U+FFFD;
//   - strings in single quotes, as Python prints them, get double ones;
//   - ISODate("..."), ObjectId('...'), NumberLong(5) become what they hold, and Python's
//     datetime.datetime(2020, 1, 2, 3, 4) "2020-01-02T03:04:00".
//
// Whether the result is JSON is for the parser to say.
std::optional<RepairedJson> repair_json(std::string_view text);

}  // namespace dateline::indexer
