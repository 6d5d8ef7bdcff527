#include "tests/oracle/query_generator.h"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

namespace dateline::oracle {
namespace {

using namespace searcher;

constexpr unsigned kDepth = 2;

constexpr unsigned kNearDepth = 2;

std::uint32_t size32(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

std::vector<ArchiveField> fields_of(const Article& article) {
  std::vector<ArchiveField> fields = article.fields;
  fields.push_back({"byline", article.byline});
  fields.push_back({"source", article.source});
  fields.push_back({"agency", article.agency});
  fields.push_back({"section", article.section});
  fields.push_back({"place", article.place});
  fields.push_back({"language", article.language});
  fields.push_back({"url", article.url});
  fields.push_back({"id", article.id});
  std::erase_if(fields, [](const ArchiveField& field) { return field.value.empty(); });
  return fields;
}

// In many archives all articles say the same there, so it is asked less often.
bool is_alike_in_all(std::string_view field) {
  return field == "source" || field == "agency" || field == "language";
}

}  // namespace

QueryGenerator::QueryGenerator(const std::vector<Article>& articles, std::uint64_t seed)
    : articles_(articles), random_(seed), places_(articles, random_) {}

Query QueryGenerator::next() {
  return {node_anywhere(kDepth + 1)};
}

Query QueryGenerator::next(Operator kind) {
  const Article& about = any_article();
  Node drawn = part(kind, about);
  if (random_.chance(700)) return {std::move(drawn)};
  const std::uint32_t around = random_.below(4);
  Node other = leaf(about);
  if (around == 0) return {oracle::any_of({std::move(other), std::move(drawn)})};
  if (around == 1) drawn = node_of(NotNode{{std::move(drawn)}});
  return {node_of(AndNode{{std::move(other), std::move(drawn)}})};
}

Node QueryGenerator::node_anywhere(unsigned depths) {
  const unsigned depth = random_.below(depths);
  return node(any_article(), depth);
}

Node QueryGenerator::node(const Article& about, unsigned depth) {
  Node drawn = depth == 0            ? leaf(about)
               : random_.chance(600) ? all_of(about, depth)
                                     : any_of(depth);
  constexpr double kWeights[] = {0.01, 0.5, 2, 3.25, 100};
  if (random_.chance(30)) drawn.weight = kWeights[random_.below(5)];
  return drawn;
}

Node QueryGenerator::all_of(const Article& about, unsigned depth) {
  AndNode all;
  const std::uint32_t children = random_.between(1, 3);
  for (std::uint32_t i = 0; i < children; ++i) {
    all.children.push_back(node(about, random_.below(depth)));
  }
  if (children == 1 || random_.chance(250)) {
    all.children.push_back(node_of(NotNode{{node_anywhere(depth)}}));
  }
  if (random_.chance(30)) all.children.erase(all.children.begin());
  if (random_.chance(20)) all.children.push_back(node_of(AllNode{}));
  return node_of(std::move(all));
}

Node QueryGenerator::any_of(unsigned depth) {
  OrNode any;
  for (std::uint32_t i = random_.between(2, 4); i > 0; --i) {
    any.children.push_back(node_anywhere(depth));
  }
  return node_of(std::move(any));
}

Node QueryGenerator::leaf(const Article& about) {
  const std::uint32_t kind = random_.below(100);
  if (kind < 26) return word(about);
  if (kind < 38) return phrase(about);
  if (kind < 44) return in_headline(about);
  if (kind < 51) return in_field(about);
  if (kind < 60) return dates(about);
  return placed(about);
}

// Nearness and patterns are drawn more often than the rest.
Node QueryGenerator::placed(const Article& about) {
  switch (random_.below(10)) {
    case 0:
    case 1:
    case 2:
      return places_.near(about, random_.below(kNearDepth));
    case 3:
      return part(Operator::kAtLeast, about);
    case 4:
      return part(Operator::kSynonyms, about);
    case 5:
      return part(Operator::kHeadlineAndLead, about);
    case 6:
      return part(Operator::kHole, about);
    case 7:
      return part(Operator::kWildcard, about);
    case 8:
      return part(random_.chance(500) ? Operator::kFuzzy : Operator::kPhraseWithPattern, about);
    default:
      return part(Operator::kLength, about);
  }
}

Node QueryGenerator::part(Operator kind, const Article& about) {
  const auto near = [&](Nearness nearness) {
    return places_.near(about, nearness, random_.below(2));
  };
  switch (kind) {
    case Operator::kNear:
      return near({});
    case Operator::kNearInOrder:
      return near({Reach::kWords, 1, NearOrder::kInOrder, false});
    case Operator::kSameSentence:
      return near({Reach::kSentence, 1, NearOrder::kEither, false});
    case Operator::kSameParagraph:
      return near({Reach::kParagraph, 1, NearOrder::kEither, false});
    case Operator::kNotNear:
      return near({Reach::kWords, 1, NearOrder::kEither, true});
    case Operator::kNestedNear:
      return places_.near(about, kNearDepth);
    case Operator::kAtLeast:
      return places_.at_least(about);
    case Operator::kSynonyms:
      return places_.synonyms(about);
    case Operator::kHeadlineAndLead:
      return places_.in_lead(about);
    case Operator::kHole:
      return places_.with_hole(about);
    case Operator::kWildcard:
      return places_.wildcard(about);
    case Operator::kFuzzy:
      return places_.fuzzy(about);
    case Operator::kPhraseWithPattern:
      return places_.with_pattern(about);
    case Operator::kLength:
      return length(about);
    case Operator::kWeight:
      break;
  }
  Node weighted = leaf(about);
  weighted.weight = random_.chance(500) ? 0.25 : 4;
  return weighted;
}

Node QueryGenerator::word(const Article& about) {
  if (random_.chance(10)) return node_of(WordNode{"zzxqv", Form::kStem, ""});  // in no article
  const Form form = random_.chance(300) ? Form::kExact : Form::kStem;
  return node_of(WordNode{telling_word(about.body), form, ""});
}

Node QueryGenerator::phrase(const Article& about) {
  const Form form = random_.chance(150) ? Form::kExact : Form::kSpelling;
  const bool common = random_.chance(300);
  const std::uint32_t words = random_.between(2, 4);
  std::string typed = cut_words(about.body, words);
  // Phrases of common words are answered in another way; common words are short.
  for (int i = 0; i < 6 && common; ++i) {
    std::string other = cut_words(about.body, words);
    if (other.size() < typed.size()) typed = std::move(other);
  }
  return node_of(PhraseNode{std::move(typed), form, ""});
}

Node QueryGenerator::in_headline(const Article& about) {
  if (random_.chance(500)) {
    return node_of(WordNode{cut_words(about.headline, 1), Form::kStem, "headline"});
  }
  const auto words = random_.between(2, 3);
  return node_of(PhraseNode{cut_words(about.headline, words), Form::kSpelling, "headline"});
}

Node QueryGenerator::in_field(const Article& about) {
  const auto fields = fields_of(about);
  if (fields.empty()) return word(about);
  std::size_t field = random_.below(size32(fields.size()));
  if (is_alike_in_all(fields[field].name)) field = random_.below(size32(fields.size()));
  const auto& [name, value] = fields[field];
  if (name == "id") return node_of(WordNode{value, Form::kStem, name});
  if (random_.chance(500)) return node_of(WordNode{cut_words(value, 1), Form::kStem, name});
  return node_of(PhraseNode{cut_words(value, 3), Form::kSpelling, name});
}

Node QueryGenerator::dates(const Article& about) {
  if (!about.published.dated() || random_.chance(30)) return node_of(UndatedNode{});
  const std::chrono::year_month_day day = about.published.day();
  const std::chrono::days around{random_.below(40)};
  switch (random_.below(12)) {  // open ranges are rare: they let half of the archive through
    case 0:
      return node_of(DateNode{{day, std::nullopt}});
    case 1:
      return node_of(DateNode{{std::nullopt, day}});
    case 2:
    case 3:
    case 4:
      return node_of(DateNode{{day, day}});
    case 5:
    case 6:
      return node_of(
          DateNode{{day.year() / day.month() / 1, day.year() / day.month() / std::chrono::last}});
    default:
      return node_of(
          DateNode{{std::chrono::sys_days{day} - around, std::chrono::sys_days{day} + around}});
  }
}

Node QueryGenerator::length(const Article& about) {
  analyser_.analyse(about.headline);
  std::uint64_t words = analyser_.next_position();
  analyser_.analyse(about.body);
  words += analyser_.next_position();
  const std::uint32_t more = random_.below(3);  // 0: the article is the longest
  switch (random_.below(4)) {
    case 0:
      return node_of(
          NumberNode{Quantity::kWords, words - std::min<std::uint64_t>(words, more), {}});
    case 1:
      return node_of(NumberNode{Quantity::kWords, words + 1, {}});
    case 2:
      return node_of(NumberNode{Quantity::kWords, 0, words + more});
    default:
      return node_of(NumberNode{Quantity::kWords, words, words + 20 * more});
  }
}

const Article& QueryGenerator::any_article() {
  return articles_[random_.below(size32(articles_.size()))];
}

// A piece of the text of so many words, as they stand there, or of all that there are.
std::string QueryGenerator::cut_words(const std::string& text, std::uint32_t words) {
  const auto& tokens = analyser_.analyse(text);
  if (tokens.empty()) return "zzxqv";
  const Token& first = tokens[random_.below(size32(tokens.size()))];
  std::uint32_t end = first.end;
  for (const Token& token : tokens) {
    if (token.position >= first.position && token.position < first.position + words) {
      end = std::max(end, token.end);
    }
  }
  return text.substr(first.begin, end - first.begin);
}

// Mostly the longest of a few: common words are short, and a query of them alone says little.
std::string QueryGenerator::telling_word(const std::string& text) {
  std::string telling = cut_words(text, 1);
  for (int i = 0; i < 3 && !random_.chance(100); ++i) {
    std::string other = cut_words(text, 1);
    if (other.size() > telling.size()) telling = std::move(other);
  }
  return telling;
}

}  // namespace dateline::oracle
