#include "searcher/match/written_forms.h"

#include <algorithm>
#include <map>
#include <set>

namespace dateline::searcher {
namespace {

using Articles = std::map<std::string, std::uint64_t, std::less<>>;

// The words of the segment with the stem of one of the terms, in any language.
std::set<std::string> stem_forms(const AcceptedWords& accepted, const TextIndex& segment,
                                 std::span<Stemmer> stemmers) {
  std::set<std::string> words;
  if (accepted.same_stem_as.empty() || !is_stemmable(accepted.same_stem_as)) return words;
  for (Stemmer& stemmer : stemmers) {
    for (const std::string& term : accepted.terms) {
      if (!is_stemmable(term)) continue;
      const std::string_view key = stemmer.key(term);
      const DictionaryCursor stem = segment.stems().at_or_after(key);
      if (stem.done() || stem.text() != key) continue;
      for (const std::uint32_t ordinal : stem.forms()) {
        words.emplace(segment.words().cursor_at(ordinal).text());
      }
    }
  }
  return words;
}

}  // namespace

std::vector<WrittenForm> written_forms(const AcceptedWords& accepted,
                                       std::span<const TextIndex* const> segments,
                                       std::span<Stemmer> stemmers) {
  Articles articles;
  for (const TextIndex* segment : segments) {
    std::set<std::string> words = stem_forms(accepted, *segment, stemmers);
    words.insert(accepted.terms.begin(), accepted.terms.end());
    for (const std::string& word : words) {
      if (const auto term = segment->find_word(word)) articles[word] += term->articles;
    }
  }
  std::vector<WrittenForm> forms;
  for (auto& [word, count] : articles) forms.push_back({word, count});
  std::stable_sort(forms.begin(), forms.end(), [](const WrittenForm& a, const WrittenForm& b) {
    return a.articles > b.articles;
  });
  return forms;
}

}  // namespace dateline::searcher
