#include "tests/oracle/spot_generator.h"

#include <algorithm>
#include <utility>

#include "common/text/ascii.h"

namespace dateline::oracle {
namespace {

using namespace searcher;

constexpr std::string_view kNowhere = "zzxqv";
constexpr std::size_t kLettersOfPattern = 4;  // of fewer there may be more words than are looked at

std::uint32_t size32(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

bool is_all_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), ascii::is_letter);
}

}  // namespace

std::string SpottedText::words(std::size_t first, std::size_t count) const {
  if (spots.empty()) return std::string(kNowhere);
  const std::size_t last = std::min(first + count, spots.size()) - 1;
  return std::string(text.substr(spots[first].begin, spots[last].end - spots[first].begin));
}

Node SpotGenerator::near(const Article& about, Nearness nearness, unsigned depth) {
  const SpottedText text = text_of(about);
  Side found = near(text, spot_in(text), nearness, depth);
  auto* near = std::get_if<NearNode>(&found.node.value);
  if (near != nullptr && nearness.negated && random_.chance(500)) near->sides[1] = elsewhere();
  return std::move(found.node);
}

Node SpotGenerator::near(const Article& about, unsigned depth) {
  return near(about, any_nearness(), depth);
}

Nearness SpotGenerator::any_nearness() {
  Nearness nearness;
  const std::uint32_t reach = random_.below(10);
  if (reach >= 6) nearness.reach = reach < 8 ? Reach::kSentence : Reach::kParagraph;
  if (random_.chance(400)) nearness.order = NearOrder::kInOrder;
  nearness.negated = random_.chance(150);
  return nearness;
}

std::uint32_t SpotGenerator::gap_for(Reach reach) {
  if (reach == Reach::kWords) return random_.between(1, 8);
  return random_.between(1, reach == Reach::kSentence ? 15 : 60);
}

SpotGenerator::Side SpotGenerator::near(const SpottedText& text, std::size_t at, Nearness nearness,
                                        unsigned depth) {
  Side left = side(text, at, depth);
  const std::size_t next = left.last + gap_for(nearness.reach);
  if (next >= text.spots.size()) return left;
  Side right = side(text, next, depth);
  const auto apart = size32(right.first - left.last);
  const std::uint32_t miss = random_.below(100);
  nearness.distance = miss < 15 ? std::max(apart, 2U) - 1 : apart;
  if (miss > 40) nearness.distance += random_.below(4);
  Side both{{}, left.first, right.last};
  const bool turned = random_.chance(300);
  both.node = turned ? near_of(std::move(right.node), std::move(left.node), nearness)
                     : near_of(std::move(left.node), std::move(right.node), nearness);
  return both;
}

SpotGenerator::Side SpotGenerator::side(const SpottedText& text, std::size_t at, unsigned depth) {
  if (depth > 0 && random_.chance(500)) return near(text, at, any_nearness(), depth - 1);
  Side one = leaf(text, at);
  const std::uint32_t kind = random_.below(100);
  if (kind >= 25) return one;
  std::vector<Node> alternatives;
  alternatives.push_back(elsewhere());
  alternatives.insert(alternatives.begin() + random_.below(2), std::move(one.node));
  one.node = kind < 15 ? any_of(std::move(alternatives)) : synonyms_of(std::move(alternatives));
  return one;
}

SpotGenerator::Side SpotGenerator::leaf(const SpottedText& text, std::size_t at) {
  const std::uint32_t kind = random_.below(100);
  const std::size_t count = kind < 75 ? 1 : random_.between(2, 3);
  if (text.spots.empty() || count == 1 || at + count > text.spots.size()) {
    return {word(text, at), at, at};
  }
  return {phrase(text, at, count), at, at + count - 1};
}

Node SpotGenerator::word(const SpottedText& text, std::size_t at) {
  std::string typed = text.words(at, 1);
  const std::uint32_t kind = random_.below(100);
  if (kind < 10) typed = with_wildcard(typed);
  if (kind >= 10 && kind < 14) typed = misspelt(typed);
  const Form form = random_.chance(250) ? Form::kExact : Form::kStem;
  return word_of(std::move(typed), form, random_.chance(100) ? text.field : "");
}

Node SpotGenerator::phrase(const SpottedText& text, std::size_t first, std::size_t count) {
  const Form form = random_.chance(150) ? Form::kExact : Form::kSpelling;
  return phrase_of(text.words(first, count), form, random_.chance(100) ? text.field : "");
}

Node SpotGenerator::elsewhere() {
  const SpottedText text = text_of(articles_[random_.below(size32(articles_.size()))]);
  return leaf(text, spot_in(text)).node;
}

Node SpotGenerator::at_least(const Article& about) {
  AtLeastNode often{random_.between(1, 4), {}};
  const SpottedText text = text_of(about);
  often.child.push_back(random_.chance(150) ? near(about, any_nearness(), 0)
                                            : side(text, spot_in(text), 0).node);
  return node_of(std::move(often));
}

Node SpotGenerator::synonyms(const Article& about) {
  const SpottedText text = text_of(about);
  std::vector<Node> children;
  for (std::uint32_t i = random_.between(1, 3); i > 0; --i) {
    children.push_back(random_.chance(600) ? leaf(text, spot_in(text)).node : elsewhere());
  }
  return synonyms_of(std::move(children));
}

Node SpotGenerator::in_lead(const Article& about) {
  const std::size_t lead = about.body.find("\n\n");
  const std::size_t second = lead == std::string::npos ? lead : about.body.find("\n\n", lead + 2);
  const bool in_headline = random_.chance(250);
  const SpottedText text = spotted(in_headline ? std::string_view(about.headline)
                                               : std::string_view(about.body).substr(0, second),
                                   "hlead");
  const std::size_t at = spot_in(text);
  if (random_.chance(500)) return word_of(text.words(at, 1), Form::kStem, "hlead");
  return phrase_of(text.words(at, random_.between(2, 3)), Form::kSpelling, "hlead");
}

Node SpotGenerator::with_hole(const Article& about) {
  const SpottedText text = text_of(about);
  const std::size_t at = spot_in(text);
  const std::size_t before = random_.between(1, 2);
  const std::size_t holes = random_.between(1, 2);
  if (at + before + holes >= text.spots.size()) return word(text, at);
  std::string typed = text.words(at, before);
  for (std::size_t i = 0; i < holes; ++i) typed += " *";
  typed += ' ' + text.words(at + before + holes, random_.between(1, 2));
  return phrase_of(std::move(typed), random_.chance(200) ? Form::kExact : Form::kSpelling);
}

Node SpotGenerator::wildcard(const Article& about) {
  const SpottedText text = text_of(about);
  return word_of(with_wildcard(text.words(spot_in(text), 1)));
}

Node SpotGenerator::fuzzy(const Article& about) {
  const SpottedText text = text_of(about);
  return word_of(misspelt(text.words(spot_in(text), 1)));
}

Node SpotGenerator::with_pattern(const Article& about) {
  const SpottedText text = text_of(about);
  const std::size_t at = spot_in(text);
  if (at + 3 > text.spots.size()) return wildcard(about);
  const std::uint32_t patterned = random_.below(3);
  std::string typed;
  for (std::uint32_t i = 0; i < 3; ++i) {
    const std::string one = text.words(at + i, 1);
    typed += (i == patterned ? with_wildcard(one) : one) + ' ';
  }
  typed.pop_back();
  return phrase_of(std::move(typed));
}

// Another character than an ASCII letter in it may be an accent or an apostrophe: those are left to
// the tests of patterns.
std::string SpotGenerator::with_wildcard(const std::string& word) {
  if (word.size() < kLettersOfPattern || !is_all_letters(word)) return word;
  const std::size_t size = word.size();
  const auto kept = random_.between(size32(kLettersOfPattern), size32(size));
  std::string pattern = word;
  switch (random_.below(4)) {
    case 0:
      return word.substr(0, kept) + '*';
    case 1:
      return '*' + word.substr(size - kept);
    case 2:
      pattern[random_.below(size32(size - 1))] = '?';
      return pattern;
    default:
      return word.substr(0, kept - 1) + '*' + word.substr(size - 1);
  }
}

std::string SpotGenerator::misspelt(std::string word) {
  if (word.size() <= kLettersOfPattern || !is_all_letters(word)) return word;
  const std::size_t at = random_.below(size32(word.size() - 1));
  const char other = static_cast<char>('a' + random_.below(26));
  switch (random_.below(5)) {
    case 0:
      word[at] = other;
      break;
    case 1:
      word.insert(at, 1, other);
      break;
    case 2:
      word.erase(at, 1);
      break;
    case 3:
      std::swap(word[at], word[at + 1]);
      break;
    default:
      break;
  }
  constexpr const char* kEnds[] = {"~", "~1", "~2"};
  return word + kEnds[random_.below(3)];
}

SpottedText SpotGenerator::text_of(const Article& about) {
  if (about.body.empty() || random_.chance(120)) return spotted(about.headline, "headline");
  return spotted(about.body, "hlead");
}

SpottedText SpotGenerator::spotted(std::string_view text, std::string field) {
  SpottedText spotted{text, {}, std::move(field)};
  for (const Token& token : analyser_.analyse(text)) {
    if (token.kind == TokenKind::kWord) spotted.spots.push_back({token.begin, token.end});
  }
  return spotted;
}

std::size_t SpotGenerator::spot_in(const SpottedText& text) {
  return text.spots.empty() ? 0 : random_.below(size32(text.spots.size()));
}

}  // namespace dateline::oracle
