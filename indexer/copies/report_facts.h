// Tells copies from reports of one template: market reports, weather, tables of earnings, statements
// after a meeting, which say the same sentences of another day, another company, another town.
//
// Whoever shortens or edits a story takes sentences away, adds some or words them anew: the numbers
// and names that are left stay. In a report of the same template other ones stand in their places.
// So what counts is how many numbers and names each of two texts has that the other has not.
//
// Measured on the pairs of reuters-2006-2009 and reuters-21578 that are alike, see
// benchmarks/README.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "common/article.h"

namespace dateline::indexer {

// A value.
struct ReportFacts {
  // Hashes of those in the body behind the dateline, "six" as 6; ascending, none twice.
  std::vector<std::uint32_t> numbers;
  std::vector<std::uint32_t> names;  // of words with a capital that open no sentence
  std::uint32_t dateline = 0;        // hash of the numbers in the dateline, 0 where there is none
  std::size_t bytes = 0;             // of the body
  std::uint64_t source = 0;          // hash of the publication; 0 where it is not known
  std::optional<std::int32_t> day;   // since 1970; nothing where the day is not known
};

// One pass over the body.
ReportFacts facts_of(const Article& article);

// Of two articles whose texts are alike. Both ways give the same.
bool are_of_one_template(const ReportFacts& a, const ReportFacts& b);

// Whether there are at most so many days between two articles, or it is not known.
bool may_be_within_days(const ReportFacts& a, const ReportFacts& b, std::int32_t days);

}  // namespace dateline::indexer
