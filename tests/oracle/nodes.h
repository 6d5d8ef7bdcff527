// Parts of queries in few words, for generators and tables.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/query.h"

namespace dateline::oracle {

template <typename Value>
searcher::Node node_of(Value value) {
  return searcher::Node{std::move(value), 0, 0};
}

inline searcher::Node word_of(std::string typed, searcher::Form form = searcher::Form::kStem,
                              std::string field = {}) {
  return node_of(searcher::WordNode{std::move(typed), form, std::move(field)});
}

inline searcher::Node phrase_of(std::string typed, searcher::Form form = searcher::Form::kSpelling,
                                std::string field = {}) {
  return node_of(searcher::PhraseNode{std::move(typed), form, std::move(field)});
}

inline searcher::Node any_of(std::vector<searcher::Node> children) {
  return node_of(searcher::OrNode{std::move(children)});
}

inline searcher::Node synonyms_of(std::vector<searcher::Node> children) {
  return node_of(searcher::SynonymNode{std::move(children)});
}

// How two sides must lie for a NearNode; the same names as there.
struct Nearness {
  searcher::Reach reach = searcher::Reach::kWords;
  std::uint32_t distance = 1;
  searcher::NearOrder order = searcher::NearOrder::kEither;
  bool negated = false;
};

inline searcher::Node near_of(searcher::Node left, searcher::Node right, Nearness nearness) {
  std::vector<searcher::Node> sides;
  sides.push_back(std::move(left));
  sides.push_back(std::move(right));
  return node_of(searcher::NearNode{
      {nearness.reach, nearness.distance, nearness.order, nearness.negated}, std::move(sides)});
}

}  // namespace dateline::oracle
