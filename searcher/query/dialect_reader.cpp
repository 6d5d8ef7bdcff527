#include "searcher/query/dialect_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "common/text/ascii.h"
#include "searcher/query/reading_notes.h"

namespace dateline::searcher {
namespace {

class DialectWords {
 public:
  DialectWords(const std::vector<Lexeme>& lexemes, Dialect dialect,
               std::deque<std::string>& written, std::vector<std::string>& notes)
      : lexemes_(lexemes), dialect_(dialect), written_(written), notes_(notes) {}

  std::vector<Lexeme> read() {
    for (; lexemes_[at_].kind != LexemeKind::kEnd; ++at_) {
      out_.push_back(lexemes_[at_]);
      if (lexemes_[at_].kind == LexemeKind::kSign) read_sign();
      if (lexemes_[at_].kind == LexemeKind::kWord && is_free()) read_word();
    }
    out_.push_back(lexemes_.back());
    return std::move(out_);
  }

 private:
  bool is_free() const {
    if (at_ == 0) return true;
    const Lexeme& before = lexemes_[at_ - 1];
    const bool binds = before.kind == LexemeKind::kField || before.kind == LexemeKind::kExact;
    return !binds || before.end != lexemes_[at_].begin;
  }

  bool is_between() const {
    return at_ > 0 && ends_operand(lexemes_[at_ - 1]) && begins_operand(lexemes_[at_ + 1]);
  }

  void read_sign() {
    if (dialect_ != Dialect::kWestlaw || !is_between()) return;
    if (lexemes_[at_].text == "&") out_.back().kind = LexemeKind::kAnd;
    if (lexemes_[at_].text == "%") out_.back().kind = LexemeKind::kNot;
  }

  void read_word() {
    const std::string small = ascii::lower(lexemes_[at_].text);
    const Lexeme& next = lexemes_[at_ + 1];
    if (small == "and" && is_between()) {
      out_.back().kind = LexemeKind::kAnd;
    } else if (small == "or" && is_between()) {
      out_.back().kind = LexemeKind::kOr;
    } else if (small == "not" && (begins_operand(next) || next.kind == LexemeKind::kNear)) {
      out_.back().kind = LexemeKind::kNot;
    } else if (small == "but" && ascii::lower(next.text) == "not") {
      out_.pop_back();
    } else if (dialect_ != Dialect::kFactiva) {
      read_root();
    } else if (small == "same" && is_between()) {
      out_.back().kind = LexemeKind::kNear;
      out_.back().near = {Reach::kParagraph, 1, NearOrder::kEither};
    } else {
      read_truncation();
    }
  }

  // Factiva's "compan$" and "smok$3".
  void read_truncation() {
    const std::string_view word = lexemes_[at_].text;
    const std::size_t sign = word.rfind('$');
    const bool ends = sign != std::string_view::npos && sign >= 3 && sign + 2 >= word.size() &&
                      std::all_of(word.begin(), word.begin() + 3, ascii::is_letter);
    if (ends) rewrite(std::string(word.substr(0, sign)) + '*');
  }

  // "pric!" of Nexis and Westlaw; of Westlaw also "wom*n", where "*" is one letter, and "#oil".
  void read_root() {
    std::string word(lexemes_[at_].text);
    const bool is_root = word.size() > 3 && word.ends_with('!') && !is_printed_so(word);
    if (is_root) word.back() = '*';
    if (dialect_ == Dialect::kWestlaw && !is_root) {
      const std::size_t last = word.find_last_not_of('*');
      if (last == std::string::npos) return;
      if (last + 1 < word.size()) {
        notes_.push_back(
            fmt::format("'{}' stands for any letters at its end here, not for {} at most", word,
                        word.size() - last - 1));
      }
      std::replace(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(last), '*', '?');
      if (word.starts_with('#')) {
        out_.back() = {LexemeKind::kExact, "=", lexemes_[at_].begin, lexemes_[at_].begin + 1};
        out_.push_back(lexemes_[at_]);
        out_.back().begin += 1;
        word.erase(0, 1);
      }
    }
    if (word != lexemes_[at_].text) rewrite(std::move(word));
  }

  void rewrite(std::string word) {
    written_.push_back(std::move(word));
    out_.back().text = written_.back();
  }

  const std::vector<Lexeme>& lexemes_;
  Dialect dialect_;
  std::deque<std::string>& written_;
  std::vector<std::string>& notes_;
  std::size_t at_ = 0;
  std::vector<Lexeme> out_;
};

class Joiner {
 public:
  Joiner(std::vector<Lexeme> lexemes, Dialect dialect, std::deque<std::string>& written)
      : lexemes_(std::move(lexemes)), dialect_(dialect), written_(written) {}

  std::vector<Lexeme> join() {
    std::size_t synonyms = 0;  // brackets of syn() that are open
    for (std::size_t i = 0; i < lexemes_.size(); ++i) {
      const LexemeKind kind = lexemes_[i].kind;
      const bool is_group = synonyms > 0 || (i > 0 && lexemes_[i - 1].kind == LexemeKind::kSynonym);
      if (is_group && kind == LexemeKind::kOpen) ++synonyms;
      if (is_group && kind == LexemeKind::kClose) --synonyms;
      if (!is_group && i > 0) join_with_last(i);
      out_.push_back(lexemes_[i]);
    }
    return std::move(out_);
  }

 private:
  void join_with_last(std::size_t i) {
    const Lexeme& before = lexemes_[i - 1];
    if (dialect_ == Dialect::kWestlaw) {
      const bool side_by_side = ends_operand(before) && begins_operand(lexemes_[i]) &&
                                lexemes_[i].kind != LexemeKind::kMinus;
      if (!side_by_side) return;
      out_.push_back({LexemeKind::kOr, "OR", lexemes_[i].begin, lexemes_[i].begin});
      return;
    }
    const bool is_apart = before.end < lexemes_[i].begin;
    const bool goes_on = lexemes_[i].kind == LexemeKind::kWord && is_apart &&
                         (in_phrase_ || before.kind == LexemeKind::kWord);
    if (!goes_on) {
      in_phrase_ = false;
      is_bound_ = before.kind == LexemeKind::kField || before.kind == LexemeKind::kExact;
    } else if (!is_bound_) {
      in_phrase_ = true;
      written_.push_back(fmt::format("{} {}", out_.back().text, lexemes_[i].text));
      lexemes_[i] = {LexemeKind::kQuoted, written_.back(), out_.back().begin, lexemes_[i].end};
      out_.pop_back();
    }
  }

  std::vector<Lexeme> lexemes_;
  Dialect dialect_;
  std::deque<std::string>& written_;
  std::vector<Lexeme> out_;
  bool in_phrase_ = false;  // the last of out_ is a phrase that may go on
  bool is_bound_ = false;   // the words at the end of out_ begin behind a field or "="
};

}  // namespace

bool ends_operand(const Lexeme& lexeme) {
  constexpr std::array kinds = {LexemeKind::kWord, LexemeKind::kQuoted, LexemeKind::kClose,
                                LexemeKind::kAll, LexemeKind::kWeight};
  return std::ranges::find(kinds, lexeme.kind) != kinds.end();
}

bool begins_operand(const Lexeme& lexeme) {
  constexpr std::array kinds = {LexemeKind::kWord,  LexemeKind::kQuoted,  LexemeKind::kOpen,
                                LexemeKind::kField, LexemeKind::kExact,   LexemeKind::kAll,
                                LexemeKind::kMinus, LexemeKind::kAtLeast, LexemeKind::kSynonym};
  return std::ranges::find(kinds, lexeme.kind) != kinds.end();
}

std::vector<Lexeme> read_dialect_words(const std::vector<Lexeme>& lexemes, Dialect dialect,
                                       std::deque<std::string>& written,
                                       std::vector<std::string>& notes) {
  return DialectWords(lexemes, dialect, written, notes).read();
}

std::vector<Lexeme> put_together(std::vector<Lexeme> lexemes, Dialect dialect,
                                 std::deque<std::string>& written) {
  return Joiner(std::move(lexemes), dialect, written).join();
}

}  // namespace dateline::searcher
