// The words of a query as they were typed, and the query with other words in their place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"

namespace dateline::searcher {

// A word that the query wants in the text: not what is negated, and neither patterns nor words of
// fields. Ordinary words only, of letters: see is_stemmable().
struct TypedWord {
  std::size_t text = 0;   // which of the query's words and phrases it stands in
  std::size_t begin = 0;  // bytes [begin, end) there
  std::size_t end = 0;
  std::string as_typed;
  std::string term;
  Form form = Form::kStem;
  bool is_alone = false;  // it is all that was typed there
  bool in_phrase = false;
};

// In order of the query.
std::vector<TypedWord> typed_words(const Query& query);

struct Replacement {
  TypedWord word;
  std::string by;  // a word in the capitals of the one typed, or two words with a blank between
};

// `replacements` are of typed_words(query), in their order. A word that is replaced by two becomes
// a phrase.
Query with_replacements(const Query& query, const std::vector<Replacement>& replacements);

// The text of `changed`, which with_replacements() made of `query`: `typed` with its new words, or
// the query written out where `typed` is not the query's text.
std::string changed_text(std::string_view typed, const Query& query, const Query& changed);

// A query with other words in it, which finds far more.
struct Suggestion {
  std::string text;  // can be typed
  Query query;
};

// `word`, which is lower-case, in the capitals of `like`: "Blinken" for "Blinkn", "BLINKEN" for
// "BLINKN". Only ASCII letters are made capitals.
std::string in_capitals_of(std::string_view like, std::string_view word);

}  // namespace dateline::searcher
