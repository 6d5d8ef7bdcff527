// The operators of the query language that hold a number or open a bracket, as they are typed, and
// those of other search tools that would be misread.
//
//   a NEAR/5 b, a w/5 b      within five words, in any order
//   a ADJ/5 b, a pre/5 b     within five words, in this order
//   a N/5 b, a P/5 b         the same as ProQuest writes them
//   a /5 b, a +5 b           the same as Nexis and Westlaw write them
//   a /s b, a w/s b          in one sentence; also w/sent
//   a /p b, a w/p b          in one paragraph; also w/para
//   a ADJ/s b, a ADJ/p b     in one sentence or paragraph, in this order; also pre/s, +s
//   atleast3(a), atl3(a), syn(a b)
//   a^2                      weighs twice
//
// All are read in any case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "searcher/query/dialect.h"
#include "searcher/query/query.h"

namespace dateline::searcher {

struct NearSign {
  Reach reach = Reach::kWords;
  std::uint32_t distance = 1;
  NearOrder order = NearOrder::kEither;
};

// Why an operator cannot be read as it stands, and what to write.
struct OperatorMistake {
  std::string message;
};

// What a word between blanks means as an operator of proximity; nothing where it is none.
std::variant<std::monostate, NearSign, OperatorMistake> read_near_sign(
    std::string_view word, Dialect dialect = Dialect::kDateline);

// The number in "atleast3", which a bracket must follow; nothing where the word is another one.
std::variant<std::monostate, std::uint32_t, OperatorMistake> read_at_least(std::string_view word);

// Where the weight at the end of "word^2" begins, its sign included; npos where there is none.
std::size_t find_weight(std::string_view word);

// The number behind the sign: "^2", "^0.5".
std::variant<double, OperatorMistake> read_weight(std::string_view sign_and_number);

// What to write instead of a word that is an operator elsewhere: "near5", "NEAR", "oil~3".
std::optional<OperatorMistake> foreign_operator(std::string_view word,
                                                Dialect dialect = Dialect::kDateline);

// As it is printed: "NEAR/5", "/s", "ADJ/s".
std::string to_text(const NearSign& sign);

}  // namespace dateline::searcher
