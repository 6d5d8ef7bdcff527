#include "tests/oracle/naive_lights.h"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace dateline::oracle {
namespace {

using searcher::NearNode;
using searcher::Node;

void insert(std::uint32_t article, const Place& place, PlacesByArticle& into) {
  Places& places = into[article];
  const auto at = std::lower_bound(places.begin(), places.end(), place);
  if (at == places.end() || *at != place) places.insert(at, place);
}

bool has(const PlacesByArticle& places, std::uint32_t article, const Place& place) {
  const auto found = places.find(article);
  return found != places.end() &&
         std::binary_search(found->second.begin(), found->second.end(), place);
}

// The places that are in both.
PlacesByArticle common(const PlacesByArticle& some, const PlacesByArticle& others) {
  PlacesByArticle both;
  for (const auto& [article, places] : some) {
    for (const Place& place : places) {
      if (has(others, article, place)) insert(article, place, both);
    }
  }
  return both;
}

bool is_of_text(const std::string& field) {
  return field.empty() || field == "headline" || field == "hlead";
}

bool is_lit(const Node& node) {
  if (const auto* word = std::get_if<searcher::WordNode>(&node.value)) {
    return is_of_text(word->field);
  }
  const auto* phrase = std::get_if<searcher::PhraseNode>(&node.value);
  return phrase != nullptr && is_of_text(phrase->field);
}

const std::vector<Node>* alternatives(const Node& node) {
  if (const auto* any = std::get_if<searcher::OrNode>(&node.value)) return &any->children;
  if (const auto* same = std::get_if<searcher::SynonymNode>(&node.value)) return &same->children;
  return nullptr;
}

}  // namespace

PlacesByArticle NaiveLights::find(const Node& node) {
  PlacesByArticle lit;
  add(node, lit);
  return lit;
}

void NaiveLights::add(const Node& node, PlacesByArticle& lit) {
  if (is_lit(node) || std::holds_alternative<NearNode>(node.value)) {
    return add_taking_part(node, places_.find(node), lit);
  }
  if (const auto* any = alternatives(node)) return add_all(*any, lit);
  if (const auto* all = std::get_if<searcher::AndNode>(&node.value)) {
    return add_all(all->children, lit);
  }
  if (const auto* often = std::get_if<searcher::AtLeastNode>(&node.value)) {
    return add_all(often->child, lit);
  }
}

void NaiveLights::add_all(const std::vector<Node>& nodes, PlacesByArticle& lit) {
  for (const Node& node : nodes) add(node, lit);
}

// `kept` are places of the node.
void NaiveLights::add_taking_part(const Node& node, const PlacesByArticle& kept,
                                  PlacesByArticle& lit) {
  if (const auto* near = std::get_if<NearNode>(&node.value)) return add_sides(*near, kept, lit);
  if (const auto* any = alternatives(node)) {
    for (const Node& child : *any) {
      add_taking_part(child, common(places_.find(child), kept), lit);
    }
    return;
  }
  for (const auto& [article, places] : kept) {
    for (const Place& place : places) insert(article, place, lit);
  }
}

void NaiveLights::add_sides(const NearNode& near, const PlacesByArticle& kept,
                            PlacesByArticle& lit) {
  if (near.negated) return add_taking_part(near.sides[0], kept, lit);
  const PlacesByArticle lefts = places_.find(near.sides[0]);
  const PlacesByArticle rights = places_.find(near.sides[1]);
  PlacesByArticle left_kept;
  PlacesByArticle right_kept;
  for (const auto& [article, places] : kept) {
    for (const Place& left : lefts.at(article)) {
      for (const Place& right : rights.at(article)) {
        if (!is_near(left, right, near, archive_.articles()[article])) continue;
        const Place both{std::min(left.first, right.first), std::max(left.last, right.last)};
        if (!has(kept, article, both)) continue;
        insert(article, left, left_kept);
        insert(article, right, right_kept);
      }
    }
  }
  add_taking_part(near.sides[0], left_kept, lit);
  add_taking_part(near.sides[1], right_kept, lit);
}

}  // namespace dateline::oracle
