#include "tests/oracle/naive_words.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "tests/oracle/naive_patterns.h"

namespace dateline::oracle {

using searcher::AcceptedWords;

std::vector<NaiveReading> NaiveWords::read(const std::string& typed, searcher::Form form) {
  std::vector<NaiveReading> readings;
  for (const searcher::Reading& meant : searcher::interpret(typed, form).readings) {
    if (auto reading = read(meant)) readings.push_back(*std::move(reading));
  }
  return readings;
}

std::optional<NaiveReading> NaiveWords::read(const searcher::Reading& reading) {
  NaiveReading words;
  for (AcceptedWords accepted : reading) {
    const bool is_hole = accepted.is_hole();
    if (accepted.pattern) {
      accepted.terms = expand(*accepted.pattern);
      if (accepted.terms.empty()) return std::nullopt;
    }
    words.push_back({accepted.terms, families(accepted), is_hole});
  }
  return words;
}

const std::vector<std::string>& NaiveWords::expand(const searcher::WordPattern& pattern) {
  const auto [known, is_new] = expansions_.try_emplace(pattern);
  std::vector<std::string>& terms = known->second;
  if (!is_new) return terms;
  for (const auto& [term, id] : archive_.terms()) {
    if (stands_for(pattern, term)) terms.push_back(term);
  }
  std::sort(terms.begin(), terms.end());
  if (terms.size() <= searcher::kMaxExpansions) return terms;
  std::stable_sort(terms.begin(), terms.end(), [this](const auto& a, const auto& b) {
    return articles_with(*archive_.find(a)) > articles_with(*archive_.find(b));
  });
  terms.resize(searcher::kMaxExpansions);
  return terms;
}

searcher::Expansions NaiveWords::expansions() const {
  searcher::Expansions expansions;
  for (const auto& [pattern, terms] : expansions_) expansions[pattern].terms = terms;
  return expansions;
}

std::size_t NaiveWords::articles_with(TermId term) const {
  std::set<std::uint32_t> articles;
  for (const Occurrence& place : archive_.occurrences(term)) articles.insert(place.article);
  return articles.size();
}

std::vector<Family> NaiveWords::families(const AcceptedWords& accepted) {
  std::vector<Family> families;
  const std::string& stem_of = accepted.same_stem_as;
  const bool by_stem = !stem_of.empty() && is_stemmable(stem_of);
  for (std::size_t i = 0; i < archive_.languages().size() && by_stem; ++i) {
    std::set<std::string> stems;
    for (const std::string& term : accepted.terms) {
      if (is_stemmable(term)) stems.insert(archive_.stem(i, term));
    }
    for (const std::string& stem : stems) families.push_back({archive_.with_stem(i, stem), i});
  }
  for (const std::string& typed : accepted.terms) {
    const auto term = archive_.find(typed);
    if (term && !(by_stem && is_stemmable(typed))) families.push_back({{*term}, std::nullopt});
  }
  return families;
}

double NaiveWords::idf(const NaiveWord& word) const {
  if (word.is_hole) return 0;
  std::uint64_t with_word = 0;
  for (const Family& family : word.families) {
    std::vector<bool> seen(archive_.articles().size());
    for (const TermId term : family.terms) {
      for (const Occurrence& place : archive_.occurrences(term)) {
        const std::size_t language = archive_.articles()[place.article].language;
        if (!family.language || *family.language == language) seen[place.article] = true;
      }
    }
    with_word += static_cast<std::uint64_t>(std::count(seen.begin(), seen.end(), true));
  }
  const auto all = static_cast<double>(archive_.articles().size());
  const double n = std::min(static_cast<double>(with_word), all);
  return std::pow(std::log(1 + (all - n + 0.5) / (n + 0.5)), 1.1);
}

double NaiveWords::idf(const NaiveReading& reading) const {
  double sum = 0;
  for (const NaiveWord& word : reading) sum += idf(word);
  return sum;
}

bool NaiveWords::has_all(const NaiveReading& reading) const {
  return std::all_of(reading.begin(), reading.end(),
                     [this](const NaiveWord& word) { return occurrences(word) > 0; });
}

// Looks around each place of the rarest word.
void NaiveWords::mark_starts(const NaiveReading& reading, StartsByArticle& starts) const {
  const auto rarest = std::min_element(
      reading.begin(), reading.end(),
      [this](const auto& a, const auto& b) { return occurrences(a) < occurrences(b); });
  const auto offset = static_cast<std::uint32_t>(rarest - reading.begin());
  for (const Family& family : rarest->families) {
    for (const TermId term : family.terms) {
      for (const auto& [article, position] : archive_.occurrences(term)) {
        if (position >= offset &&
            starts_at(reading, archive_.articles()[article], position - offset)) {
          starts[article].insert(position - offset);
        }
      }
    }
  }
}

std::size_t NaiveWords::occurrences(const NaiveWord& word) const {
  if (word.is_hole) return std::numeric_limits<std::size_t>::max();
  std::size_t occurrences = 0;
  for (const Family& family : word.families) {
    for (const TermId term : family.terms) occurrences += archive_.occurrences(term).size();
  }
  return occurrences;
}

bool NaiveWords::starts_at(const NaiveReading& reading, const NaiveArticle& article,
                           std::uint32_t position) const {
  for (const NaiveWord& word : reading) {
    if (!stands_at(word, article, position++)) return false;
  }
  return true;
}

bool NaiveWords::stands_at(const NaiveWord& word, const NaiveArticle& article,
                           std::uint32_t position) const {
  if (position >= article.places.size()) return false;
  const auto& here = article.places[position];
  if (word.is_hole) return !here.empty();
  return std::any_of(word.families.begin(), word.families.end(), [&](const Family& family) {
    if (family.language && *family.language != article.language) return false;
    return std::any_of(here.begin(), here.end(),
                       [&](TermId term) { return family.terms.contains(term); });
  });
}

}  // namespace dateline::oracle
