#include "searcher/words/speller.h"

#include <algorithm>
#include <array>

#include "common/text/initialisms.h"
#include "common/text/stemmer.h"
#include "common/text_index/posting_cursor.h"
#include "common/utf8.h"
#include "searcher/meaning/resolve.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kMaxCandidates = 3;   // that a query is tried with, for each word
constexpr std::size_t kMaxNeighbours = 16;  // of which they are the best
constexpr std::uint64_t kOtherFirstLetter = 10;
constexpr std::size_t kLongestParted = 24;
constexpr std::size_t kShortestPart = 2;

// A fuzzy walk of a million articles passes over all but a hundredth of the words.
constexpr std::uint64_t kMaxLookedAt = 1'000'000;

bool is_operator(std::string_view word) {
  constexpr std::array<std::string_view, 7> kOperators = {"and", "or",  "not", "near",
                                                          "adj", "pre", "syn"};
  return std::find(kOperators.begin(), kOperators.end(), word) != kOperators.end();
}

using Choice = std::vector<std::size_t>;  // for each doubt the candidate, or past the last: none

}  // namespace

Speller::Speller(const std::vector<LeafSegment>& segments, WordLists& lists,
                 const Vocabulary& vocabulary)
    : segments_(segments), lists_(lists), vocabulary_(vocabulary) {
  for (const LeafSegment& segment : segments) articles_ += segment.target.index->articles();
}

std::optional<Suggestion> Speller::suggest(const Query& query, std::string_view typed,
                                           std::uint64_t hits, const Count& count) {
  if (hits > kFewHits) return std::nullopt;
  std::vector<Doubt> words = doubts(query, typed);
  for (Doubt& doubt : words) doubt.candidates = candidates(doubt);
  std::erase_if(words, [](const Doubt& doubt) { return doubt.candidates.empty(); });
  if (words.empty()) return std::nullopt;

  const auto changed = [&](const Choice& choice) {
    std::vector<Replacement> replacements;
    for (std::size_t i = 0; i < words.size(); ++i) {
      replacements.push_back({words[i].word, words[i].candidates[choice[i]]});
    }
    return with_replacements(query, replacements);
  };
  Choice best(words.size(), 0);
  std::uint64_t most = count(changed(best));
  for (std::size_t i = 0; i < words.size(); ++i) {
    Choice other = best;
    for (other[i] = 1; other[i] < words[i].candidates.size(); ++other[i]) {
      const std::uint64_t found = count(changed(other));
      if (found <= most) continue;
      most = found;
      best = other;
    }
  }
  if (most == 0 || most < hits * kTimesAsMany) return std::nullopt;
  Query better = changed(best);
  return Suggestion{changed_text(typed, query, better), std::move(better)};
}

// The words that no article has; where there are none, the rare ones.
std::vector<Speller::Doubt> Speller::doubts(const Query& query, std::string_view typed) {
  std::vector<Doubt> unknown;
  std::vector<Doubt> rare;
  const std::uint64_t most = std::max(kFewHits, articles_ / kRareWord);
  for (TypedWord& word : typed_words(query)) {
    if (count_characters(word.term) < kShortestCorrected) continue;
    const bool is_typed = typed.empty() || typed.find(word.as_typed) != std::string_view::npos;
    if (!is_typed) continue;  // of a synonym file
    const auto accepted = single_word(word.term, word.in_phrase ? Form::kSpelling : word.form);
    if (!accepted) continue;
    const std::uint64_t articles = articles_of(lists_.find(*accepted));
    if (articles > most) continue;
    (articles == 0 ? unknown : rare).push_back({std::move(word), articles, {}});
  }
  std::vector<Doubt>& doubted = unknown.empty() ? rare : unknown;
  if (doubted.size() > kMaxCorrectedWords) doubted.resize(kMaxCorrectedWords);
  return std::move(doubted);
}

std::vector<std::string> Speller::candidates(const Doubt& doubt) const {
  std::vector<std::string> found = neighbours(doubt, 1);
  if (found.empty() && count_characters(doubt.word.term) >= kShortestTwoEdits) {
    found = neighbours(doubt, 2);
  }
  if (auto two = parted(doubt)) found.push_back(*std::move(two));
  return found;
}

std::vector<std::string> Speller::neighbours(const Doubt& doubt, std::uint8_t edits) const {
  const std::string& term = doubt.word.term;
  PatternLimits limits{kMaxNeighbours, kMaxLookedAt};
  if (edits > 1) limits.first = term.substr(0, first_character(term).bytes);
  auto words = vocabulary_.words_of({term, edits}, limits).words;
  std::erase_if(words, [&](const CountedWord& word) { return !is_better(word, doubt); });
  for (CountedWord& word : words) {
    if (word.word.front() != doubt.word.term.front()) word.articles /= kOtherFirstLetter;
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.articles > b.articles; });
  std::vector<std::string> best;
  for (const CountedWord& word : words) {
    if (best.size() == kMaxCandidates) break;
    std::string typed = in_capitals_of(doubt.word.as_typed, word.word);
    const bool becomes_initialism = !find_initialism(typed).empty();
    if (!becomes_initialism && is_live(word.word)) best.push_back(std::move(typed));
  }
  return best;
}

bool Speller::is_better(const CountedWord& candidate, const Doubt& doubt) const {
  return candidate.word != doubt.word.term && is_stemmable(candidate.word) &&
         !is_operator(candidate.word) &&
         candidate.articles >= std::max<std::uint64_t>(1, doubt.articles * kTimesAsMany);
}

// "white house" for "whitehouse": where the rarer of the two parts is the most frequent.
std::optional<std::string> Speller::parted(const Doubt& doubt) const {
  const std::string& term = doubt.word.term;
  if (!(doubt.word.is_alone || doubt.word.in_phrase) || term.size() > kLongestParted)
    return std::nullopt;
  std::uint64_t most = std::max(doubt.articles * kTimesAsMany, articles_ / kRareWord);
  std::size_t best = 0;
  for (std::size_t at = kShortestPart; at + kShortestPart <= term.size(); ++at) {
    const std::uint64_t first = vocabulary_.articles_with(term.substr(0, at));
    if (first <= most) continue;
    const std::uint64_t rarer = std::min(first, vocabulary_.articles_with(term.substr(at)));
    if (rarer <= most) continue;
    most = rarer;
    best = at;
  }
  if (best == 0 || !is_live(term.substr(0, best)) || !is_live(term.substr(best))) {
    return std::nullopt;
  }
  return in_capitals_of(doubt.word.as_typed, term.substr(0, best) + ' ' + term.substr(best));
}

bool Speller::is_live(std::string_view word) const {
  for (const LeafSegment& segment : segments_) {
    const auto term = segment.target.index->find_word(word);
    if (!term) continue;
    PostingCursor articles(*segment.target.index, *term);
    while (articles.next() != kNoMoreArticles) {
      if (!segment.deleted->contains(articles.article())) return true;
    }
  }
  return false;
}

}  // namespace dateline::searcher
