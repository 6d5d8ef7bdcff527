#include "tests/oracle/naive_places.h"

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

bool all_in_one(const Place& first, const Place& second, const std::vector<std::uint32_t>& starts) {
  const auto part = part_of(first.first, starts);
  return part == part_of(first.last, starts) && part == part_of(second.first, starts) &&
         part == part_of(second.last, starts);
}

bool is_in_headline(const Place& place, const NaiveArticle& article) {
  return place.last < article.headline;
}

bool reaches(const Place& first, const Place& second, const NearNode& near,
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

Places in_order(const std::set<Place>& places) {
  return {places.begin(), places.end()};
}

Places pairs_of(const Places& lefts, const Places& rights, const NearNode& near,
                const NaiveArticle& article) {
  std::set<Place> pairs;
  for (const Place& left : lefts) {
    for (const Place& right : rights) {
      if (!is_near(left, right, near, article)) continue;
      pairs.insert({std::min(left.first, right.first), std::max(left.last, right.last)});
    }
  }
  return in_order(pairs);
}

Places alone(const Places& lefts, const Places& rights, const NearNode& near,
             const NaiveArticle& article) {
  Places left_alone;
  for (const Place& left : lefts) {
    const bool has_company = std::any_of(rights.begin(), rights.end(), [&](const Place& right) {
      return is_near(left, right, near, article);
    });
    if (!has_company) left_alone.push_back(left);
  }
  return left_alone;
}

}  // namespace

PlacesByArticle NaivePlaces::find(const Node& node) {
  struct Visitor {
    NaivePlaces& self;
    PlacesByArticle operator()(const searcher::WordNode& word) const {
      return self.find_typed(word.typed, word.form, word.field.name());
    }
    PlacesByArticle operator()(const searcher::PhraseNode& phrase) const {
      return self.find_typed(phrase.typed, phrase.form, phrase.field.name());
    }
    PlacesByArticle operator()(const searcher::SynonymNode& synonyms) const {
      return self.find_any(synonyms.children);
    }
    PlacesByArticle operator()(const searcher::OrNode& any) const {
      return self.find_any(any.children);
    }
    PlacesByArticle operator()(const NearNode& near) const { return self.find_near(near); }
    PlacesByArticle operator()(const searcher::AllNode&) const { return {}; }
    PlacesByArticle operator()(const searcher::AndNode&) const { return {}; }
    PlacesByArticle operator()(const searcher::NotNode&) const { return {}; }
    PlacesByArticle operator()(const searcher::AtLeastNode&) const { return {}; }
    PlacesByArticle operator()(const searcher::DateNode&) const { return {}; }
    PlacesByArticle operator()(const searcher::UndatedNode&) const { return {}; }
    PlacesByArticle operator()(const searcher::NumberNode&) const { return {}; }
  };
  return std::visit(Visitor{*this}, node.value);
}

double NaivePlaces::idf(const Node& node) {
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

PlacesByArticle NaivePlaces::find_typed(const std::string& typed, searcher::Form form,
                                        const std::string& field) {
  std::map<std::uint32_t, std::set<Place>> found;
  for (const NaiveReading& reading : words_.read(typed, form)) {
    StartsByArticle starts;
    words_.mark_starts(reading, starts);
    for (const auto& [article, positions] : starts) {
      for (const std::uint32_t first : positions) {
        const Place place{first, first + static_cast<std::uint32_t>(reading.size()) - 1};
        if (lies_in(place, field, archive_.articles()[article])) found[article].insert(place);
      }
    }
  }
  PlacesByArticle places;
  for (const auto& [article, all] : found) places[article] = in_order(all);
  return places;
}

PlacesByArticle NaivePlaces::find_any(const std::vector<Node>& children) {
  PlacesByArticle any;
  for (const Node& child : children) {
    for (const auto& [article, places] : find(child)) {
      std::set<Place> all(any[article].begin(), any[article].end());
      all.insert(places.begin(), places.end());
      any[article] = in_order(all);
    }
  }
  return any;
}

PlacesByArticle NaivePlaces::find_near(const NearNode& near) {
  const PlacesByArticle lefts = find(near.sides[0]);
  const PlacesByArticle rights = find(near.sides[1]);
  PlacesByArticle found;
  for (const auto& [article, left] : lefts) {
    const auto right = rights.find(article);
    const Places& others = right == rights.end() ? Places() : right->second;
    const NaiveArticle& words = archive_.articles()[article];
    Places places =
        near.negated ? alone(left, others, near, words) : pairs_of(left, others, near, words);
    if (!places.empty()) found[article] = std::move(places);
  }
  return found;
}

double NaivePlaces::idf_of_typed(const std::string& typed, searcher::Form form) {
  double least = std::numeric_limits<double>::infinity();
  for (const NaiveReading& reading : words_.read(typed, form)) {
    if (words_.has_all(reading)) least = std::min(least, words_.idf(reading));
  }
  return least;
}

double NaivePlaces::least_idf(const std::vector<Node>& children) {
  double least = std::numeric_limits<double>::infinity();
  for (const Node& child : children) least = std::min(least, idf(child));
  return least;
}

bool is_near(const Place& left, const Place& right, const NearNode& near,
             const NaiveArticle& article) {
  if (left.last < right.first) return reaches(left, right, near, article);
  const bool may_follow = near.order == NearOrder::kEither;
  return may_follow && right.last < left.first && reaches(right, left, near, article);
}

bool lies_in(const Place& place, const std::string& field, const NaiveArticle& article) {
  if (field.empty()) return true;
  if (is_in_headline(place, article)) return true;
  if (field != "hlead" || place.first < article.headline) return false;
  const auto& starts = article.paragraphs;
  const auto body = std::lower_bound(starts.begin(), starts.end(), article.headline);
  return part_of(place.last, starts) == body - starts.begin() + 1;
}

std::size_t count_apart(const Places& places) {
  Places by_end = places;
  std::sort(by_end.begin(), by_end.end(),
            [](const Place& a, const Place& b) { return a.last < b.last; });
  std::size_t count = 0;
  std::uint32_t free_from = 0;
  for (const Place& place : by_end) {
    if (place.first < free_from) continue;
    ++count;
    free_from = place.last + 1;
  }
  return count;
}

}  // namespace dateline::oracle
