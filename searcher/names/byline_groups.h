// A byline cut into groups of words, at the signs and words that part the names of a list.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::searcher {

using NameWords = std::vector<std::string_view>;

// What stands between a group and the one before it.
enum class Parting : std::uint8_t {
  kNone,   // it is the first
  kComma,  // may also part a family name from a given one
  kAnd,    // "and", "&", "und"
  kEnd,    // ';', '/', '|', a bullet or a dash: what stands before it is complete
};

struct NameGroup {
  NameWords words;  // never empty; views into the byline
  Parting before = Parting::kNone;
  bool operator==(const NameGroup&) const = default;
};

// What stands in brackets is left out: it says where an author works. Takes any text; the views are
// valid as long as it. At most kMostNameWords words are looked at: beyond is no list of names.
inline constexpr std::size_t kMostNameWords = 400;
std::vector<NameGroup> name_groups(std::string_view byline);

// A word of an office, a desk or a paper: who has it in his name is no person. Case does not matter.
bool is_office_word(std::string_view word);

// "van", "De", "bin", the y of "Ortega y Gasset": belongs to the family name behind it. With a capital
// only those that are no given names or initials.
bool is_particle(std::string_view word);

// "Jr.", "III". Case does not matter.
bool is_name_suffix(std::string_view word);

// Whether a word may be one of a person's name: it begins with a capital, or is a particle, or has a
// capital behind a hyphen or an apostrophe (al-Hariri, d'Arcy), and holds no digit.
bool is_word_of_name(std::string_view word);

}  // namespace dateline::searcher
