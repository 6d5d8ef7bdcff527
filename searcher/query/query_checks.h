// Whether a query keeps to the bounds of parser.h (bytes, words, depth, what is costly), and whether
// its parts have the spots in a text that operators ask for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/lexer.h"
#include "searcher/query/parser.h"

namespace dateline::searcher {

std::optional<QueryMistake> check_bytes(std::string_view text);
std::optional<QueryMistake> check_words(const std::vector<Lexeme>& lexemes);

// Side by side and OR nest without a bracket, so counting brackets is not enough: the printed query
// has them all and must be read back.
std::optional<QueryMistake> check_depth(const Node& root);

// Operators of nearness, each of which looks at all spots of an article, and patterns, each of
// which stands for many words.
std::optional<QueryMistake> check_costly(const Node& root);

std::string too_deep();

// Why the node has no spots in the text, as NEAR/5, atleast3() and syn() ask for, and what to write,
// naming the operator that asks for them; nothing where it has. See NearNode in query.h.
std::optional<std::string> why_no_spots(const Node& node, std::string_view asked_by);

}  // namespace dateline::searcher
