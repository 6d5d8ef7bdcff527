#include "common/text/spelling.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "common/text/spelling_table.h"

namespace dateline {
namespace {

using namespace std::string_view_literals;

struct ViewHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

template <typename Visit>
void for_each_ending(std::string_view endings, Visit&& visit) {
  while (!endings.empty()) {
    const std::size_t space = std::min(endings.find(' '), endings.size());
    const std::string_view ending = endings.substr(0, space);
    visit(ending == "-"sv ? std::string_view() : ending);
    endings.remove_prefix(std::min(space + 1, endings.size()));
  }
}

// The tables with every inflection written out, in both directions. -ise is spelled -ize in them.
class SpellingMap {
 public:
  SpellingMap() {
    for (const SpellingEntry& entry : other_spellings()) add(entry);
    for (const std::string_view stem : stems_in_our()) {
      add({std::string(stem) + "our", std::string(stem) + "or", endings_after_our()});
    }
    for (const std::string_view verb : verbs_that_double_l()) {
      add({std::string(verb) + 'l', verb, "ed er ers ing ings"});
    }
    for (const std::string_view word : words_only_in_ise()) only_ise_.emplace(word);
  }

  static const SpellingMap& instance() {
    static const SpellingMap map;
    return map;
  }

  std::string_view to_american(std::string_view word) const {
    const auto found = american_.find(word);
    return found == american_.end() ? word : found->second;
  }

  void append_british(const std::string& american, std::vector<std::string>& words) const {
    const auto [first, last] = british_.equal_range(american);
    for (auto entry = first; entry != last; ++entry) words.push_back(entry->second);
  }

  bool is_only_ise(std::string_view word_without_e) const {
    const auto ends = ends_only_in_ise();
    return only_ise_.contains(word_without_e) ||
           std::any_of(ends.begin(), ends.end(), [word_without_e](std::string_view ending) {
             return word_without_e.ends_with(ending);
           });
  }

 private:
  void add(const SpellingEntry& entry) {
    for_each_ending(entry.endings, [&](std::string_view ending) {
      std::string british = std::string(entry.british) += ending;
      std::string american = std::string(entry.american) += ending;
      british_.emplace(american, british);
      american_.emplace(std::move(british), std::move(american));
    });
  }

  std::unordered_map<std::string, std::string, ViewHash, std::equal_to<>> american_;
  std::unordered_multimap<std::string, std::string> british_;
  std::unordered_set<std::string, ViewHash, std::equal_to<>> only_ise_;
};

constexpr std::array kIseEndings = {
    "e"sv,    "es"sv,    "ed"sv,     "er"sv,      "ers"sv,       "ing"sv,
    "able"sv, "ation"sv, "ations"sv, "ational"sv, "ationally"sv,
};
constexpr std::size_t kShortestStem = 3;

bool is_vowel_or_w(char c) {
  return "aeiouw"sv.find(c) != std::string_view::npos;
}

// Where the s or z stands that -ise and -ize differ in; nowhere for a word of no such family. A
// vowel before it makes another word: raise, noise, cruise, seize.
std::size_t find_ise(std::string_view word, char sibilant) {
  for (const std::string_view ending : kIseEndings) {
    if (!word.ends_with(ending)) continue;
    const std::size_t at = word.size() - ending.size() - 1;
    if (word.size() < kShortestStem + 2 + ending.size()) continue;
    if (word[at] != sibilant || word[at - 1] != 'i' || is_vowel_or_w(word[at - 2])) continue;
    std::string family(word.substr(0, at));
    if (SpellingMap::instance().is_only_ise(family + 's')) continue;
    return at;
  }
  return std::string_view::npos;
}

std::string with_letter(std::string word, std::size_t at, char letter) {
  word[at] = letter;
  return word;
}

}  // namespace

std::string american_spelling(std::string_view word) {
  std::string american(word);
  const std::size_t at = find_ise(word, 's');
  if (at != std::string_view::npos) american[at] = 'z';
  return std::string(SpellingMap::instance().to_american(american));
}

// The table before the rule: it writes -ize, so that its forms get their -ise from the rule too.
std::vector<std::string> spellings(std::string_view word) {
  const std::string american = american_spelling(word);
  std::vector<std::string> all = {std::string(word), american};
  SpellingMap::instance().append_british(american, all);
  for (std::size_t i = 0, written = all.size(); i < written; ++i) {
    const std::size_t at = find_ise(all[i], 'z');
    if (at != std::string_view::npos) all.push_back(with_letter(all[i], at, 's'));
  }
  std::sort(all.begin() + 1, all.end());
  all.erase(std::unique(all.begin() + 1, all.end()), all.end());
  all.erase(std::remove(all.begin() + 1, all.end(), all.front()), all.end());
  return all;
}

}  // namespace dateline
