#include "searcher/search/expansion.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

#include "common/text/analyser.h"
#include "common/text/stemmer.h"
#include "searcher/ranking/bm25.h"
#include "searcher/words/function_words.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kShortestAdded = 3;  // bytes

bool may_be_added(std::string_view term) {
  return term.size() >= kShortestAdded && is_stemmable(term) && !is_function_word(term);
}

bool only_narrows(const Node& node) {
  const Field* const field = field_of_text(node);
  if (field != nullptr) return !field->is_text();
  return std::holds_alternative<NotNode>(node.value) ||
         std::holds_alternative<DateNode>(node.value) ||
         std::holds_alternative<UndatedNode>(node.value) ||
         std::holds_alternative<NumberNode>(node.value) ||
         std::holds_alternative<AllNode>(node.value);
}

// What was typed of words of the text: what it weighs in all, and each term as it was typed.
struct TypedText {
  double weight = 0;
  std::map<std::string, std::string, std::less<>> words;
};

void add_typed(const Node& node, double weight_around, TypedText& typed) {
  if (only_narrows(node)) return;
  const double weight = weight_around * node.weight;
  const auto* const word = std::get_if<WordNode>(&node.value);
  const auto* const phrase = std::get_if<PhraseNode>(&node.value);
  if (word != nullptr || phrase != nullptr) {
    typed.weight += weight;
    const std::string& text = word != nullptr ? word->typed : phrase->typed;
    Analyser analyser;
    const std::vector<Token>& tokens = analyser.analyse(text);
    for (const Token& token : tokens) {
      typed.words.emplace(token.term, tokens.size() == 1 ? text : std::string(token.term));
    }
    return;
  }
  const std::vector<Node>* const children = children_of(node);
  if (children == nullptr) return;
  for (const Node& child : *children) add_typed(child, weight, typed);
}

// The words of one stem in the articles.
struct WordFamily {
  std::map<std::string, std::uint32_t> forms;  // and how often each is there
  std::string typed;                           // how the query has it, if it does
  double weight = 0;

  const std::string& commonest() const {
    return std::ranges::max_element(forms, {}, [](const auto& form) { return form.second; })->first;
  }
};

class Families {
 public:
  Families(double average_length, const TypedText& typed) : norm_(average_length), typed_(typed) {}

  // `share`: how much the article counts for.
  void add(const Article& article, double share) {
    Stemmer stemmer(article.language);
    for (const auto& [term, text] : typed_.words) {
      if (may_be_added(term)) families_[std::string(stemmer.key(term))].typed = text;
    }
    std::map<std::string, std::uint32_t> occurrences;
    const std::uint32_t words =
        count(article.headline, stemmer, occurrences) + count(article.body, stemmer, occurrences);
    for (const auto& [key, times] : occurrences) {
      families_[key].weight += share * bm25(1, times, norm_(words));
    }
  }

  std::map<std::string, WordFamily>& all() { return families_; }

 private:
  std::uint32_t count(const std::string& text, Stemmer& stemmer,
                      std::map<std::string, std::uint32_t>& occurrences) {
    std::uint32_t words = 0;
    for (const Token& token : analyser_.analyse(text)) {
      if (token.kind != TokenKind::kWord) continue;
      ++words;
      if (!may_be_added(token.term)) continue;
      const std::string key(stemmer.key(token.term));
      ++occurrences[key];
      ++families_[key].forms[std::string(token.term)];
    }
    return words;
  }

  LengthNorm norm_;
  const TypedText& typed_;
  Analyser analyser_;
  std::map<std::string, WordFamily> families_;
};

// The shares add up to 1.
std::vector<double> shares_of(std::span<const FeedbackArticle> best) {
  std::vector<double> shares;
  double sum = 0;
  for (const FeedbackArticle& of : best) {
    shares.push_back(std::exp((of.score - best.front().score) / kScoreSpread));
    sum += shares.back();
  }
  for (double& share : shares) share /= sum;
  return shares;
}

struct AddedWord {
  std::string word;
  double weight = 0;
  double telling = 0;  // the weight times the idf
  bool is_typed = false;
};

// The most telling first; their weights add up to their share of those of all words.
std::vector<AddedWord> added_words(Families& families, const TypedText& typed,
                                   const FamilyStatistics& statistics) {
  std::vector<AddedWord> words;
  for (const auto& [key, family] : families.all()) {
    if (family.forms.empty()) continue;
    const std::string& word = family.commonest();
    const std::uint64_t with = std::min(statistics.articles_with(word), statistics.articles);
    if (with < 2 || with > statistics.articles / kTooCommon) continue;
    const double idf = inverse_document_frequency(statistics.articles, with);
    const bool is_typed = !family.typed.empty();
    words.push_back({is_typed ? family.typed : word, family.weight, family.weight * idf, is_typed});
  }
  std::ranges::stable_sort(words, std::greater<>(), &AddedWord::telling);
  words.resize(std::min(words.size(), kAddedWords));
  double sum = 0;
  for (const AddedWord& word : words) sum += word.weight;
  const double all = typed.weight * kAddedShare / (1 - kAddedShare);
  for (AddedWord& word : words) {
    word.weight =
        std::clamp(std::round(word.weight / sum * all * 1000) / 1000, kLeastWeight, kMostWeight);
  }
  return words;
}

Node conjunction(std::vector<Node> nodes) {
  return nodes.size() == 1 ? std::move(nodes.front()) : Node{AndNode{std::move(nodes)}};
}

// A word that is an alternative already weighs more.
void add_alternative(OrNode& any, const AddedWord& added) {
  for (Node& node : any.children) {
    const auto* const word = std::get_if<WordNode>(&node.value);
    if (word == nullptr || word->typed != added.word || word->form != Form::kStem) continue;
    if (!word->field.name().empty()) continue;
    node.weight = std::min(std::round((node.weight + added.weight) * 1000) / 1000, kMostWeight);
    return;
  }
  Node node{WordNode{added.word, Form::kStem, ""}};
  node.weight = added.weight;
  any.children.push_back(std::move(node));
}

// What was typed or any of the words, within the limits that were typed.
Query with_words(const Query& query, const std::vector<AddedWord>& words) {
  std::vector<Node> limits;
  std::vector<Node> asked;
  if (const auto* all = std::get_if<AndNode>(&query.root.value); all && query.root.weight == 1) {
    for (const Node& child : all->children) (only_narrows(child) ? limits : asked).push_back(child);
  } else {
    asked.push_back(query.root);
  }
  OrNode any;
  Node typed = conjunction(std::move(asked));
  if (auto* alternatives = std::get_if<OrNode>(&typed.value); alternatives && typed.weight == 1) {
    any = std::move(*alternatives);
  } else {
    any.children.push_back(std::move(typed));
  }
  for (const AddedWord& word : words) add_alternative(any, word);
  limits.insert(limits.begin(), Node{std::move(any)});
  return {conjunction(std::move(limits)), query.notes};
}

}  // namespace

Query expanded(const Query& query, std::span<const FeedbackArticle> best,
               const FamilyStatistics& statistics) {
  TypedText typed;
  add_typed(query.root, 1, typed);
  if (best.empty() || typed.weight <= 0) return query;
  Families families(statistics.average_length, typed);
  const std::vector<double> shares = shares_of(best);
  for (std::size_t i = 0; i < best.size(); ++i) families.add(*best[i].article, shares[i]);
  const std::vector<AddedWord> words = added_words(families, typed, statistics);
  const bool has_others =
      std::ranges::any_of(words, [](const AddedWord& word) { return !word.is_typed; });
  return has_others ? with_words(query, words) : query;
}

}  // namespace dateline::searcher
