// The names of the months, as archives print them and as queries hold them.
//
// English, German, French, Spanish, Portuguese and Italian. Thread-safe.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace dateline {

// Takes a folded word: lower-case ASCII, accents dropped ("marz" for "März"). Knows full names and
// the usual abbreviations without their full stop: "january", "jan", "aout", "mrz". "mar" is a
// weekday in three of the languages too; it is a month here.
std::optional<std::chrono::month> find_month(std::string_view folded);

}  // namespace dateline
