// Query text -> lexemes: words, quoted texts, field names, brackets and operators, with their
// columns.
//
//   - Words run to the next space, bracket or double quote. A word without any letter or digit
//     ("&", "–", a lone "-") is a sign, which habits.h reads or passes over, as it is passed over in
//     an article.
//   - "name:" before an operand is a field, known or not, unless "//" follows (http://...) or the
//     name does not start with a letter (10:30). Hyphens and points may stand inside of a name, and
//     a name may stand in quotes: "Desk Code":fin. What follows it directly is taken literally:
//     place:OR, id:urn:x:17, url:http://... So is "headline(", "hlead(" or "byline(", as other
//     tools write it.
//   - A minus negates at the start of a word only; inside a word it belongs to it (e-mail, C-130).
//   - Quotes: "...", “...”, «...» and those of Chinese and Japanese, each closed by its own kind;
//     where none of its kind follows, by the first of another kind that stands behind a word.
//   - AND, OR and NOT are operators in capitals only, because the words are too frequent in names
//     and questions; all others in any case, see operators.h.
//   - Wildcards and "~" belong to their word; interpretation.h says what they mean.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "searcher/query/operators.h"
#include "searcher/query/parser.h"

namespace dateline::searcher {

enum class LexemeKind : std::uint8_t {
  kWord,
  kQuoted,  // text is what stands between the quotes
  kField,   // text is the name, without the colon
  kOpen,
  kClose,
  kMinus,
  kExact,  // "="
  kAll,    // "*" alone
  kAnd,
  kOr,
  kNot,
  kNear,     // "NEAR/5", "/s"
  kAtLeast,  // "atleast3", a bracket follows
  kSynonym,  // "syn", a bracket follows
  kWeight,   // "^2", directly after an operand
  kSign,     // "&", "|", "%": signs between blanks that are no word
  kEnd,      // always the last, and only there
};

struct Lexeme {
  LexemeKind kind = LexemeKind::kEnd;
  std::string_view text;  // points into the query text
  std::size_t begin = 0;  // columns [begin, end) in code points, quotes and colon included
  std::size_t end = 0;
  NearSign near = {};  // of kNear
  double number = 0;   // of kWeight and kAtLeast
};

// `text` must be valid UTF-8 of at most kMaxQueryBytes. Mistakes: an open quote, nothing between
// quotes, and operators of other search languages that would be misread as words ("near5").
std::variant<std::vector<Lexeme>, QueryMistake> split_query(std::string_view text,
                                                            Dialect dialect = Dialect::kDateline);

// Lexemes taken one by one, and the first mistake that is met on the way: after it reading goes on and
// means nothing.
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
