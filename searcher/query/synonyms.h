// A user's own alternatives: words that a search takes for each other, read from a file.
//
//   # energy desk
//   oil, petroleum, "crude oil"        each of them finds the others too
//   car => automobile, motor car       car finds the others, they do not find car
//
// UTF-8, one group a line. What stands between commas is a word or a phrase; quotes around it are
// allowed and keep commas in it. A '#' begins a comment at the start of a line or after a blank.
// Lines are not added up: from "a, b" and "b, c" a search for a takes b, not c.
//
// A word is recognised in the form in which the analyser compares words: case, accents, possessives
// and British or American spelling do not matter, inflections do ("oils" is another word than
// "oil").
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "searcher/query/query.h"

namespace dateline::searcher {

inline constexpr std::size_t kMaxSynonymBytes = 1 << 20;  // of a file
inline constexpr std::size_t kMaxAlternatives = 64;       // of one word, from all its lines
inline constexpr std::size_t kMaxSynonymWords = 8;        // of one phrase

struct SynonymMistake {
  std::size_t line = 0;  // from 1
  std::string message;
};

class Synonyms {
 public:
  // What else to search for where `word` is typed, in the order of the file, each once and never
  // `word` itself. Every alternative is text of the query language: a plain word, or in straight
  // quotes a phrase or a word that would be read as an operator: {"petroleum", "\"crude oil\""}.
  // Thread-safe.
  std::vector<std::string> alternatives(std::string_view word) const;

  bool empty() const { return groups_.empty(); }

 private:
  friend class SynonymReader;

  struct Synonym {
    std::string text;    // of the query language
    std::string folded;  // its words as they are compared, apart by blanks
  };

  std::vector<std::vector<Synonym>> groups_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> groups_of_;  // by folded word
};

// Reads the text of a file. The first mistake is returned, nothing of the rest is read.
std::variant<Synonyms, SynonymMistake> read_synonyms(std::string_view text);

// Throws Error(kInput) where the file cannot be read, Error(kUsage) with its name and the line of a
// mistake in it.
Synonyms load_synonyms(const std::filesystem::path& file);

// A user's synonyms put into a query: each plain word becomes a group of words that count as one.
// Words in their default form in headline and body take part; what is in quotes, exact, a pattern
// or of another field is meant as typed. A syn() takes the synonyms of its words in. Returns how
// many words and phrases were added.
std::size_t add_synonyms(const Synonyms& synonyms, Node& node);

}  // namespace dateline::searcher
