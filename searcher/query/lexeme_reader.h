// Lexemes taken one by one, and the first mistake that is met on the way.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/lexer.h"

namespace dateline::searcher {

// After a mistake, of which the first is kept, reading goes on and means nothing.
class LexemeReader {
 public:
  // The last one must be kEnd, as split_query() gives them.
  explicit LexemeReader(std::vector<Lexeme> lexemes) : lexemes_(std::move(lexemes)) {}

  // The next lexeme, or the one so many after it; kEnd beyond the end.
  const Lexeme& next(std::size_t ahead = 0) const {
    return lexemes_[std::min(at_ + ahead, lexemes_.size() - 1)];
  }

  // The one taken last; the next one where none was.
  const Lexeme& before() const { return lexemes_[at_ > 0 ? at_ - 1 : 0]; }
  bool at_start() const { return at_ == 0; }

  Lexeme take() { return lexemes_[at_++]; }  // never at kEnd

  bool accept(LexemeKind kind) {
    if (next().kind != kind) return false;
    ++at_;
    return true;
  }

  Node fail(const Lexeme& lexeme, std::string message) {
    return fail(lexeme.begin, std::move(message));
  }
  Node fail(std::size_t column, std::string message) {
    if (!mistake_) mistake_ = QueryMistake{column, std::move(message)};
    return {};
  }
  const std::optional<QueryMistake>& mistake() const { return mistake_; }

 private:
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::optional<QueryMistake> mistake_;
};

}  // namespace dateline::searcher
