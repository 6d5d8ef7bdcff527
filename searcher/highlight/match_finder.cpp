#include "searcher/highlight/match_finder.h"

#include <algorithm>
#include <array>
#include <limits>
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

void add_visible(const MeaningNode& node, VisibleSpots& visible) {
  if (const auto* text = std::get_if<AskedText>(&node.value)) {
    if (!text->words.readings.empty()) visible.roots.push_back(add_spots(visible.tree, node));
    return;
  }
  if (std::holds_alternative<NearOf>(node.value)) {
    visible.roots.push_back(add_spots(visible.tree, node));
    return;
  }
  if (std::holds_alternative<NoneOf>(node.value)) return;
  for (const MeaningNode& part : parts_of(node)) add_visible(part, visible);
}

}  // namespace

VisibleSpots visible_spots(const MeaningNode& meaning) {
  VisibleSpots visible;
  add_visible(meaning, visible);
  return visible;
}

// A headline or a body as a SpotFinder reads it. The other of the two is another text: of the body,
// all is behind the headline.
class MatchFinder::TokenText {
 public:
  TokenText(const std::vector<Token>& tokens, const std::vector<WordOccurrences>& occurrences,
            TextKind kind)
      : tokens_(tokens), occurrences_(occurrences), kind_(kind) {}

  const Positions& positions(std::uint32_t word) const { return occurrences_[word].positions; }
  std::uint32_t headline_end() const { return 0; }

  std::uint32_t end_of(TextPart part) const {
    constexpr std::uint32_t kNoEnd = std::numeric_limits<std::uint32_t>::max();
    if (kind_ == TextKind::kHeadline) return kNoEnd;
    if (part == TextPart::kHeadline) return 0;
    const auto second = std::find_if(tokens_.begin(), tokens_.end(), [&](const Token& token) {
      return token.starts_paragraph && token.position > tokens_.front().position;
    });
    return second == tokens_.end() ? kNoEnd : second->position;
  }

  const TextStarts& starts_for(Reach reach) {
    if (reach != Reach::kWords && !has_starts_) read_starts();
    return starts_;
  }

 private:
  void read_starts() {
    has_starts_ = true;
    for (const Token& token : tokens_) {
      if (token.starts_sentence) starts_.sentences.push_back(token.position);
      if (token.starts_paragraph) starts_.paragraphs.push_back(token.position);
    }
  }

  const std::vector<Token>& tokens_;
  const std::vector<WordOccurrences>& occurrences_;
  TextKind kind_;
  bool has_starts_ = false;
  TextStarts starts_;
};

// Goes down from a node to the words and phrases that make its spots.
class MatchFinder::Lighter {
 public:
  Lighter(const SpotTree& tree, TokenText& text, const std::vector<WordOccurrences>& occurrences)
      : tree_(tree), text_(text), finder_(tree, text), occurrences_(occurrences) {}

  // Readings are looked for one by one: only what is near something needs them together.
  void light(std::uint32_t root) {
    const auto* any = std::get_if<EitherSpots>(&tree_.nodes[root]);
    if (any == nullptr) return light(root, finder_.find(root));
    for (const std::uint32_t node : any->nodes) light(node, finder_.find(node));
  }

  std::vector<TextMatch> take() { return std::move(matches_); }

 private:
  // What of the node makes those of its spots that are wanted.
  void light(std::uint32_t node, const Spots& wanted) {
    if (wanted.empty()) return;
    std::visit([&](const auto& value) { light_parts(value, wanted); }, tree_.nodes[node]);
  }

  void light_parts(const EitherSpots& any, const Spots& wanted) {
    for (const std::uint32_t node : any.nodes) light(node, both_of(finder_.found(node), wanted));
  }

  void light_parts(const NearSpots& pair, const Spots& wanted) {
    const NearSides sides = sides_of(wanted, {finder_.found(pair.left), finder_.found(pair.right)},
                                     pair.how, text_.starts_for(pair.how.reach));
    light(pair.left, sides.left);
    light(pair.right, sides.right);
  }

  void light_parts(const WordSpots& word, const Spots& wanted) {
    for (const Spot& spot : wanted) {
      const auto [begin, end] = bytes_at(word.word, spot.first);
      matches_.push_back({begin, end, word.text});
    }
  }

  // A compound at one of its positions may reach further than the last word.
  void light_parts(const PhraseSpots& phrase, const Spots& wanted) {
    for (const Spot& spot : wanted) {
      TextMatch match{0, 0, phrase.text};
      for (const PhraseSteps::Step& step : phrase.steps.steps()) {
        const auto [begin, end] = bytes_at(step.word, spot.first + step.offset);
        if (step.offset == 0) match.begin = begin;
        match.end = std::max(match.end, end);
      }
      matches_.push_back(match);
    }
  }

  std::pair<std::size_t, std::size_t> bytes_at(std::uint32_t word, std::uint32_t position) const {
    const Positions& positions = occurrences_[word].positions;
    const auto at = std::lower_bound(positions.begin(), positions.end(), position);
    return occurrences_[word].bytes[static_cast<std::size_t>(at - positions.begin())];
  }

  const SpotTree& tree_;
  TokenText& text_;
  SpotFinder<TokenText> finder_;
  const std::vector<WordOccurrences>& occurrences_;
  std::vector<TextMatch> matches_;
};

MatchFinder::MatchFinder(VisibleSpots visible) : visible_(std::move(visible)) {
  const std::vector<AcceptedWords>& words = visible_.tree.words;
  for (std::size_t word = 0; word < words.size(); ++word) {
    for (const std::string& term : words[word].terms) listed_[term].push_back(word);
  }
}

std::vector<TextMatch> MatchFinder::find(const std::vector<Token>& tokens,
                                         std::string_view language_code, TextKind kind) {
  if (visible_.roots.empty() || tokens.empty()) return {};
  find_words(tokens, language(language_code));
  TokenText text(tokens, occurrences_, kind);
  Lighter lighter(visible_.tree, text, occurrences_);
  for (const std::uint32_t root : visible_.roots) lighter.light(root);
  std::vector<TextMatch> matches = lighter.take();
  std::sort(matches.begin(), matches.end());
  matches.erase(std::unique(matches.begin(), matches.end()), matches.end());
  return matches;
}

MatchFinder::Language& MatchFinder::language(std::string_view code) {
  const auto known = languages_.find(code);
  if (known != languages_.end()) return known->second;
  Language language{Stemmer(code), {}, first_bytes_of(code), {}};
  for (const AcceptedWords& words : visible_.tree.words) {
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
  for (const auto& [term, words] : listed_) bytes.set(static_cast<unsigned char>(term[0]));
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
  for (std::size_t word = 0; word < language.stem_keys.size(); ++word) {
    const bool is_listed = std::find(accepted.begin(), accepted.end(), word) != accepted.end();
    if (!is_listed && language.stem_keys[word].contains(stem_key)) accepted.push_back(word);
  }
  return language.accepted_by.emplace(std::string(term), std::move(accepted)).first->second;
}

void MatchFinder::find_words(const std::vector<Token>& tokens, Language& language) {
  occurrences_.resize(visible_.tree.words.size());
  for (auto& [positions, bytes] : occurrences_) {
    positions.clear();
    bytes.clear();
  }
  for (const Token& token : tokens) {
    if (!language.first_bytes[static_cast<unsigned char>(token.term[0])]) continue;
    for (const std::size_t word : accepted_by(language, token.term)) {
      auto& [positions, bytes] = occurrences_[word];
      if (!positions.empty() && positions.back() == token.position) {  // the word and its compound
        bytes.back().first = std::min<std::size_t>(bytes.back().first, token.begin);
        bytes.back().second = std::max<std::size_t>(bytes.back().second, token.end);
      } else {
        positions.push_back(token.position);
        bytes.emplace_back(token.begin, token.end);
      }
    }
  }
}

}  // namespace dateline::searcher
