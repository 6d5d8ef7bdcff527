#include "common/text/analyser.h"

#include <algorithm>
#include <limits>
#include <string>

#include "common/text/ascii.h"
#include "common/text/sentences.h"
#include "common/text/term_arena.h"
#include "common/text/unicode.h"
#include "common/text/word_reader.h"

namespace dateline {
namespace {

enum class Link : std::uint8_t { kNone, kHyphen, kSign };

bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}
// What is printed between the numbers of a score or a range beside a hyphen.
bool is_dash_of_numbers(char32_t c) {
  return c == 0x2012 || c == 0x2013 || c == 0x2212;
}
bool is_joining_sign(char32_t c) {
  return c == '+' || c == '/' || c == '&';
}
bool is_percent(char32_t c) {
  return c == '%' || c == 0xFF05;
}

// The character that ends right before text[at], which is not 0.
CodePoint decode_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) {
    --begin;
  }
  const CodePoint point = decode(text, begin);
  return begin + point.bytes == at ? point : CodePoint{};
}

// Behind the character at `at` and the marks that belong to it.
std::size_t cluster_end(std::string_view text, std::size_t at) {
  at += decode(text, at).bytes;
  while (at < text.size()) {
    const CodePoint point = decode(text, at);
    const CharacterClass kind = classify(point.value);
    if (kind != CharacterClass::kMark && kind != CharacterClass::kIgnored) break;
    at += point.bytes;
  }
  return at;
}

// Writes the tokens of one text. See analyser.h for the rules, word_reader.h for those inside a
// word.
class TokenWriter {
 public:
  TokenWriter(std::string_view text, std::uint32_t first_position, TermArena& arena,
              std::vector<Token>& tokens)
      : text_(text),
        position_(first_position),
        arena_(arena),
        tokens_(tokens),
        reader_(text, arena) {}

  std::uint32_t write();

 private:
  std::size_t skip_gap(std::size_t at);
  std::size_t write_ideographs(std::size_t at);
  void write_pair(std::string_view pair, std::size_t begin, std::size_t end);
  void write_word(const Word& word);
  void note_boundary(std::size_t next_begin);
  Link link_after(const Word& word) const;

  void push_word(std::string_view term, std::size_t begin, std::size_t end);
  void push(std::string_view term, std::uint32_t position, std::size_t begin, std::size_t end,
            TokenKind kind);
  void write_compound(const Word& word);
  void write_amount(const Word& word);
  void go_on_with_symbol(const Word& word, Link next);
  void finish_symbol(const Word& word);

  std::string_view text_;
  std::uint32_t position_;
  TermArena& arena_;
  std::vector<Token>& tokens_;
  WordReader reader_;

  std::uint8_t gap_bits_ = 0;  // of all ASCII bytes of the gap before the next word
  bool at_ideograph_ = false;  // what skip_gap() stopped at
  Word last_;                  // the word before; meaningless before the first
  Link link_ = Link::kNone;    // between `last_` and the next word
  bool starts_sentence_ = true;
  bool starts_paragraph_ = true;

  std::string symbol_;            // parts so far of a run joined by signs
  std::size_t symbol_token_ = 0;  // its token at its first position; open while `in_symbol_`
  bool in_symbol_ = false;
  std::string compound_;
  std::string folded_;
};

std::uint32_t TokenWriter::write() {
  std::size_t at = skip_gap(0);
  while (at < text_.size()) {
    if (at_ideograph_) {
      at = write_ideographs(at);
    } else {
      const Word word = reader_.read(at);
      write_word(word);
      at = word.resume;
    }
    at = skip_gap(at);
    note_boundary(at);
  }
  return position_;
}

// Nearly every byte of news is ASCII, for which a look into a table is enough; the rest is decoded.
std::size_t TokenWriter::skip_gap(std::size_t at) {
  gap_bits_ = 0;
  at_ideograph_ = false;
  while (at < text_.size()) {
    const std::uint8_t bits = ascii::bits(text_[at]);
    if ((bits & ascii::kAlphanumeric) != 0) return at;
    gap_bits_ |= bits;
    if ((bits & ascii::kHigh) == 0) {
      ++at;
      continue;
    }
    const CodePoint point = decode(text_, at);
    const CharacterClass kind = classify(point.value);
    at_ideograph_ = kind == CharacterClass::kIdeograph;
    if (at_ideograph_ || kind == CharacterClass::kWord || kind == CharacterClass::kMark) return at;
    at += point.bytes;
  }
  return at;
}

// Most gaps are a blank: without a stop or a sign beyond ASCII no sentence can begin after them.
void TokenWriter::note_boundary(std::size_t next_begin) {
  if ((gap_bits_ & (ascii::kStop | ascii::kHigh)) == 0 && !last_.initialism) return;
  if (next_begin >= text_.size() || tokens_.empty()) return;
  const Boundary boundary =
      boundary_in({text_, last_.begin, last_.resume, next_begin, last_.initialism});
  starts_sentence_ = starts_sentence_ || boundary != Boundary::kNone;
  starts_paragraph_ = starts_paragraph_ || boundary == Boundary::kParagraph;
}

Link TokenWriter::link_after(const Word& word) const {
  const std::size_t at = word.resume;
  if (at + 1 >= text_.size()) return Link::kNone;
  if (text_[at] == ' ') return Link::kNone;
  const CodePoint sign = decode(text_, at);
  const std::size_t next = at + sign.bytes;
  const bool hyphen = is_hyphen(sign.value);
  if (hyphen || is_dash_of_numbers(sign.value)) {
    const bool numbers =
        next < text_.size() && ascii::is_digit(text_[word.begin]) && ascii::is_digit(text_[next]);
    if (numbers) return Link::kSign;
  }
  if (!hyphen && !is_joining_sign(sign.value)) return Link::kNone;
  if (!reader_.starts_word(next)) return Link::kNone;
  return hyphen ? Link::kHyphen : Link::kSign;
}

// The pair that ends with a word comes before it, what begins with it after: tokens ascend by
// position.
void TokenWriter::write_word(const Word& word) {
  if (word.term.empty()) {
    link_ = Link::kNone;
    last_ = word;
    return;
  }
  if (link_ == Link::kHyphen) {
    write_compound(word);
  } else {
    push_word(word.term, word.begin, word.end);
  }
  if (ascii::is_digit(text_[word.begin])) write_amount(word);
  const Link next = link_after(word);
  if (in_symbol_ || next == Link::kSign) go_on_with_symbol(word, next);
  link_ = next;
  last_ = word;
  ++position_;
}

void TokenWriter::push_word(std::string_view term, std::size_t begin, std::size_t end) {
  tokens_.push_back({term, position_, static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(end), TokenKind::kWord, starts_sentence_,
                     starts_paragraph_});
  starts_sentence_ = starts_paragraph_ = false;
}

// A word, a compound and a symbol can come to the same term; it stands at a position once.
void TokenWriter::push(std::string_view term, std::uint32_t position, std::size_t begin,
                       std::size_t end, TokenKind kind) {
  for (auto token = tokens_.rbegin(); token != tokens_.rend() && token->position == position;
       ++token) {
    if (token->term == term) return;
  }
  tokens_.push_back({term, position, static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(end), kind, false, false});
}

// The word after a hyphen, and the pair at both its positions.
void TokenWriter::write_compound(const Word& word) {
  compound_.assign(last_.term);
  compound_ += word.term;
  std::transform(compound_.begin(), compound_.end(), compound_.begin(), ascii::to_lower);
  std::string_view cut = cut_at_character(compound_, kMaxTermBytes);
  while (cut.ends_with('.')) cut.remove_suffix(1);
  const std::string_view term = arena_.store(cut);
  push(term, position_ - 1, last_.begin, word.end, TokenKind::kCompound);
  push_word(word.term, word.begin, word.end);
  push(term, position_, last_.begin, word.end, TokenKind::kCompound);
}

// "$4.5m" and "2%". The sign must survive the cut, else the symbol would be the word again.
void TokenWriter::write_amount(const Word& word) {
  if (word.begin > 0) {
    const CodePoint sign = decode_before(text_, word.begin);
    if (is_currency_sign(sign.value)) {
      compound_.clear();
      append_utf8(sign.value, compound_);
      compound_ += word.term;
      const auto term = arena_.store(cut_at_character(compound_, kMaxTermBytes));
      push(term, position_, word.begin - sign.bytes, word.end, TokenKind::kSymbol);
    }
  }
  if (word.resume != word.end || word.end >= text_.size() || word.term.size() >= kMaxTermBytes)
    return;
  const CodePoint sign = decode(text_, word.end);
  if (!is_percent(sign.value) && !is_currency_sign(sign.value)) return;
  compound_.assign(word.term);
  append_utf8(is_percent(sign.value) ? U'%' : sign.value, compound_);
  if (compound_.size() > kMaxTermBytes) return;
  push(arena_.store(compound_), position_, word.begin, word.end + sign.bytes, TokenKind::kSymbol);
}

// A run of parts joined by signs becomes one symbol; its first token is pushed empty and filled in
// at the end, so that tokens stay in order of position.
void TokenWriter::go_on_with_symbol(const Word& word, Link next) {
  if (in_symbol_) {
    if (symbol_.size() < kMaxTermBytes) symbol_ += word.term;
  } else {
    if (word.term.size() >= kMaxTermBytes) return;
    in_symbol_ = true;
    symbol_.assign(word.term);
    symbol_token_ = tokens_.size();
    tokens_.push_back({{},
                       position_,
                       static_cast<std::uint32_t>(word.begin),
                       0,
                       TokenKind::kSymbol,
                       false,
                       false});
  }
  if (next != Link::kSign) return finish_symbol(word);
  const char sign = text_[word.resume];
  if (symbol_.size() < kMaxTermBytes) symbol_ += ascii::is_high(sign) ? '-' : sign;
}

void TokenWriter::finish_symbol(const Word& word) {
  std::transform(symbol_.begin(), symbol_.end(), symbol_.begin(), ascii::to_lower);
  Token& first = tokens_[symbol_token_];
  first.term = arena_.store(cut_at_character(symbol_, kMaxTermBytes));
  first.end = static_cast<std::uint32_t>(word.end);
  push(first.term, position_, first.begin, first.end, TokenKind::kSymbol);
  in_symbol_ = false;
}

// Overlapping pairs; a character of the text may fold to several, which then share its place.
std::size_t TokenWriter::write_ideographs(std::size_t at) {
  const std::size_t run_begin = at;
  std::string previous;
  std::size_t previous_begin = at;
  bool paired = false;
  while (at < text_.size() && classify(decode(text_, at).value) == CharacterClass::kIdeograph) {
    const std::size_t end = cluster_end(text_, at);
    folded_.clear();
    append_folded(text_.substr(at, end - at), kMaxTermBytes, folded_);
    for (std::size_t i = 0, next; i < folded_.size(); i = next) {
      next = cluster_end(folded_, i);
      const std::string_view character = std::string_view(folded_).substr(i, next - i);
      if (!previous.empty()) {
        write_pair(previous + std::string(character), previous_begin, end);
        paired = true;
      }
      previous = character;
      previous_begin = at;
    }
    at = end;
  }
  if (!paired && !previous.empty()) write_pair(previous, run_begin, at);
  last_ = {{}, run_begin, at, at, false};
  link_ = Link::kNone;
  return at;
}

void TokenWriter::write_pair(std::string_view pair, std::size_t begin, std::size_t end) {
  push_word(arena_.store(cut_at_character(pair, kMaxTermBytes)), begin, end);
  ++position_;
}

}  // namespace

struct Analyser::Impl {
  TermArena arena;
  std::vector<Token> tokens;
  std::uint32_t next_position = 0;
};

Analyser::Analyser() : impl_(std::make_unique<Impl>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

// A token has 32 bits for its place; what of a text lies beyond 4 GiB is not read.
const std::vector<Token>& Analyser::analyse(std::string_view text, std::uint32_t first_position) {
  impl_->arena.clear();
  impl_->tokens.clear();
  text = text.substr(0, std::numeric_limits<std::uint32_t>::max());
  impl_->next_position = TokenWriter(text, first_position, impl_->arena, impl_->tokens).write();
  return impl_->tokens;
}

std::uint32_t Analyser::next_position() const {
  return impl_->next_position;
}

}  // namespace dateline
