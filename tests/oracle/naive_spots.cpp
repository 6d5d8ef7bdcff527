#include "tests/oracle/naive_spots.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <variant>

namespace dateline::oracle {
namespace {

using searcher::NearNode;
using searcher::NearOrder;
using searcher::Node;
using searcher::Reach;

// Which of the parts that begin at `starts` holds a position, from 1.
std::ptrdiff_t part_of(std::uint32_t position, const std::vector<std::uint32_t>& starts) {
  return std::upper_bound(starts.begin(), starts.end(), position) - starts.begin();
}

bool all_in_one(const Spot& first, const Spot& second, const std::vector<std::uint32_t>& starts) {
  const auto part = part_of(first.first, starts);
  return part == part_of(first.last, starts) && part == part_of(second.first, starts) &&
         part == part_of(second.last, starts);
}

bool is_in_headline(const Spot& place, const NaiveArticle& article) {
  return place.last < article.headline;
}

bool reaches(const Spot& first, const Spot& second, const NearNode& near,
             const NaiveArticle& article) {
  if (is_in_headline(first, article) != is_in_headline(second, article)) return false;
  switch (near.reach) {
    case Reach::kWords:
      return second.first - first.last <= near.distance;
    case Reach::kSentence:
      return all_in_one(first, second, article.sentences);
    case Reach::kParagraph:
      return all_in_one(first, second, article.paragraphs);
  }
  return false;
}

Spots in_order(const std::set<Spot>& places) {
  return {places.begin(), places.end()};
}

Spots pairs_of(const Spots& lefts, const Spots& rights, const NearNode& near,
               const NaiveArticle& article) {
  std::set<Spot> pairs;
  for (const Spot& left : lefts) {
    for (const Spot& right : rights) {
      if (!is_near(left, right, near, article)) continue;
      pairs.insert({std::min(left.first, right.first), std::max(left.last, right.last)});
    }
  }
  return in_order(pairs);
}

Spots alone(const Spots& lefts, const Spots& rights, const NearNode& near,
            const NaiveArticle& article) {
  Spots left_alone;
  for (const Spot& left : lefts) {
    const bool has_company = std::any_of(rights.begin(), rights.end(), [&](const Spot& right) {
      return is_near(left, right, near, article);
    });
    if (!has_company) left_alone.push_back(left);
  }
  return left_alone;
}

}  // namespace

SpotsByArticle NaiveSpots::find(const Node& node) {
  struct Visitor {
    NaiveSpots& self;
    SpotsByArticle operator()(const searcher::WordNode& word) const {
      return self.find_typed(word.typed, word.form, word.field.name());
    }
    SpotsByArticle operator()(const searcher::PhraseNode& phrase) const {
      return self.find_typed(phrase.typed, phrase.form, phrase.field.name());
    }
    SpotsByArticle operator()(const searcher::SynonymNode& synonyms) const {
      return self.find_any(synonyms.children);
    }
    SpotsByArticle operator()(const searcher::OrNode& any) const {
      return self.find_any(any.children);
    }
    SpotsByArticle operator()(const NearNode& near) const { return self.find_near(near); }
    SpotsByArticle operator()(const searcher::AllNode&) const { return {}; }
    SpotsByArticle operator()(const searcher::AndNode&) const { return {}; }
    SpotsByArticle operator()(const searcher::NotNode&) const { return {}; }
    SpotsByArticle operator()(const searcher::AtLeastNode&) const { return {}; }
    SpotsByArticle operator()(const searcher::DateNode&) const { return {}; }
    SpotsByArticle operator()(const searcher::UndatedNode&) const { return {}; }
    SpotsByArticle operator()(const searcher::NumberNode&) const { return {}; }
  };
  return std::visit(Visitor{*this}, node.value);
}

double NaiveSpots::idf(const Node& node) {
  if (const auto* word = std::get_if<searcher::WordNode>(&node.value)) {
    return idf_of_typed(word->typed, word->form);
  }
  if (const auto* phrase = std::get_if<searcher::PhraseNode>(&node.value)) {
    return idf_of_typed(phrase->typed, phrase->form);
  }
  if (const auto* synonyms = std::get_if<searcher::SynonymNode>(&node.value)) {
    return least_idf(synonyms->children);
  }
  if (const auto* any = std::get_if<searcher::OrNode>(&node.value)) return least_idf(any->children);
  const auto* near = std::get_if<NearNode>(&node.value);
  if (near == nullptr) return 0;
  return idf(near->sides[0]) + (near->negated ? 0 : idf(near->sides[1]));
}

SpotsByArticle NaiveSpots::find_typed(const std::string& typed, searcher::Form form,
                                      const std::string& field) {
  std::map<std::uint32_t, std::set<Spot>> found;
  for (const NaiveReading& reading : words_.read(typed, form)) {
    StartsByArticle starts;
    words_.mark_starts(reading, starts);
    for (const auto& [article, positions] : starts) {
      for (const std::uint32_t first : positions) {
        const Spot place{first, first + static_cast<std::uint32_t>(reading.size()) - 1};
        if (lies_in(place, field, archive_.articles()[article])) found[article].insert(place);
      }
    }
  }
  SpotsByArticle places;
  for (const auto& [article, all] : found) places[article] = in_order(all);
  return places;
}

SpotsByArticle NaiveSpots::find_any(const std::vector<Node>& children) {
  SpotsByArticle any;
  for (const Node& child : children) {
    for (const auto& [article, places] : find(child)) {
      std::set<Spot> all(any[article].begin(), any[article].end());
      all.insert(places.begin(), places.end());
      any[article] = in_order(all);
    }
  }
  return any;
}

SpotsByArticle NaiveSpots::find_near(const NearNode& near) {
  const SpotsByArticle lefts = find(near.sides[0]);
  const SpotsByArticle rights = find(near.sides[1]);
  SpotsByArticle found;
  for (const auto& [article, left] : lefts) {
    const auto right = rights.find(article);
    const Spots& others = right == rights.end() ? Spots() : right->second;
    const NaiveArticle& words = archive_.articles()[article];
    Spots places =
        near.negated ? alone(left, others, near, words) : pairs_of(left, others, near, words);
    if (!places.empty()) found[article] = std::move(places);
  }
  return found;
}

double NaiveSpots::idf_of_typed(const std::string& typed, searcher::Form form) {
  double least = std::numeric_limits<double>::infinity();
  for (const NaiveReading& reading : words_.read(typed, form)) {
    if (words_.has_all(reading)) least = std::min(least, words_.idf(reading));
  }
  return least;
}

double NaiveSpots::least_idf(const std::vector<Node>& children) {
  double least = std::numeric_limits<double>::infinity();
  for (const Node& child : children) least = std::min(least, idf(child));
  return least;
}

bool is_near(const Spot& left, const Spot& right, const NearNode& near,
             const NaiveArticle& article) {
  if (left.last < right.first) return reaches(left, right, near, article);
  const bool may_follow = near.order == NearOrder::kEither;
  return may_follow && right.last < left.first && reaches(right, left, near, article);
}

bool lies_in(const Spot& place, const std::string& field, const NaiveArticle& article) {
  if (field.empty()) return true;
  if (is_in_headline(place, article)) return true;
  if (field != "hlead" || place.first < article.headline) return false;
  const auto& starts = article.paragraphs;
  const auto body = std::lower_bound(starts.begin(), starts.end(), article.headline);
  return part_of(place.last, starts) == body - starts.begin() + 1;
}

std::size_t count_apart(const Spots& places) {
  Spots by_end = places;
  std::sort(by_end.begin(), by_end.end(),
            [](const Spot& a, const Spot& b) { return a.last < b.last; });
  std::size_t count = 0;
  std::uint32_t free_from = 0;
  for (const Spot& place : by_end) {
    if (place.first < free_from) continue;
    ++count;
    free_from = place.last + 1;
  }
  return count;
}

}  // namespace dateline::oracle
