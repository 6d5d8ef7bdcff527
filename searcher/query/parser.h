// Query text -> Query. Hand-written recursive descent; bounded in bytes, depth and words.
//
//   query    := or
//   or       := and ("OR" and)*
//   and      := near (("AND")? near)*         words side by side must all match, or any with kAny
//   near     := not ("NOT"? sign not)*        sign: "NEAR/5", "w/5", "ADJ/5", "pre/5", "/s", "/p"
//   not      := ("NOT" | "-") not | weighted
//   weighted := primary ("^" number)?
//   primary  := "(" or ")" | field ":" operand | "undated:" | "*" | operand
//             | "atleast" number "(" or ")" | "syn(" text+ ")"
//   operand  := text | "(" or ")"
//   text     := "="? word | "="? quoted
//
// From loosest to tightest: OR, AND and side by side, signs of proximity, NOT and minus, weight,
// field, "=". What stands beside a sign of proximity must have spots (query_checks.h). A number
// and "percent" or "per cent" behind it are one phrase. How an operator is added is said in
// ARCHITECTURE.md. What is a word, a field name and a quote is said in lexer.h; what is a date in
// day_range.h, a number in operand_reader.cpp.
//
// With kAny, operands side by side are alternatives, save those that only narrow a search down:
// NOTs, dates and numbers stay conditions. "a b -c" is (a OR b) AND NOT c; "a b AND c" is a OR (b
// AND c).
//
// A mistake is a value, never a guess: an unknown field, a bad date, an open quote or bracket.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "searcher/query/dialect.h"
#include "searcher/query/query.h"
#include "searcher/query/synonyms.h"

namespace dateline::searcher {

inline constexpr std::size_t kMaxQueryBytes = 16 << 10;
inline constexpr std::size_t kMaxQueryDepth =
    64;  // of the tree; brackets that say nothing count too
inline constexpr std::size_t kMaxQueryWords = 1'024;  // those within quotes and between hyphens too
inline constexpr std::size_t kMaxNearOperators = 32;  // NEAR, ADJ, /s and /p together
inline constexpr std::size_t kMaxPatterns = 512;  // words with *, ? or ~; see cost_of_patterns()

enum class SideBySide : std::uint8_t { kAll, kAny };  // what words without an operator between mean

// Whether an archive kept what parts its texts. Where it did not, /s and /p are read as within so
// many words, as a sentence or paragraph has in Nexis.
struct KeptParts {
  bool sentences = true;
  bool paragraphs = true;
};
inline constexpr std::uint32_t kWordsOfSentence = 25;
inline constexpr std::uint32_t kWordsOfParagraph = 75;

struct ParseOptions {
  SideBySide side_by_side = SideBySide::kAll;
  std::set<std::string, std::less<>> archive_fields;  // known beside the built-in ones
  std::chrono::year_month_day
      today{};  // that "yesterday" is told from; no day: such words are mistakes
  const Synonyms* synonyms = nullptr;  // put in for plain words; must outlive the call
  Dialect dialect = Dialect::kDateline;
  KeptParts kept = {};
};

struct QueryMistake {
  std::size_t column = 0;  // in code points from 0, where the mistake stands
  std::string message;     // "unknown field 'colour'; known are byline, place, ..."
};

std::variant<Query, QueryMistake> parse_query(std::string_view text, const ParseOptions& options);

// The query text with a caret under the column of the mistake, for terminals: two lines. Escapes
// what a terminal must not see.
std::string mark(std::string_view text, const QueryMistake& mistake);

}  // namespace dateline::searcher
