#include "searcher/query/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "common/text/ascii.h"
#include "common/text/unicode.h"
#include "common/utf8.h"
#include "searcher/query/field.h"
#include "searcher/query/foreign_forms.h"
#include "searcher/query/foreign_names.h"

namespace dateline::searcher {
namespace {

struct Operator {
  std::string_view spelling;
  LexemeKind kind;
};

constexpr Operator kOperators[] = {
    {"AND", LexemeKind::kAnd},     {"OR", LexemeKind::kOr},       {"NOT", LexemeKind::kNot},
    {"ANDNOT", LexemeKind::kNot},  {"AND-NOT", LexemeKind::kNot}, {"BUTNOT", LexemeKind::kNot},
    {"BUT-NOT", LexemeKind::kNot}, {"*", LexemeKind::kAll},
};

// A quote is closed by one of its own kind: straight, curly, French, of Chinese and Japanese, wide.
constexpr std::u32string_view kQuotes[] = {U"\"", U"“”„‟", U"«»‹›", U"「」『』", U"＂"};

// The kind of the quote; nullptr where it is none.
const std::u32string_view* quote_kind(char32_t c) {
  const auto* kind = std::find_if(
      std::begin(kQuotes), std::end(kQuotes),
      [c](std::u32string_view quotes) { return quotes.find(c) != std::u32string_view::npos; });
  return kind == std::end(kQuotes) ? nullptr : kind;
}

bool is_quote(char32_t c) {
  return quote_kind(c) != nullptr;
}

bool is_bracket(char32_t c) {
  return c == U'(' || c == U')';
}

bool is_space(char32_t c) {
  return c <= 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200b) ||
         c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000 || c == 0xfeff;
}

bool is_word_character(char32_t c) {
  const CharacterClass kind = classify(c);
  return kind == CharacterClass::kWord || kind == CharacterClass::kMark ||
         kind == CharacterClass::kIdeograph;
}

bool has_word_character(std::string_view text) {
  for (; !text.empty(); text.remove_prefix(first_character(text).bytes)) {
    if (is_word_character(first_character(text).value)) return true;
  }
  return false;
}

// Inside of the names of fields: "copyright-line", "people.name".
bool is_name_joint(char c) {
  return c == '-' || c == '.';
}

// The length of the field name that `word` begins with; 0 where it begins with none.
std::size_t field_name_bytes(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos || colon == 0 || word.substr(colon).starts_with("://"))
    return 0;
  const std::string_view name = word.substr(0, colon);
  if (ascii::is_digit(name.front()) || is_name_joint(name.front())) return 0;
  bool has_joints = false;
  for (std::string_view rest = name; !rest.empty();) {
    const Utf8Character c = first_character(rest);
    const bool is_joint = is_name_joint(rest.front());
    if (c.value != U'_' && !is_joint && !is_word_character(c.value)) return 0;
    has_joints |= is_joint;
    rest.remove_prefix(c.bytes);
  }
  const bool is_port = has_joints && colon + 1 < word.size() && ascii::is_digit(word[colon + 1]);
  return is_name_joint(name.back()) || is_port ? 0 : colon;  // "a.m.:", "example.com:8080"
}

class Lexer {
 public:
  Lexer(std::string_view text, Dialect dialect) : text_(text), dialect_(dialect) {}

  std::variant<std::vector<Lexeme>, QueryMistake> split() {
    while (at_ < text_.size() && !mistake_) step();
    if (mistake_) return *std::move(mistake_);
    lexemes_.push_back({LexemeKind::kEnd, {}, column_, column_});
    return std::move(lexemes_);
  }

 private:
  void step() {
    const Utf8Character c = first_character(text_.substr(at_));
    if (is_space(c.value)) {
      advance(c.bytes);
      place_ = Spot::kFree;
    } else if (is_bracket(c.value)) {
      push(c.value == U'(' ? LexemeKind::kOpen : LexemeKind::kClose, c.bytes);
      place_ = c.value == U'(' ? Spot::kFree : Spot::kGlued;
    } else if (is_quote(c.value)) {
      quoted(c);
      place_ = Spot::kGlued;
    } else {
      run(run_at(at_));
    }
  }

  // A run is everything up to the next space, bracket or quote.
  std::string_view run_at(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size()) {
      const Utf8Character c = first_character(text_.substr(end));
      if (is_space(c.value) || is_bracket(c.value) || is_quote(c.value)) break;
      end += c.bytes;
    }
    return text_.substr(at, end - at);
  }

  void run(std::string_view run) {
    switch (place_) {
      case Spot::kFree:
        return free_run(run);
      case Spot::kGlued:
        return glued_run(run);
      case Spot::kAfterExact:
        return after_exact(run);
      case Spot::kAfterField:
        return after_field(run);
    }
  }

  void free_run(std::string_view run) {
    if ((run.front() == '-' || run.front() == '=') && binds_right(run)) {
      if (run.starts_with("--")) {
        return fail("two minus signs; write one to leave a word out, or none");
      }
      push(run.front() == '-' ? LexemeKind::kMinus : LexemeKind::kExact, 1);
      place_ = run.front() == '-' ? Spot::kFree : Spot::kAfterExact;
      return;
    }
    field_or_word(run);
  }

  // Whether a sign at the start of a run belongs to an operand: -word, -"a b", -(a b), but not a
  // dash.
  bool binds_right(std::string_view run) const {
    if (has_word_character(run)) return true;
    if (run != "-" && run != "=" && run != "-=") return false;
    const std::string_view rest = text_.substr(at_ + run.size());
    return !rest.empty() && (rest.front() == '(' || is_quote(first_character(rest).value));
  }

  // Directly after a quote or bracket a sign is punctuation: "white house"-led.
  void glued_run(std::string_view run) {
    if (find_weight(run) == 0) return weight(run);
    if (run.front() == ':' && names_field(run)) return quoted_field_name();
    if (run.front() == '~' && run.size() > 1 && ascii::is_digit(run[1])) {
      return fail("a phrase has no distance; write its words with NEAR/5 between them");
    }
    const std::size_t signs = std::min(run.find_first_not_of("-="), run.size());
    advance(signs);
    run.remove_prefix(signs);
    if (!run.empty()) field_or_word(run);
  }

  // "Desk Code":fin.
  bool names_field(std::string_view run) const {
    if (lexemes_.back().kind != LexemeKind::kQuoted) return false;
    if (run.size() > 1) return has_word_character(run.substr(1)) && !run.starts_with("://");
    const std::string_view rest = text_.substr(at_ + 1);
    return !rest.empty() && (rest.front() == '(' || is_quote(first_character(rest).value));
  }

  void quoted_field_name() {
    lexemes_.back().kind = LexemeKind::kField;
    advance(1);
    lexemes_.back().end = column_;
    place_ = Spot::kAfterField;
  }

  void field_or_word(std::string_view run) {
    if (const std::size_t bytes = field_name_bytes(run)) {
      lexemes_.push_back({LexemeKind::kField, run.substr(0, bytes), column_, 0});
      advance(bytes + 1);
      lexemes_.back().end = column_;
      place_ = Spot::kAfterField;
      return;
    }
    if (dialect_ == Dialect::kFactiva && factiva_field(run)) return;
    const auto* found = std::ranges::find(kOperators, run, &Operator::spelling);
    if (found != std::end(kOperators)) {
      push(found->kind, run.size());
    } else if (find_weight(run) == 1 && run.front() == '*') {
      push(LexemeKind::kAll, 1);
      weight(run.substr(1));
    } else if (!near_sign(run) && !call(run)) {
      word(run);
    }
  }

  // "hd=enron", "wc>500". Returns whether the run begins with a field that means one of ours.
  bool factiva_field(std::string_view run) {
    const std::size_t bytes = foreign_name_bytes(run);
    const ForeignName* known = bytes > 0 ? find_foreign_name(run.substr(0, bytes)) : nullptr;
    if (known == nullptr || known->field.empty() || bytes == run.size()) return false;
    const bool is_number = known->field == "words";
    const bool is_equal = run[bytes] == '=';
    const bool compares = run[bytes] == '<' || run[bytes] == '>';
    if (!is_equal && !(compares && is_number)) return false;
    lexemes_.push_back({LexemeKind::kField, known->field, column_, 0});
    advance(bytes + (is_equal ? 1 : 0));
    lexemes_.back().end = column_;
    place_ = Spot::kAfterField;
    return true;
  }

  // Returns whether the run is an operator of proximity, understood or not.
  bool near_sign(std::string_view run) {
    const auto sign = read_near_sign(run, dialect_);
    if (const auto* mistake = std::get_if<OperatorMistake>(&sign)) fail(mistake->message);
    if (const auto* near = std::get_if<NearSign>(&sign)) {
      push(LexemeKind::kNear, run.size());
      lexemes_.back().near = *near;
    }
    return !std::holds_alternative<std::monostate>(sign);
  }

  // Returns whether the run and the bracket behind it are one of the operators and fields written
  // so.
  bool call(std::string_view run) {
    const bool has_bracket = text_.substr(at_ + run.size()).starts_with('(');
    const auto times = read_at_least(run);
    if (!std::holds_alternative<std::monostate>(times)) return at_least(run, times, has_bracket);
    const std::string name = ascii::lower(run);
    if (name == "atleast") {
      fail("how often is part of the word: atleast3(word)");
      return true;
    }
    if (!has_bracket) return false;
    if (name == "syn") {
      push(LexemeKind::kSynonym, run.size());
      return true;
    }
    const bool is_plural = text_.substr(at_ + run.size()).starts_with("(s)");  // "source(s)"
    if (!built_in_fields().contains(name) || is_plural) return false;
    push(LexemeKind::kField, run.size());
    return true;
  }

  // "headline:syn(" and "headline:atleast3(".
  bool calls_operator(std::string_view run) const {
    if (!text_.substr(at_ + run.size()).starts_with('(')) return false;
    return ascii::lower(run) == "syn" ||
           !std::holds_alternative<std::monostate>(read_at_least(run));
  }

  bool at_least(std::string_view run,
                const std::variant<std::monostate, std::uint32_t, OperatorMistake>& times,
                bool has_bracket) {
    if (const auto* mistake = std::get_if<OperatorMistake>(&times)) {
      fail(mistake->message);
    } else if (!has_bracket) {
      fail(fmt::format("a bracket must follow: {}(word)", run));
    } else {
      push(LexemeKind::kAtLeast, run.size());
      lexemes_.back().number = std::get<std::uint32_t>(times);
    }
    return true;
  }

  void after_exact(std::string_view run) {
    if (const std::size_t bytes = field_name_bytes(run)) {
      return fail(fmt::format("'=' stands after the field: {}:=word", run.substr(0, bytes)));
    }
    after_field(run);
  }

  void after_field(std::string_view run) {
    if (run.front() == '=' && place_ == Spot::kAfterField) {
      push(LexemeKind::kExact, 1);
      return;  // the place stays: what follows is as literal as without the sign
    }
    if (find_weight(run) == 0) return weight(run);  // undated:^2
    if (run.front() == '-') return fail("a minus stands first of all: -word, -field:word");
    if (run.front() == '=') return fail("two equals signs; one asks for the exact word");
    if (!has_word_character(run)) return fail("there is no word or date here");
    if (calls_operator(run)) {
      if (place_ == Spot::kAfterExact) return fail("'=' asks for one exact word or phrase");
      call(run);
      return;
    }
    word(run);
  }

  void word(std::string_view run) {
    if (!has_word_character(run)) return push(LexemeKind::kSign, run.size());
    const std::size_t sign = is_after_identifier() ? std::string_view::npos : find_weight(run);
    const std::string_view word = run.substr(0, sign);
    if (sign != std::string_view::npos &&
        (!has_word_character(word) || find_weight(word) != std::string_view::npos)) {
      return fail("one weight stands directly after what it is for: word^2");
    }
    if (place_ != Spot::kAfterField) {
      if (const auto mistake = foreign_operator(word, dialect_)) return fail(mistake->message);
    }
    push(LexemeKind::kWord, word.size());
    if (sign != std::string_view::npos) weight(run.substr(sign));
    place_ = Spot::kFree;
  }

  // Identifiers and addresses are read as they stand.
  bool is_after_identifier() const {
    if (place_ != Spot::kAfterField) return false;
    const auto field = std::find_if(lexemes_.rbegin(), lexemes_.rend(), [](const Lexeme& lexeme) {
      return lexeme.kind == LexemeKind::kField;
    });
    const std::string name = ascii::lower(field->text);
    return name == "id" || name == "url";
  }

  void weight(std::string_view run) {
    const auto number = read_weight(run);
    if (const auto* mistake = std::get_if<OperatorMistake>(&number)) return fail(mistake->message);
    push(LexemeKind::kWeight, run.size());
    lexemes_.back().number = std::get<double>(number);
    place_ = Spot::kFree;
  }

  void quoted(const Utf8Character& opening) {
    const std::size_t begin = at_ + opening.bytes;
    auto closing = closing_quote(opening.value, begin);
    if (!closing) closing = mixed_quote(opening.value, begin);
    if (!closing) return fail("this quote is never closed");
    const std::string_view inside = text_.substr(begin, *closing - begin);
    if (!has_word_character(inside)) return fail("there is no word between these quotes");
    const Utf8Character quote = first_character(text_.substr(*closing));
    push(LexemeKind::kQuoted, *closing + quote.bytes - at_);
    lexemes_.back().text = inside;
  }

  // Where the next quote of the same kind stands.
  std::optional<std::size_t> closing_quote(char32_t opening, std::size_t begin) const {
    for (Utf8Character c; begin < text_.size(); begin += c.bytes) {
      c = first_character(text_.substr(begin));
      if (quote_kind(c.value) == quote_kind(opening)) return begin;
    }
    return std::nullopt;
  }

  // Where the next quote of another kind stands behind a word: office programs turn one of two.
  std::optional<std::size_t> mixed_quote(char32_t opening, std::size_t begin) const {
    bool behind_word = false;
    for (Utf8Character c; begin < text_.size(); begin += c.bytes) {
      c = first_character(text_.substr(begin));
      const bool is_other = is_quote(c.value) && quote_kind(c.value) != quote_kind(opening);
      if (is_other && behind_word) return begin;
      behind_word = !is_space(c.value) && !is_bracket(c.value) && !is_quote(c.value);
    }
    return std::nullopt;
  }

  void push(LexemeKind kind, std::size_t bytes) {
    const std::size_t begin = column_;
    const std::string_view lexeme = text_.substr(at_, bytes);
    advance(bytes);
    lexemes_.push_back({kind, lexeme, begin, column_});
  }

  void advance(std::size_t bytes) {
    column_ += count_characters(text_.substr(at_, bytes));
    at_ += bytes;
  }

  void fail(std::string message) { mistake_ = QueryMistake{column_, std::move(message)}; }

  // What stands directly before a run decides what its first characters mean.
  enum class Spot : std::uint8_t { kFree, kGlued, kAfterExact, kAfterField };

  std::string_view text_;
  Dialect dialect_;
  std::size_t at_ = 0;
  std::size_t column_ = 0;
  Spot place_ = Spot::kFree;
  std::vector<Lexeme> lexemes_;
  std::optional<QueryMistake> mistake_;
};

}  // namespace

std::variant<std::vector<Lexeme>, QueryMistake> split_query(std::string_view text,
                                                            Dialect dialect) {
  return Lexer(text, dialect).split();
}

}  // namespace dateline::searcher
