// What a value of a field is counted as: the authors of a byline, an agency by whatever name, a
// section however it is spelt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyser.h"

namespace dateline::searcher {

struct CountedName {
  std::string spelling;  // as it would be shown; never empty
  std::string key;       // equal keys are counted together
  bool operator==(const CountedName&) const = default;
};

// Values with the same key are found by the same search of the field: case, accents and most signs
// do not count, "UK News" is "UK news". What the search passes over and readers do not ("C++", "A-")
// parts keys all the same.
//
// Bylines are divided into authors, a place of two towns ("NEW YORK/CHICAGO") and what two agencies
// sign into both. Not thread-safe.
class CountedNames {
 public:
  // Of a value that is not empty: one at least, no key twice.
  std::vector<CountedName> names(std::string_view field, std::string_view value);

 private:
  std::string key_of(std::string_view text);
  void add(std::string_view spelling, std::string key, std::vector<CountedName>& names);
  void add_authors(std::string_view byline, std::vector<CountedName>& names);
  void add_agencies(std::string_view value, std::vector<CountedName>& names);

  Analyser analyser_;
};

// Which of two spellings of one key to show where equally many articles have them: an agency's
// usual name before its others, mixed letters before capitals alone and small ones alone, then the
// order of bytes.
bool is_better_spelling(std::string_view a, std::string_view b);

}  // namespace dateline::searcher
