// Whose signs a query is written in, where one sign means another thing elsewhere.
//
//   kFactiva   w/n is ordered, as adjn; nearn and adjn without a slash; "same" is /p
//   kNexis     OR binds tighter than w/n and AND; a word with "!" is a beginning
//   kWestlaw   the same; a blank between words is OR, "&" is AND, "%" is NOT, "*" is one letter,
//              "#" turns inflections off
//
// In all three "and", "or" and "not" are operators in any case. In Factiva and Nexis words side by
// side are a phrase. Sources: factiva.com, FDK 3.8 help, "Search Statement Operators" and "Search
// Statement Examples"; Nexis Uni and Westlaw help, "Connectors".
#pragma once

#include <cstdint>

namespace dateline::searcher {

enum class Dialect : std::uint8_t { kDateline, kFactiva, kNexis, kWestlaw };

}  // namespace dateline::searcher
