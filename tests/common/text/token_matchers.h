// Tokens as short strings, so that a table of cases reads like the contract in analyser.h.
#pragma once

#include <string>
#include <string_view>

#include "common/text/analyser.h"

namespace dateline {

// "e=email mail=email": positions apart by a space, tokens of one position in order, '=' before a
// compound, '~' before a symbol.
inline std::string show(const std::vector<Token>& tokens) {
  std::string shown;
  const Token* previous = nullptr;
  for (const Token& token : tokens) {
    if (previous != nullptr && previous->position != token.position) shown += ' ';
    if (token.kind == TokenKind::kCompound) shown += '=';
    if (token.kind == TokenKind::kSymbol) shown += '~';
    shown += token.term;
    previous = &token;
  }
  return shown;
}

inline std::string analysed(std::string_view text) {
  Analyser analyser;
  return show(analyser.analyse(text));
}

}  // namespace dateline
