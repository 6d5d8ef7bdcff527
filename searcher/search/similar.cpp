#include "searcher/search/similar.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/text/analyser.h"
#include "common/text_index/format.h"

namespace dateline::searcher {
namespace {

constexpr double kHeaviest = 10;       // the weight of the most telling word
constexpr std::size_t kShortest = 3;   // characters; shorter words tell little
constexpr std::uint64_t kCommon = 10;  // a word in more than one article of so many tells little

struct TellingWord {
  std::string term;
  double weight = 0;
};

std::map<std::string, double> occurrences_in(const Article& article) {
  std::map<std::string, double> occurrences;
  Analyser analyser;
  const auto count = [&](const std::string& text, double each) {
    for (const Token& token : analyser.analyse(text)) {
      if (token.kind == TokenKind::kWord) occurrences[std::string(token.term)] += each;
    }
  };
  count(article.body, 1);
  count(article.headline, kHeadlineBonus);
  return occurrences;
}

// The heaviest first.
std::vector<TellingWord> telling_words(const Article& article, const WordStatistics& statistics) {
  std::vector<TellingWord> words;
  for (const auto& [term, occurrences] : occurrences_in(article)) {
    if (term.size() < kShortest) continue;
    const std::uint64_t with = statistics.articles_with(term);
    const bool only_here = with < 2;
    const bool everywhere = with > std::max(statistics.articles / kCommon, std::uint64_t{2});
    if (only_here || everywhere) continue;
    const double idf =
        std::log(1 + static_cast<double>(statistics.articles) / static_cast<double>(with));
    words.push_back({term, std::sqrt(occurrences) * idf});
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const TellingWord& a, const TellingWord& b) { return a.weight > b.weight; });
  words.resize(std::min(words.size(), kTellingWords));
  return words;
}

double rounded(double weight) {
  return std::max(std::round(weight * 100) / 100, kLeastWeight);
}

}  // namespace

Query more_like(const Article& article, const WordStatistics& statistics) {
  const std::vector<TellingWord> words = telling_words(article, statistics);
  OrNode any;
  for (const TellingWord& word : words) {
    Node node{WordNode{word.term, Form::kStem, ""}};
    node.weight = rounded(kHeaviest * word.weight / words.front().weight);
    any.children.push_back(std::move(node));
  }
  if (words.empty()) any.children.push_back(Node{NotNode{{Node{AllNode{}}}}});
  AndNode others;
  others.children.push_back(any.children.size() == 1 ? std::move(any.children.front())
                                                     : Node{std::move(any)});
  others.children.push_back(Node{NotNode{{Node{WordNode{article.id, Form::kStem, "id"}}}}});
  return {Node{std::move(others)}};
}

}  // namespace dateline::searcher
