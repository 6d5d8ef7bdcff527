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

TextStarts starts_of(const std::vector<Token>& tokens) {
  TextStarts starts;
  for (const Token& token : tokens) {
    if (token.starts_sentence) starts.sentences.push_back(token.position);
    if (token.starts_paragraph) starts.paragraphs.push_back(token.position);
  }
  return starts;
}

// Drops what ends in a later paragraph.
void keep_first_paragraph(const std::vector<Token>& tokens, PlacedMatches& matches) {
  const auto second = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.starts_paragraph && token.position > tokens.front().position;
  });
  if (second == tokens.end()) return;
  std::erase_if(matches,
                [&](const PlacedMatch& match) { return match.place.last >= second->position; });
}

}  // namespace

MatchFinder::MatchFinder(VisibleQuery query) : query_(std::move(query)) {
  for (std::size_t part = 0; part < query_.parts.size(); ++part) {
    for (const Reading& reading : query_.parts[part].interpretation.readings) {
      Phrase phrase{part, {}};
      for (const AcceptedWords& words : reading) {
        phrase.words.push_back(words.is_hole() ? kHole : index_of(words));
      }
      phrases_.push_back(std::move(phrase));
    }
  }
}

std::size_t MatchFinder::index_of(const AcceptedWords& words) {
  const auto found = std::find(words_.begin(), words_.end(), words);
  const auto index = static_cast<std::size_t>(found - words_.begin());
  if (found != words_.end()) return index;
  words_.push_back(words);
  for (const std::string& term : words.terms) listed_[term].push_back(index);
  return index;
}

std::vector<TextMatch> MatchFinder::find(const std::vector<Token>& tokens,
                                         std::string_view language_code, TextKind kind) {
  if (phrases_.empty()) return {};
  const auto places = places_of_words(tokens, language(language_code));
  std::vector<TextMatch> matches = find_parts(places, tokens, kind);
  std::sort(matches.begin(), matches.end());
  matches.erase(std::unique(matches.begin(), matches.end()), matches.end());
  return matches;
}

std::vector<TextMatch> MatchFinder::find_parts(const std::vector<WordPlaces>& places,
                                               const std::vector<Token>& tokens, TextKind kind) {
  std::vector<TextMatch> matches;
  std::vector<PlacedMatches> in_nears(query_.nears.empty() ? 0 : query_.parts.size());
  for (const Phrase& phrase : phrases_) {
    const QueryPart& part = query_.parts[phrase.part];
    if (part.scope == TextPart::kHeadline && kind != TextKind::kHeadline) continue;
    PlacedMatches found;
    find_phrase(phrase, places, found);
    if (part.scope == TextPart::kLead && kind == TextKind::kBody)
      keep_first_paragraph(tokens, found);
    if (part.in_near) {
      PlacedMatches& all = in_nears[phrase.part];
      all.insert(all.end(), found.begin(), found.end());
    } else {
      for (const PlacedMatch& match : found) matches.push_back(match.match);
    }
  }
  if (query_.nears.empty()) return matches;
  const TextStarts starts = starts_of(tokens);
  for (const NearTree& near : query_.nears) add_near_matches(near, in_nears, starts, matches);
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
  const auto listed = listed_.find(term);
  std::vector<std::size_t> accepted =
      listed == listed_.end() ? std::vector<std::size_t>() : listed->second;
  const std::string_view stem_key = language.stemmer.key(term);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const bool is_listed = std::find(accepted.begin(), accepted.end(), i) != accepted.end();
    if (!is_listed && language.stem_keys[i].contains(stem_key)) accepted.push_back(i);
  }
  return language.accepted_by.emplace(std::string(term), std::move(accepted)).first->second;
}

std::vector<MatchFinder::WordPlaces> MatchFinder::places_of_words(const std::vector<Token>& tokens,
                                                                  Language& language) const {
  std::vector<WordPlaces> places(words_.size());
  for (const Token& token : tokens) {
    if (!language.first_bytes[static_cast<unsigned char>(token.term[0])]) continue;
    for (const std::size_t words : accepted_by(language, token.term)) {
      WordPlaces& list = places[words];
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

void MatchFinder::find_phrase(const Phrase& phrase, const std::vector<WordPlaces>& places,
                              PlacedMatches& found) {
  const auto length = static_cast<std::uint32_t>(phrase.words.size());
  std::vector<std::size_t> next(length);  // in the places of each word
  for (const WordPlace& start : places[phrase.words.front()]) {
    TextMatch match{start.begin, start.end, phrase.part};
    bool complete = true;
    for (std::uint32_t i = 1; i < length && complete; ++i) {
      if (phrase.words[i] == kHole) continue;
      const WordPlaces& list = places[phrase.words[i]];
      std::size_t& at = next[i];
      while (at < list.size() && list[at].position < start.position + i) ++at;
      complete = at < list.size() && list[at].position == start.position + i;
      if (complete) match.end = std::max(match.end, list[at].end);
    }
    if (complete) found.push_back({{start.position, start.position + length - 1}, match});
  }
}

}  // namespace dateline::searcher
