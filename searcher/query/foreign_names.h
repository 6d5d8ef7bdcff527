// Names that other search systems put before "=", "(", ":" or ">": fields and commands of Nexis,
// Lexis+, Factiva, Westlaw, ProQuest, Europresse and Google, and what to write here instead.
//
// docs/habits.md shows them in queries, and its test reads them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::searcher {

struct ForeignName {
  std::string_view name;         // in small letters
  std::string_view field;        // the field of Dateline that is nearest; "": there is none
  std::string_view advice = {};  // what to write where there is no such field; else what to add
};

// Null where no other system is known to have it. In any case: "HD" is "hd".
const ForeignName* find_foreign_name(std::string_view name);

// What to write in place of `typed`, such as "hd=", where the name is one of another system, of
// Dateline or of nobody: "'hd=' is written headline:enron here". `value` is what was asked for; ""
// where it is not plain.
std::string instead_of(std::string_view typed, std::string_view name, std::string_view value);

// The same for a comparison: "wc>500", "date>=2008". `sign` is one of > < = >= <=.
std::string instead_of_comparison(std::string_view typed, std::string_view name,
                                  std::string_view sign, std::string_view value);

// The field of dates that means the same: "aft" and ">" are "after"; nothing for other words.
std::optional<std::string_view> date_field_of(std::string_view relation);

}  // namespace dateline::searcher
