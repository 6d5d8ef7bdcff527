// What one value of a field is worth: prose, a placeholder, a URL, the code of a language.
#pragma once

#include <string>
#include <string_view>

#include "indexer/sources/field_map.h"

namespace dateline::indexer {

// Whether a value is what programs write for nothing: "None", "null", "nan", "N/A", "-", "[]", "".
bool is_nothing(std::string_view value);

// The same for an id or a URL, where more is nothing than in a headline: "unknown", "false", numbers
// that are zero or -1, signs alone, such as "#" and "/". A word that may be a name is none.
bool identifies_nothing(std::string_view value);

// The same of an id, of which a single 0 is the first of an enumeration.
bool is_no_id(std::string_view id);

// Prose as it is to be read: HTML is read as HTML, also where its tags are escaped, and references
// are resolved.
std::string prose(std::string_view value);

// "https://o.example/1", "//o.example/1" or "www.o.example/1", in one word.
bool is_url(std::string_view value);

// Whether it names a site and no page of it: "https://o.example", "http://o.example/".
bool is_home_page(std::string_view url);

// "o.example" of "https://www.o.example:80/1".
std::string_view host_of(std::string_view url);

bool is_number(std::string_view value);

// "Ann Ode; Bo Ek; Ann Ode" -> "Ann Ode, Bo Ek". Commas part nobody: they stand inside of names.
std::string names_once(std::string_view names);

// Of a list or an object that was printed into a string, "['Ann Ode', 'Bo Ek']", by Python or as
// JSON: its text for the role. Nothing where it is none, so that the string is what it says.
std::string printed_value_text(std::string_view value, Role role);

// What a string says for a role: of a printed list its text, prose read as prose, URLs, ids, dates
// and languages as they are. "" for a placeholder, and for a body that is but a URL.
std::string string_text(std::string_view value, Role role);

}  // namespace dateline::indexer
