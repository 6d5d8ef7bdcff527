// Languages as archives and users write them, by their ISO 639 codes.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// The ISO 639-1 code of a language, or its code of three letters where it has none of two: "en" for
// "en", "en_US", "en-GB", "eng", "English" and "English (US)", in any case. Names are those of ISO 639
// in English, and what the larger languages call themselves. Codes of two and three letters that
// the table does not know are taken as they are. Empty for all else. Thread-safe, and no library
// behind it: a search is not to start later for it.
std::string language_code(std::string_view written);

}  // namespace dateline
