// Finds the parts of a query in an analysed text.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/analyser.h"
#include "common/text/stemmer.h"
#include "searcher/highlight/near_matches.h"
#include "searcher/highlight/query_parts.h"

namespace dateline::searcher {

enum class TextKind : std::uint8_t { kHeadline, kBody };

// One per query and thread. Remembers which words match, so a word is stemmed once for all texts of
// a language.
class MatchFinder {
 public:
  explicit MatchFinder(VisibleQuery query);

  // Matches by place, each once; they may overlap. `tokens` are those of the text, numbered from 0.
  // Headline and body are looked at apart, as nothing reaches from one to the other.
  std::vector<TextMatch> find(const std::vector<Token>& tokens, std::string_view language,
                              TextKind kind);

 private:
  struct Phrase {
    std::size_t part;
    std::vector<std::size_t> words;  // indexes into words_, one a position; or kHole
  };
  struct WordPlace {
    std::uint32_t position;
    std::size_t begin;
    std::size_t end;
  };
  using WordPlaces = std::vector<WordPlace>;  // by position
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  // Indexes into words_ by term.
  using WordsByTerm =
      std::unordered_map<std::string, std::vector<std::size_t>, StringHash, std::equal_to<>>;
  struct Language {
    Stemmer stemmer;
    std::vector<std::set<std::string, std::less<>>> stem_keys;  // for each of words_

    // First bytes that an accepted term can have: most terms of a text need no stemming to be
    // passed over. Only for stemmers that never touch the beginning of a word; all set otherwise.
    std::bitset<256> first_bytes;
    WordsByTerm accepted_by;
  };

  static constexpr std::size_t kHole = static_cast<std::size_t>(-1);

  std::bitset<256> first_bytes_of(std::string_view language) const;
  std::size_t index_of(const AcceptedWords& words);
  Language& language(std::string_view code);
  const std::vector<std::size_t>& accepted_by(Language& language, std::string_view term) const;
  std::vector<WordPlaces> places_of_words(const std::vector<Token>& tokens,
                                          Language& language) const;
  std::vector<TextMatch> find_parts(const std::vector<WordPlaces>& places,
                                    const std::vector<Token>& tokens, TextKind kind);
  static void find_phrase(const Phrase& phrase, const std::vector<WordPlaces>& places,
                          PlacedMatches& found);

  VisibleQuery query_;
  std::vector<AcceptedWords> words_;  // all different, no hole
  WordsByTerm listed_;                // terms that words_ name
  std::vector<Phrase> phrases_;       // a word is a phrase of one
  std::map<std::string, Language, std::less<>> languages_;
};

}  // namespace dateline::searcher
