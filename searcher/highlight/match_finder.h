// Finds in an analysed text what a query found there.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/analyser.h"
#include "common/text/stemmer.h"
#include "searcher/meaning/spot_tree.h"

namespace dateline::searcher {

enum class TextKind : std::uint8_t { kHeadline, kBody };

// Bytes [begin, end) of a text that match a part of the query: a word or a phrase as a whole.
struct TextMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t part = 0;  // which of the query's words and phrases that can be seen
  auto operator<=>(const TextMatch&) const = default;
};

// What of a query can be seen in a text: words and phrases that are not negated, and NEARs, whose
// words and phrases are seen only where they take part in one of their spots. Of an AtLeastOf all
// spots count, as the article has enough of them. Weights change nothing.
struct VisibleSpots {
  SpotTree tree;
  std::vector<std::uint32_t> roots;  // in order of the query
};

VisibleSpots visible_spots(const MeaningNode& meaning);

// One per query and thread. Remembers which words match, so a word is stemmed once for all texts of
// a language.
class MatchFinder {
 public:
  explicit MatchFinder(VisibleSpots visible);

  // Matches by position, each once; they may overlap. `tokens` are those of the text, numbered from
  // 0. Headline and body are looked at apart, as nothing reaches from one to the other.
  std::vector<TextMatch> find(const std::vector<Token>& tokens, std::string_view language,
                              TextKind kind);

 private:
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  // Words of the tree by term.
  using WordsByTerm =
      std::unordered_map<std::string, std::vector<std::size_t>, StringHash, std::equal_to<>>;
  struct Language {
    Stemmer stemmer;
    std::vector<std::set<std::string, std::less<>>> stem_keys;  // for each word of the tree

    // First bytes that an accepted term can have: most terms of a text need no stemming to be
    // passed over. Only for stemmers that never touch the beginning of a word; all set otherwise.
    std::bitset<256> first_bytes;
    WordsByTerm accepted_by;
  };

  // Where a word stands in a text: its positions, and the bytes at each of them.
  struct WordOccurrences {
    Positions positions;
    std::vector<std::pair<std::size_t, std::size_t>> bytes;
  };
  class TokenText;
  class Lighter;

  std::bitset<256> first_bytes_of(std::string_view language) const;
  Language& language(std::string_view code);
  const std::vector<std::size_t>& accepted_by(Language& language, std::string_view term) const;
  void find_words(const std::vector<Token>& tokens, Language& language);

  VisibleSpots visible_;
  WordsByTerm listed_;  // terms that words of the tree name
  std::map<std::string, Language, std::less<>> languages_;
  std::vector<WordOccurrences> occurrences_;  // of each word in the text looked at; filled anew
};

}  // namespace dateline::searcher
