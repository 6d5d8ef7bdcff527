#include "searcher/highlight/match_finder.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::searcher {

namespace {

// Languages whose Snowball stemmers cut and change endings only. (Arabic and Indonesian ones do
// not.)
bool keeps_beginning(std::string_view language) {
  constexpr std::array<std::string_view, 12> kSuffixStemmers = {"da", "de", "en", "es", "fi", "fr",
                                                                "it", "nl", "no", "pt", "ru", "sv"};
  return std::find(kSuffixStemmers.begin(), kSuffixStemmers.end(), language) !=
         kSuffixStemmers.end();
}

}  // namespace

MatchFinder::MatchFinder(const std::vector<QueryPart>& parts) {
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (const Reading& reading : parts[part].interpretation.readings) {
      Phrase phrase{part, parts[part].headline_only, {}};
      for (const AcceptedWords& words : reading) phrase.words.push_back(index_of(words));
      phrases_.push_back(std::move(phrase));
    }
  }
}

std::size_t MatchFinder::index_of(const AcceptedWords& words) {
  const auto found = std::find(words_.begin(), words_.end(), words);
  const auto index = static_cast<std::size_t>(found - words_.begin());
  if (found == words_.end()) words_.push_back(words);
  return index;
}

std::vector<TextMatch> MatchFinder::find(const std::vector<Token>& tokens,
                                         std::string_view language_code, TextKind kind) {
  std::vector<TextMatch> matches;
  if (phrases_.empty()) return matches;
  const std::vector<Places> places = places_of_words(tokens, language(language_code));
  for (const Phrase& phrase : phrases_) {
    if (phrase.headline_only && kind != TextKind::kHeadline) continue;
    find_phrase(phrase, places, matches);
  }
  std::sort(matches.begin(), matches.end());
  matches.erase(std::unique(matches.begin(), matches.end()), matches.end());
  return matches;
}

MatchFinder::Language& MatchFinder::language(std::string_view code) {
  const auto known = languages_.find(code);
  if (known != languages_.end()) return known->second;
  Language language{Stemmer(code), {}, first_bytes_of(code), {}};
  for (const AcceptedWords& words : words_) {
    auto& keys = language.stem_keys.emplace_back();
    if (words.same_stem_as.empty()) continue;
    for (const std::string& term : words.terms) {
      if (is_stemmable(term)) keys.emplace(language.stemmer.key(term));
    }
  }
  return languages_.emplace(std::string(code), std::move(language)).first->second;
}

std::bitset<256> MatchFinder::first_bytes_of(std::string_view language) const {
  std::bitset<256> bytes;
  if (!keeps_beginning(language)) return bytes.set();
  for (const AcceptedWords& words : words_) {
    for (const std::string& term : words.terms) bytes.set(static_cast<unsigned char>(term[0]));
  }
  return bytes;
}

const std::vector<std::size_t>& MatchFinder::accepted_by(Language& language,
                                                         std::string_view term) const {
  const auto known = language.accepted_by.find(term);
  if (known != language.accepted_by.end()) return known->second;
  const std::string_view stem_key = language.stemmer.key(term);
  std::vector<std::size_t> accepted;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto& terms = words_[i].terms;
    const bool is_listed = std::find(terms.begin(), terms.end(), term) != terms.end();
    if (is_listed || language.stem_keys[i].contains(stem_key)) accepted.push_back(i);
  }
  return language.accepted_by.emplace(std::string(term), std::move(accepted)).first->second;
}

std::vector<MatchFinder::Places> MatchFinder::places_of_words(const std::vector<Token>& tokens,
                                                              Language& language) const {
  std::vector<Places> places(words_.size());
  for (const Token& token : tokens) {
    if (!language.first_bytes[static_cast<unsigned char>(token.term[0])]) continue;
    for (const std::size_t words : accepted_by(language, token.term)) {
      Places& list = places[words];
      if (!list.empty() && list.back().position == token.position) {  // the word and its compound
        list.back().begin = std::min<std::size_t>(list.back().begin, token.begin);
        list.back().end = std::max<std::size_t>(list.back().end, token.end);
      } else {
        list.push_back({token.position, token.begin, token.end});
      }
    }
  }
  return places;
}

void MatchFinder::find_phrase(const Phrase& phrase, const std::vector<Places>& places,
                              std::vector<TextMatch>& matches) {
  std::vector<Places::const_iterator> next;
  for (const std::size_t words : phrase.words) next.push_back(places[words].begin());
  for (const Place& start : places[phrase.words.front()]) {
    TextMatch match{start.begin, start.end, phrase.part};
    bool complete = true;
    for (std::size_t i = 1; i < phrase.words.size() && complete; ++i) {
      const std::uint32_t wanted = start.position + static_cast<std::uint32_t>(i);
      const auto end = places[phrase.words[i]].end();
      while (next[i] != end && next[i]->position < wanted) ++next[i];
      complete = next[i] != end && next[i]->position == wanted;
      if (complete) match.end = std::max(match.end, next[i]->end);
    }
    if (complete) matches.push_back(match);
  }
}

}  // namespace dateline::searcher
