// The operators of the query generator by name, so that a failing test names the operator.
#pragma once

#include <array>
#include <ostream>

#include "tests/oracle/query_generator.h"

namespace dateline::oracle {

struct NamedOperator {
  const char* name;
  Operator kind;
};

inline void PrintTo(const NamedOperator& tested, std::ostream* out) {
  *out << tested.name;
}

inline constexpr std::array<NamedOperator, 15> kOperators = {{
    {"Near", Operator::kNear},
    {"NearInOrder", Operator::kNearInOrder},
    {"SameSentence", Operator::kSameSentence},
    {"SameParagraph", Operator::kSameParagraph},
    {"NotNear", Operator::kNotNear},
    {"NestedNear", Operator::kNestedNear},
    {"AtLeast", Operator::kAtLeast},
    {"Synonyms", Operator::kSynonyms},
    {"HeadlineAndLead", Operator::kHeadlineAndLead},
    {"Hole", Operator::kHole},
    {"Wildcard", Operator::kWildcard},
    {"Fuzzy", Operator::kFuzzy},
    {"PhraseWithPattern", Operator::kPhraseWithPattern},
    {"Length", Operator::kLength},
    {"Weight", Operator::kWeight},
}};

}  // namespace dateline::oracle
