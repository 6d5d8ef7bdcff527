#include "tests/oracle/naive_lights.h"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace dateline::oracle {
namespace {

using searcher::NearNode;
using searcher::Node;

void insert(std::uint32_t article, const Spot& place, SpotsByArticle& into) {
  Spots& places = into[article];
  const auto at = std::lower_bound(places.begin(), places.end(), place);
  if (at == places.end() || *at != place) places.insert(at, place);
}

bool has(const SpotsByArticle& places, std::uint32_t article, const Spot& place) {
  const auto found = places.find(article);
  return found != places.end() &&
         std::binary_search(found->second.begin(), found->second.end(), place);
}

// The places that are in both.
SpotsByArticle common(const SpotsByArticle& some, const SpotsByArticle& others) {
  SpotsByArticle both;
  for (const auto& [article, places] : some) {
    for (const Spot& place : places) {
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
    return is_of_text(word->field.name());
  }
  const auto* phrase = std::get_if<searcher::PhraseNode>(&node.value);
  return phrase != nullptr && is_of_text(phrase->field.name());
}

const std::vector<Node>* alternatives(const Node& node) {
  if (const auto* any = std::get_if<searcher::OrNode>(&node.value)) return &any->children;
  if (const auto* same = std::get_if<searcher::SynonymNode>(&node.value)) return &same->children;
  return nullptr;
}

}  // namespace

SpotsByArticle NaiveLights::find(const Node& node) {
  SpotsByArticle lit;
  add(node, lit);
  return lit;
}

void NaiveLights::add(const Node& node, SpotsByArticle& lit) {
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

void NaiveLights::add_all(const std::vector<Node>& nodes, SpotsByArticle& lit) {
  for (const Node& node : nodes) add(node, lit);
}

// `kept` are places of the node.
void NaiveLights::add_taking_part(const Node& node, const SpotsByArticle& kept,
                                  SpotsByArticle& lit) {
  if (const auto* near = std::get_if<NearNode>(&node.value)) return add_sides(*near, kept, lit);
  if (const auto* any = alternatives(node)) {
    for (const Node& child : *any) {
      add_taking_part(child, common(places_.find(child), kept), lit);
    }
    return;
  }
  for (const auto& [article, places] : kept) {
    for (const Spot& place : places) insert(article, place, lit);
  }
}

void NaiveLights::add_sides(const NearNode& near, const SpotsByArticle& kept, SpotsByArticle& lit) {
  if (near.negated) return add_taking_part(near.sides[0], kept, lit);
  const SpotsByArticle lefts = places_.find(near.sides[0]);
  const SpotsByArticle rights = places_.find(near.sides[1]);
  SpotsByArticle left_kept;
  SpotsByArticle right_kept;
  for (const auto& [article, places] : kept) {
    for (const Spot& left : lefts.at(article)) {
      for (const Spot& right : rights.at(article)) {
        if (!is_near(left, right, near, archive_.articles()[article])) continue;
        const Spot both{std::min(left.first, right.first), std::max(left.last, right.last)};
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
