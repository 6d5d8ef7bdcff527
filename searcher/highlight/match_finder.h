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
#include "searcher/highlight/query_parts.h"

namespace dateline::searcher {

// Bytes [begin, end) of a text that match a part of the query: a word or a phrase as a whole.
struct TextMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t part = 0;  // which of the query's visible parts
  auto operator<=>(const TextMatch&) const = default;
};

enum class TextKind : std::uint8_t { kHeadline, kBody };

// One per query and thread. Remembers which words match, so a word is stemmed once for all texts of
// a language.
class MatchFinder {
 public:
  explicit MatchFinder(const std::vector<QueryPart>& parts);

  // Matches by place, each once; they may overlap. `tokens` are those of the text.
  std::vector<TextMatch> find(const std::vector<Token>& tokens, std::string_view language,
                              TextKind kind);

 private:
  struct Phrase {
    std::size_t part;
    bool headline_only;
    std::vector<std::size_t> words;  // indexes into words_, one a position
  };
  struct Place {
    std::uint32_t position;
    std::size_t begin;
    std::size_t end;
  };
  using Places = std::vector<Place>;  // by position
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  struct Language {
    Stemmer stemmer;
    std::vector<std::set<std::string, std::less<>>> stem_keys;  // for each of words_

    // First bytes that an accepted term can have: most terms of a text need no stemming to be
    // passed over. Only for stemmers that never touch the beginning of a word; all set otherwise.
    std::bitset<256> first_bytes;
    std::unordered_map<std::string, std::vector<std::size_t>, StringHash, std::equal_to<>>
        accepted_by;
  };

  std::bitset<256> first_bytes_of(std::string_view language) const;
  std::size_t index_of(const AcceptedWords& words);
  Language& language(std::string_view code);
  const std::vector<std::size_t>& accepted_by(Language& language, std::string_view term) const;
  std::vector<Places> places_of_words(const std::vector<Token>& tokens, Language& language) const;
  static void find_phrase(const Phrase& phrase, const std::vector<Places>& places,
                          std::vector<TextMatch>& matches);

  std::vector<AcceptedWords> words_;  // all different
  std::vector<Phrase> phrases_;       // a word is a phrase of one
  std::map<std::string, Language, std::less<>> languages_;
};

}  // namespace dateline::searcher
