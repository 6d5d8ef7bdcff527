#include "tests/oracle/naive_search.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <variant>

#include "tests/oracle/naive_fields.h"

namespace dateline::oracle {

using searcher::AcceptedWords;
using searcher::Node;

namespace {

// Written down again, not taken from bm25.h: to change the ranking is to change both.
constexpr double kK1 = 1.2;
constexpr double kB = 0.75;
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
    : archive_(archive), words_(archive.articles) {}

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
  const std::size_t articles = words_.articles().size();
  return {std::vector<std::uint8_t>(articles), std::vector<double>(articles)};
}

NaiveSearch::Answer NaiveSearch::answer(const Node& node) {
  struct Visitor {
    NaiveSearch& self;
    Answer operator()(const searcher::AllNode&) { return self.answer_all({}); }
    Answer operator()(const searcher::WordNode& word) {
      return self.answer_typed(word.typed, word.form, word.field);
    }
    Answer operator()(const searcher::PhraseNode& phrase) {
      return self.answer_typed(phrase.typed, phrase.form, phrase.field);
    }
    Answer operator()(const searcher::AndNode& all) { return self.answer_all(all.children); }
    Answer operator()(const searcher::OrNode& any) { return self.answer_any(any.children); }
    Answer operator()(const searcher::NotNode& none) { return self.answer_all({Node{none}}); }
    Answer operator()(const searcher::DateNode& date) { return self.answer_dates(date.range); }
    Answer operator()(const searcher::UndatedNode&) { return self.answer_undated(); }
    Answer operator()(const searcher::SynonymNode&) { return self.nothing(); }
    Answer operator()(const searcher::NearNode&) { return self.nothing(); }
    Answer operator()(const searcher::AtLeastNode&) { return self.nothing(); }
    Answer operator()(const searcher::NumberNode&) { return self.nothing(); }
  };
  return std::visit(Visitor{*this}, node.value);
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

NaiveSearch::Answer NaiveSearch::answer_typed(const std::string& typed, searcher::Form form,
                                              const std::string& field) {
  if (!field.empty() && field != "headline") return answer_field(field, typed);
  const Where where = field.empty() ? Where::kAnywhere : Where::kHeadline;
  return answer_text(searcher::interpret(typed, form), where);
}

NaiveSearch::Answer NaiveSearch::answer_text(const searcher::Interpretation& meant, Where where) {
  Answer answer = nothing();
  std::map<std::vector<std::vector<std::string>>, std::vector<std::vector<Families>>> phrases;
  for (const searcher::Reading& reading : meant.readings) {
    if (reading.size() == 1) {
      add_word(families(reading[0]), where, answer);
      continue;
    }
    std::vector<std::vector<std::string>> different_words;
    std::vector<Families> phrase;
    for (const AcceptedWords& accepted : reading) {
      phrase.push_back(families(accepted));
      if (std::find(different_words.begin(), different_words.end(), accepted.terms) ==
          different_words.end()) {
        different_words.push_back(accepted.terms);
      }
    }
    phrases[different_words].push_back(std::move(phrase));
  }
  for (const auto& [words, arrangements] : phrases) add_phrases(arrangements, where, answer);
  return answer;
}

NaiveSearch::Answer NaiveSearch::answer_field(const std::string& field,
                                              const std::string& typed) const {
  Answer answer = nothing();
  const FieldScan scan(field, typed);
  for (std::size_t i = 0; i < answer.matches.size(); ++i) {
    answer.matches[i] = scan.matches(archive_.articles[i], words_.articles()[i]);
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

NaiveSearch::Families NaiveSearch::families(const AcceptedWords& accepted) {
  Families families;
  const std::string& stem_of = accepted.same_stem_as;
  const bool by_stem = !stem_of.empty() && is_stemmable(stem_of);
  for (std::size_t i = 0; i < words_.languages().size() && by_stem; ++i) {
    std::set<std::string> stems;
    for (const std::string& term : accepted.terms) {
      if (is_stemmable(term)) stems.insert(words_.stem(i, term));
    }
    for (const std::string& stem : stems) families.push_back({words_.with_stem(i, stem), i});
  }
  for (const std::string& typed : accepted.terms) {
    const auto term = words_.find(typed);
    if (term && !(by_stem && is_stemmable(typed))) families.push_back({{*term}, std::nullopt});
  }
  return families;
}

double NaiveSearch::idf(const Families& word) const {
  std::uint64_t with_word = 0;
  for (const Family& family : word) {
    std::vector<bool> seen(words_.articles().size());
    for (const TermId term : family.terms) {
      for (const Occurrence& place : words_.occurrences(term)) {
        const std::size_t language = words_.articles()[place.article].language;
        if (!family.language || *family.language == language) seen[place.article] = true;
      }
    }
    with_word += static_cast<std::uint64_t>(std::count(seen.begin(), seen.end(), true));
  }
  const auto all = static_cast<double>(words_.articles().size());
  const double n = std::min(static_cast<double>(with_word), all);
  return std::log(1 + (all - n + 0.5) / (n + 0.5));
}

void NaiveSearch::score(std::uint32_t article, double idf, std::uint32_t occurrences,
                        Answer& answer) const {
  const double length = words_.articles()[article].length;
  const double norm = kK1 * (1 - kB + kB * length / words_.average_length());
  answer.matches[article] = true;
  answer.scores[article] += idf * occurrences / (occurrences + norm);
}

void NaiveSearch::add_word(const Families& word, Where where, Answer& answer) const {
  std::vector<Count> counts(words_.articles().size());
  for (const Family& family : word) {
    for (const TermId term : family.terms) {
      for (const Occurrence& place : words_.occurrences(term)) {
        const NaiveArticle& article = words_.articles()[place.article];
        if (family.language && *family.language != article.language) continue;
        Count& count = counts[place.article];
        ++count.occurrences;
        if (place.position < article.headline) count.in_headline = true;
      }
    }
  }
  const double weight = idf(word);
  for (std::uint32_t article = 0; article < counts.size(); ++article) {
    const Count& count = counts[article];
    if (count.occurrences == 0 || (where == Where::kHeadline && !count.in_headline)) continue;
    score(article, weight, count.occurrences + (count.in_headline ? kOfHeadline : 0), answer);
  }
}

void NaiveSearch::add_phrases(const std::vector<std::vector<Families>>& arrangements, Where where,
                              Answer& answer) const {
  PlacesByArticle starts;
  for (const auto& phrase : arrangements) mark_starts(phrase, starts);
  double weight = 0;
  for (const Families& word : arrangements.front()) weight += idf(word);
  for (auto& [article, places] : starts) {
    const std::uint32_t headline = words_.articles()[article].headline;
    if (where == Where::kHeadline) places.erase(places.lower_bound(headline), places.end());
    if (places.empty()) continue;
    const bool in_headline = *places.begin() < headline;
    const auto occurrences = static_cast<std::uint32_t>(places.size());
    score(article, weight, occurrences + (in_headline ? kOfHeadline : 0), answer);
  }
}

std::size_t NaiveSearch::places(const Families& word) const {
  std::size_t places = 0;
  for (const Family& family : word) {
    for (const TermId term : family.terms) places += words_.occurrences(term).size();
  }
  return places;
}

// Looks around each place of the rarest word.
void NaiveSearch::mark_starts(const std::vector<Families>& phrase, PlacesByArticle& starts) const {
  const auto rarest = std::min_element(
      phrase.begin(), phrase.end(),
      [this](const Families& a, const Families& b) { return places(a) < places(b); });
  const auto offset = static_cast<std::uint32_t>(rarest - phrase.begin());
  for (const Family& family : *rarest) {
    for (const TermId term : family.terms) {
      for (const auto& [article, position] : words_.occurrences(term)) {
        if (position >= offset &&
            starts_at(phrase, words_.articles()[article], position - offset)) {
          starts[article].insert(position - offset);
        }
      }
    }
  }
}

bool NaiveSearch::starts_at(const std::vector<Families>& phrase, const NaiveArticle& article,
                            std::uint32_t position) const {
  for (const Families& word : phrase) {
    if (!stands_at(word, article, position++)) return false;
  }
  return true;
}

bool NaiveSearch::stands_at(const Families& word, const NaiveArticle& article,
                            std::uint32_t position) const {
  if (position >= article.places.size()) return false;
  const auto& here = article.places[position];
  return std::any_of(word.begin(), word.end(), [&](const Family& family) {
    if (family.language && *family.language != article.language) return false;
    return std::any_of(here.begin(), here.end(),
                       [&](TermId term) { return family.terms.contains(term); });
  });
}

}  // namespace dateline::oracle
