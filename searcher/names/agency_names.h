// News agencies and the names that each of them signs with.
#pragma once

#include <string_view>

namespace dateline::searcher {

// The agency that `name` stands for, under one name: "Reuters" of "REUTERS", "(Reuters)", "Thomson
// Reuters" and "Reuters Life!", "AP" of "The Associated Press"; "" where it is none that is known.
// Case, signs around it, "The" and a desk or service behind it ("AP Sports", "Reuters Staff") do
// not matter. Thread-safe.
std::string_view agency_of(std::string_view name);

// Whether `name` is no more than a name of that agency: "The Associated Press" is, "AP Sports" is
// not. Of one that is no agency false.
bool is_plain_agency_name(std::string_view name);

}  // namespace dateline::searcher
