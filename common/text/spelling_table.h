// The data behind spelling.h: which words differ between Britain and America, and how they are
// inflected.
//
// Source: drawn up for this project after the usual accounts of the differences; both forms of a word
// are in Oxford's and in Merriam-Webster's dictionaries. No list of others was taken over.
//
// A word is here only where both spellings are the same word in every sense that news uses. Left
// out for that reason: tyre/tire, cheque/check, kerb/curb, storey/story, draught/draft,
// racquet/racket (the American form is another British word as well), Louvre, and
// analyses/paralyses (plural noun or verb). Words that no table can list, all those in -ise and
// -isation, have a rule in spelling.cpp.
#pragma once

#include <span>
#include <string_view>

namespace dateline {

// British and American stem, and the endings that both take, apart by spaces; "-" is the bare stem.
struct SpellingEntry {
  std::string_view british;
  std::string_view american;
  std::string_view endings;
};

// Verbs of one stem: British travel + led, American travel + ed; -ling, -ler, -lers likewise.
std::span<const std::string_view> verbs_that_double_l();

// What stands before -our and -or: behavi, col. All take the endings of endings_after_our().
std::span<const std::string_view> stems_in_our();
std::string_view endings_after_our();

std::span<const SpellingEntry> other_spellings();

// Words in -ise that are never in -ize, without their last e; also plurals that merely look so
// (trellises) and words in -size.
std::span<const std::string_view> words_only_in_ise();

// The same for words that end like this: advise and subadvise, surprise and enterprise.
std::span<const std::string_view> ends_only_in_ise();

}  // namespace dateline
