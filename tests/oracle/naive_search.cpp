#include "tests/oracle/naive_search.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include "tests/oracle/naive_fields.h"

namespace dateline::oracle {

using searcher::Node;

namespace {

// Written down again, not taken from bm25.h: to change the ranking is to change both.
constexpr double kK1 = 1.2;
constexpr double kB = 0.65;
constexpr std::uint32_t kOfHeadline = 4;

// Turns the query into one whose dates are met by undated articles only. Returns whether it has
// any.
bool ask_for_undated(Node& node) {
  if (std::holds_alternative<searcher::DateNode>(node.value)) {
    node.value = searcher::UndatedNode{};
    return true;
  }
  std::vector<Node>* children = nullptr;
  if (auto* all = std::get_if<searcher::AndNode>(&node.value)) children = &all->children;
  if (auto* any = std::get_if<searcher::OrNode>(&node.value)) children = &any->children;
  bool asked = false;
  for (std::size_t i = 0; children != nullptr && i < children->size(); ++i) {
    asked = ask_for_undated((*children)[i]) || asked;
  }
  return asked;
}

}  // namespace

NaiveSearch::NaiveSearch(const IndexedArchive& archive)
    : archive_(archive),
      articles_(archive.articles),
      words_(articles_),
      places_(articles_, words_) {}

std::vector<Ranked> NaiveSearch::search(const searcher::Query& query) {
  const Answer found = answer(query.root);
  std::vector<Ranked> ranked;
  for (std::uint32_t i = 0; i < found.matches.size(); ++i) {
    if (found.matches[i] != 0 && archive_.live[i]) ranked.push_back({i, found.scores[i]});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  return ranked;
}

std::optional<std::uint64_t> NaiveSearch::undated_left_out(const searcher::Query& query) {
  searcher::Query relaxed = query;
  if (!ask_for_undated(relaxed.root)) return std::nullopt;
  const Answer strict = answer(query.root);
  const Answer found = answer(relaxed.root);
  std::uint64_t left_out = 0;
  for (std::size_t i = 0; i < found.matches.size(); ++i) {
    const bool undated = !archive_.articles[i].published.dated();
    if (archive_.live[i] && undated && found.matches[i] > strict.matches[i]) ++left_out;
  }
  return left_out;
}

NaiveSearch::Answer NaiveSearch::nothing() const {
  const std::size_t articles = articles_.articles().size();
  return {std::vector<std::uint8_t>(articles), std::vector<double>(articles)};
}

NaiveSearch::Answer NaiveSearch::answer(const Node& node) {
  Answer answer = unweighted(node);
  for (double& score : answer.scores) score *= node.weight;
  return answer;
}

NaiveSearch::Answer NaiveSearch::unweighted(const Node& node) {
  struct Visitor {
    NaiveSearch& self;
    const Node& node;
    Answer operator()(const searcher::AllNode&) { return self.answer_all({}); }
    Answer operator()(const searcher::WordNode& word) {
      return self.answer_typed(node, word.typed, word.form, word.field.name());
    }
    Answer operator()(const searcher::PhraseNode& phrase) {
      return self.answer_typed(node, phrase.typed, phrase.form, phrase.field.name());
    }
    Answer operator()(const searcher::AndNode& all) { return self.answer_all(all.children); }
    Answer operator()(const searcher::OrNode& any) { return self.answer_any(any.children); }
    Answer operator()(const searcher::NotNode& none) { return self.answer_all({Node{none}}); }
    Answer operator()(const searcher::DateNode& date) { return self.answer_dates(date.range); }
    Answer operator()(const searcher::UndatedNode&) { return self.answer_undated(); }
    Answer operator()(const searcher::SynonymNode&) { return self.answer_places(node); }
    Answer operator()(const searcher::NearNode&) { return self.answer_places(node); }
    Answer operator()(const searcher::AtLeastNode& often) { return self.answer_at_least(often); }
    Answer operator()(const searcher::NumberNode& number) { return self.answer_number(number); }
  };
  return std::visit(Visitor{*this, node}, node.value);
}

NaiveSearch::Answer NaiveSearch::answer_all(const std::vector<Node>& children) {
  Answer all = nothing();
  std::fill(all.matches.begin(), all.matches.end(), std::uint8_t{1});
  for (const Node& child : children) {
    const auto* negated = std::get_if<searcher::NotNode>(&child.value);
    const Answer part = answer(negated != nullptr ? negated->child.front() : child);
    for (std::size_t i = 0; i < all.matches.size(); ++i) {
      const bool kept = all.matches[i] != 0 && (part.matches[i] != 0) == (negated == nullptr);
      all.matches[i] = kept;
      all.scores[i] = kept ? all.scores[i] + (negated == nullptr ? part.scores[i] : 0) : 0;
    }
  }
  return all;
}

NaiveSearch::Answer NaiveSearch::answer_any(const std::vector<Node>& children) {
  Answer any = nothing();
  for (const Node& child : children) {
    const Answer part = answer(child);
    for (std::size_t i = 0; i < any.matches.size(); ++i) {
      any.matches[i] |= part.matches[i];
      any.scores[i] += part.scores[i];
    }
  }
  return any;
}

NaiveSearch::Answer NaiveSearch::answer_typed(const Node& node, const std::string& typed,
                                              searcher::Form form, const std::string& field) {
  if (field == "hlead") return answer_places(node);
  const bool in_text = field.empty() || field == "headline";
  return in_text ? answer_text(typed, form, field) : answer_field(field, typed);
}

NaiveSearch::Answer NaiveSearch::answer_text(const std::string& typed, searcher::Form form,
                                             const std::string& field) {
  Answer answer = nothing();
  std::map<std::vector<std::vector<std::string>>, std::vector<NaiveReading>> phrases;
  for (NaiveReading& reading : words_.read(typed, form)) {
    if (reading.size() == 1) {
      add_word(reading[0], field, answer);
      continue;
    }
    std::vector<std::vector<std::string>> different_words;
    for (const NaiveWord& word : reading) {
      if (std::find(different_words.begin(), different_words.end(), word.terms) ==
          different_words.end()) {
        different_words.push_back(word.terms);
      }
    }
    phrases[different_words].push_back(std::move(reading));
  }
  for (const auto& [words, arrangements] : phrases) add_phrases(arrangements, field, answer);
  return answer;
}

NaiveSearch::Answer NaiveSearch::answer_field(const std::string& field,
                                              const std::string& typed) const {
  Answer answer = nothing();
  const FieldScan scan(field, typed);
  for (std::size_t i = 0; i < answer.matches.size(); ++i) {
    answer.matches[i] = scan.matches(archive_.articles[i], articles_.articles()[i]);
  }
  return answer;
}

NaiveSearch::Answer NaiveSearch::answer_dates(const DayRange& range) const {
  Answer answer = nothing();
  for (std::size_t i = 0; i < answer.matches.size(); ++i) {
    answer.matches[i] = lies_in(archive_.articles[i].published, range);
  }
  return answer;
}

NaiveSearch::Answer NaiveSearch::answer_undated() const {
  Answer answer = nothing();
  for (std::size_t i = 0; i < answer.matches.size(); ++i) {
    answer.matches[i] = !archive_.articles[i].published.dated();
  }
  return answer;
}

NaiveSearch::Answer NaiveSearch::answer_number(const searcher::NumberNode& number) const {
  Answer answer = nothing();
  for (std::size_t i = 0;
       i < answer.matches.size() && number.quantity == searcher::Quantity::kWords; ++i) {
    const std::uint32_t words = articles_.articles()[i].length;
    answer.matches[i] = words >= number.least && (!number.most || words <= *number.most);
  }
  return answer;
}

NaiveSearch::Answer NaiveSearch::answer_places(const Node& node) {
  Answer answer = nothing();
  const double idf = places_.idf(node);
  for (const auto& [article, places] : places_.find(node)) {
    const bool in_headline = places.front().first < articles_.articles()[article].headline;
    score(article, idf, count_apart(places) + (in_headline ? kOfHeadline : 0), answer);
  }
  return answer;
}

NaiveSearch::Answer NaiveSearch::answer_at_least(const searcher::AtLeastNode& often) {
  const Node& child = often.child.front();
  const Answer scored = answer_places(child);
  Answer answer = nothing();
  for (const auto& [article, places] : places_.find(child)) {
    if (count_apart(places) < often.times) continue;
    answer.matches[article] = true;
    answer.scores[article] = scored.scores[article] * child.weight;
  }
  return answer;
}

void NaiveSearch::score(std::uint32_t article, double idf, std::size_t occurrences,
                        Answer& answer) const {
  const double length = articles_.articles()[article].length;
  const double norm = kK1 * (1 - kB + kB * length / articles_.average_length());
  const auto often = static_cast<double>(occurrences);
  answer.matches[article] = true;
  answer.scores[article] += idf * often / (often + norm);
}

void NaiveSearch::add_word(const NaiveWord& word, const std::string& field, Answer& answer) const {
  std::vector<Count> counts(articles_.articles().size());
  for (const Family& family : word.families) {
    for (const TermId term : family.terms) {
      for (const auto& [number, position] : articles_.occurrences(term)) {
        const NaiveArticle& article = articles_.articles()[number];
        if (family.language && *family.language != article.language) continue;
        Count& count = counts[number];
        ++count.occurrences;
        if (position < article.headline) count.in_headline = true;
      }
    }
  }
  const double idf = words_.idf(word);
  for (std::uint32_t article = 0; article < counts.size(); ++article) {
    const Count& count = counts[article];
    if (count.occurrences == 0 || (field == "headline" && !count.in_headline)) continue;
    score(article, idf, count.occurrences + (count.in_headline ? kOfHeadline : 0), answer);
  }
}

void NaiveSearch::add_phrases(const std::vector<NaiveReading>& arrangements,
                              const std::string& field, Answer& answer) const {
  std::map<std::uint32_t, std::set<std::uint32_t>> starts;
  for (const NaiveReading& reading : arrangements) {
    StartsByArticle found;
    words_.mark_starts(reading, found);
    const auto more = static_cast<std::uint32_t>(reading.size()) - 1;
    for (const auto& [article, positions] : found) {
      for (const std::uint32_t first : positions) {
        const bool counts = lies_in({first, first + more}, field, articles_.articles()[article]);
        if (counts) starts[article].insert(first);
      }
    }
  }
  const double idf = words_.idf(arrangements.front());
  for (const auto& [article, places] : starts) {
    const bool in_headline = *places.begin() < articles_.articles()[article].headline;
    score(article, idf, places.size() + (in_headline ? kOfHeadline : 0), answer);
  }
}

}  // namespace dateline::oracle
