// The habits of other search systems that take several lexemes: "oil | gas", "oil BUT NOT gas",
// "date aft 2008", "length > 500", "caps(OIL)". Between lexer and parser: what means the same here
// is put in its place, what does not is a mistake that says what to write.
//
// What is a whole sign or word by itself ("hd=enron", "/5", "near5") is read in operators.h and
// foreign_forms.h. All that is read or refused stands in docs/habits.md.
#pragma once

#include <deque>
#include <string>
#include <variant>
#include <vector>

#include "searcher/query/lexer.h"
#include "searcher/query/parser.h"

namespace dateline::searcher {

struct ReadHabits {
  std::vector<Lexeme> lexemes;      // without kSign; the last is kEnd
  std::deque<std::string> written;  // what lexemes point into that was not typed so
  std::vector<std::string> notes;   // of what was read otherwise than it stands, a sentence each
};

// `lexemes` are those of split_query(). The text that they point into must outlive the result.
std::variant<ReadHabits, QueryMistake> read_habits(const std::vector<Lexeme>& lexemes,
                                                   const ParseOptions& options);

}  // namespace dateline::searcher
