// The words whose neighbourhoods are kept as terms of their own, so that phrases of them are quick.
//
// A phrase of very common words is the dearest query there is: both words stand in most articles,
// many times in each, and all of their positions must be read to find the few places where they
// meet ("said the": 25 ms of 45,312 articles). So each pair of neighbouring words of this table is
// one more term, with articles and occurrences and without positions: a phrase of two such words is
// a walk over one list, and in a longer phrase the pair says which articles are worth a look.
// After the nextword and phrase indexes of Williams, Zobel and Bahle, "Fast phrase querying with
// combined indexes" (2004).
//
// Every word has a rank, 1 for the most frequent to 4, and a pair is kept where the two add up to
// kMostRanks at most. What a pair saves grows with how often both of its words stand in an article,
// what it costs with how often they meet, so that rare words pay only beside the most frequent
// ones. The words are those of every newspaper: function words first, then what news talks about in
// any year, then the function words of the other languages that are stemmed.
//
// On reuters-2006-2009, phrases of words that are each in a tenth of all articles or more: how long
// the top ten take against no pairs, the better of two rounds, and what the pairs take.
//
//   only the function words, sum up to 5     1.5 MB    0.60 of the mean    0.54 of p99
//   this table, sum up to 4                  1.3 MB    0.61                0.38
//   this table, sum up to 5                  2.7 MB    0.40                0.26
//   this table, sum up to 6                  4.0 MB    0.31                0.22
//
// The table decides what is in an index: a change raises kTextIndexVersion. No word in it has
// another spelling (see common/text/spelling.h), and an initialism has the rank of its pronoun, so
// that all forms of a typed word are in the table or none is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

inline constexpr int kMostRanks = 5;

// How many words the table has.
extern const std::uint16_t kPairedWords;

// The place of a term of the analyser in the table, from 0 on; nothing for all other terms.
std::optional<std::uint16_t> paired_word(std::string_view term);

// Whether the pair of these two words of the table, in this order or the other, is kept.
bool is_kept_pair(std::uint16_t first, std::uint16_t second);

// The term of a pair: kPairMark (see format.h), the words with a space between.
std::string pair_term(std::uint16_t first, std::uint16_t second);

}  // namespace dateline
