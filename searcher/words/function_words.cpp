#include "searcher/words/function_words.h"

#include <algorithm>
#include <array>

namespace dateline::searcher {
namespace {

// Ascending by byte; without apostrophes, as the analyser leaves them.
constexpr std::array<std::string_view, 235> kFunctionWords = {
    "a",         "about",     "above",      "across",     "after",      "again",    "against",
    "all",       "almost",    "along",      "already",    "also",       "although", "always",
    "am",        "among",     "an",         "and",        "another",    "any",      "anyone",
    "anything",  "anywhere",  "are",        "around",     "as",         "at",       "away",
    "be",        "because",   "been",       "before",     "behind",     "being",    "below",
    "beside",    "besides",   "between",    "beyond",     "both",       "but",      "by",
    "can",       "cannot",    "cant",       "could",      "couldnt",    "did",      "didnt",
    "do",        "does",      "doesnt",     "doing",      "done",       "dont",     "down",
    "during",    "each",      "either",     "else",       "enough",     "etc",      "even",
    "ever",      "every",     "everyone",   "everything", "everywhere", "except",   "few",
    "for",       "from",      "further",    "had",        "hadnt",      "has",      "hasnt",
    "have",      "havent",    "having",     "he",         "her",        "here",     "hers",
    "herself",   "hes",       "him",        "himself",    "his",        "how",      "however",
    "i",         "if",        "im",         "in",         "into",       "is",       "isnt",
    "it",        "its",       "itself",     "ive",        "just",       "least",    "less",
    "let",       "like",      "many",       "may",        "me",         "might",    "mine",
    "more",      "most",      "much",       "must",       "my",         "myself",   "near",
    "neither",   "never",     "no",         "nobody",     "none",       "nor",      "not",
    "nothing",   "now",       "nowhere",    "of",         "off",        "often",    "on",
    "once",      "only",      "onto",       "or",         "other",      "others",   "our",
    "ours",      "ourselves", "out",        "over",       "own",        "per",      "perhaps",
    "quite",     "rather",    "really",     "same",       "shall",      "she",      "shes",
    "should",    "since",     "so",         "some",       "somebody",   "someone",  "something",
    "sometimes", "somewhere", "still",      "such",       "than",       "that",     "thats",
    "the",       "their",     "theirs",     "them",       "themselves", "then",     "there",
    "therefore", "theres",    "these",      "they",       "theyre",     "this",     "those",
    "though",    "through",   "throughout", "thus",       "to",         "too",      "toward",
    "towards",   "under",     "unless",     "until",      "up",         "upon",     "us",
    "very",      "via",       "was",        "wasnt",      "we",         "were",     "werent",
    "weve",      "what",      "whatever",   "whats",      "when",       "whenever", "where",
    "whereas",   "wherever",  "whether",    "which",      "whichever",  "while",    "who",
    "whoever",   "whom",      "whose",      "why",        "will",       "with",     "within",
    "without",   "wont",      "would",      "wouldnt",    "yet",        "you",      "your",
    "youre",     "yours",     "yourself",   "yourselves",
};
static_assert(std::ranges::is_sorted(kFunctionWords));

}  // namespace

bool is_function_word(std::string_view term) {
  return std::ranges::binary_search(kFunctionWords, term);
}

}  // namespace dateline::searcher
