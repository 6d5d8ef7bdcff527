// What words mean in a dialect: before habits.h reads what takes several lexemes, and after it.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "searcher/query/dialect.h"
#include "searcher/query/lexer.h"

namespace dateline::searcher {

// Whether an operand may end or begin with the lexeme: what joins two stands between such.
bool ends_operand(const Lexeme& lexeme);
bool begins_operand(const Lexeme& lexeme);

// "and", "or", "not" and "same" as operators, "pric!" and "compan$" as patterns, "&" and "%" of
// Westlaw. What lexemes point into that was not typed so is put into `written`, which must live as
// long as they do; what cannot be read just so, into `notes`.
std::vector<Lexeme> read_dialect_words(const std::vector<Lexeme>& lexemes, Dialect dialect,
                                       std::deque<std::string>& written,
                                       std::vector<std::string>& notes);

// Words side by side as the dialect takes them: alternatives in Westlaw, else a phrase. Those of
// syn() stay apart.
std::vector<Lexeme> put_together(std::vector<Lexeme> lexemes, Dialect dialect,
                                 std::deque<std::string>& written);

}  // namespace dateline::searcher
