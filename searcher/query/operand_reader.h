// What stands where a query asks for something: a word, a phrase, a percentage, a date, a number.
#pragma once

#include "searcher/query/lexer.h"
#include "searcher/query/parser.h"

namespace dateline::searcher {

// Takes a word or a quoted text with the "=" before it, or all words of a date or percentage.
// `field` is the one that they belong to, "" for none. The next lexeme must be a word, a quoted
// text or "=".
Node read_operand(LexemeReader& lexemes, const ParseOptions& options, const Field& field);

// A word or a quoted text as it stands, as syn() takes them: "5" and "percent" are two.
Node read_single(LexemeReader& lexemes, const ParseOptions& options, const Field& field);

}  // namespace dateline::searcher
