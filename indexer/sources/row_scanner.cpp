#include <algorithm>

#include "indexer/sources/table_form.h"

namespace dateline::indexer {
namespace {

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

bool is_space_or_tab(char c) {
  return c == ' ' || c == '\t';
}

}  // namespace

void RowScanner::begin_row() {
  state_ = State::kCellStart;
  cells_ = 1;
  is_empty_ = true;
  line_start_ = 0;
  odd_line_ = 0;
}

bool RowScanner::follow(std::string_view bytes, std::size_t& at) {
  while (at < bytes.size()) {
    if (state_ == State::kQuoted) {
      follow_quoted(bytes, at);
      continue;
    }
    const char c = bytes[at];
    if (is_line_end(c)) return end_row(bytes, ++at);
    step(c, at++);
  }
  return false;
}

// "\r\n" is one line end. Where the "\n" is not there yet, it ends a blank row, which counts not.
bool RowScanner::end_row(std::string_view bytes, std::size_t& at) {
  if (bytes[at - 1] == '\r' && at < bytes.size() && bytes[at] == '\n') ++at;
  state_ = State::kCellStart;
  return true;
}

void RowScanner::step(char c, std::size_t at) {
  if (c == separator_) {
    ++cells_;
    state_ = State::kCellStart;
    return;
  }
  switch (state_) {
    case State::kCellStart:
      if (is_space_or_tab(c)) return;
      is_empty_ = false;
      state_ = c == quote_ && quote_ != '\0' ? State::kQuoted : State::kPlain;
      line_start_ = 0;
      return;
    case State::kPlain:
    case State::kQuoted:
      return;
    case State::kQuoteInQuoted:
      if (is_space_or_tab(c)) {
        blanks_behind_quote_ = true;
      } else if (c == quote_ && blanks_behind_quote_) {
        blanks_behind_quote_ = false;
      } else {
        if (c != quote_ && line_start_ != 0 && line_start_ <= at) odd_line_ = line_start_;
        state_ = State::kQuoted;
      }
  }
}

void RowScanner::follow_quoted(std::string_view bytes, std::size_t& at) {
  const std::size_t end = std::min(bytes.find(quote_, at), bytes.size());
  const std::size_t line_end = bytes.substr(at, end - at).rfind('\n');
  if (line_end != std::string_view::npos) line_start_ = at + line_end + 1;
  at = end;
  if (at == bytes.size()) return;
  ++at;
  blanks_behind_quote_ = false;
  state_ = State::kQuoteInQuoted;
}

}  // namespace dateline::indexer
