// A few small segments to run queries on, without a catalogue, and nodes to make queries of.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "searcher/match/best_articles.h"
#include "searcher/match/match_count.h"
#include "searcher/match/plan/compile.h"
#include "searcher/meaning/resolve.h"
#include "tests/searcher/match/small_segment.h"

namespace dateline::searcher {

struct ArchiveHit {
  std::uint32_t article = 0;  // counted through all segments, from 1
  double score = 0;
};

class SmallArchive {
 public:
  // Each list is a segment.
  explicit SmallArchive(const std::vector<std::vector<SmallArticle>>& segments) {
    std::vector<const TextIndex*> indexes;
    for (const auto& articles : segments) {
      indexes.push_back(&segments_.emplace_back(articles).index());
    }
    lists_ = std::make_unique<WordLists>(indexes);
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      leaf_segments_.push_back(
          {"", {indexes[i], i, segments_[i].scoring()}, &deleted_.emplace_back()});
    }
  }

  void remove(std::size_t segment, std::uint32_t article) { deleted_[segment].add(article); }
  WordLists& lists() { return *lists_; }

  // All live matches. However they are gone through, they must be the same.
  std::vector<ArchiveHit> hits(const Node& node, const Expansions& expansions = {}) {
    const CompiledQuery compiled(resolve({node}, expansions).root, {}, leaf_segments_, *lists_);
    std::vector<ArchiveHit> hits;
    std::uint32_t first = 0;
    for (const LeafSegment& segment : leaf_segments_) {
      const std::uint32_t articles = segment.target.index->articles();
      for (const ScoredArticle& found : walk(compiled.only_leaf()->node, segment)) {
        hits.push_back({first + found.article, found.score});
      }
      first += articles;
    }
    EXPECT_EQ(count_matches(*compiled.only_leaf()), hits.size());
    return hits;
  }

  std::vector<std::uint32_t> find(const Node& node, const Expansions& expansions = {}) {
    std::vector<std::uint32_t> articles;
    for (const ArchiveHit& hit : hits(node, expansions)) articles.push_back(hit.article);
    return articles;
  }

 private:
  static std::vector<ScoredArticle> walk(const PlanNode& plan, const LeafSegment& segment) {
    std::vector<ScoredArticle> walked;
    const auto walking = open_cursor(plan, segment.target);
    const auto in_batches = open_cursor(plan, segment.target);
    if (!walking) return walked;
    while (walking->next() != kNoMoreArticles) {
      if (!walking->confirm() || segment.deleted->contains(walking->article())) continue;
      walked.push_back({walking->article(), walking->score()});
    }
    const std::uint32_t articles = segment.target.index->articles();
    const auto best = best_articles(*in_batches, articles, *segment.deleted, articles, 0);
    EXPECT_EQ(best.size(), walked.size());
    for (std::size_t i = 0; i < std::min(best.size(), walked.size()); ++i) {
      EXPECT_EQ(best[i].article, walked[i].article);
      EXPECT_NEAR(best[i].score, walked[i].score, 1e-5);
    }
    return walked;
  }

  std::deque<SmallSegment> segments_;
  std::deque<DeletedArticles> deleted_;
  std::unique_ptr<WordLists> lists_;
  std::vector<LeafSegment> leaf_segments_;
};

inline Node word(std::string typed, Field field = {}) {
  return {WordNode{std::move(typed), Form::kStem, std::move(field)}};
}

inline Node exactly(std::string typed) {
  return {WordNode{std::move(typed), Form::kExact, ""}};
}

inline Node phrase(std::string typed, Field field = {}) {
  return {PhraseNode{std::move(typed), Form::kSpelling, std::move(field)}};
}

inline Node either(Node left, Node right) {
  return {OrNode{{std::move(left), std::move(right)}}};
}

inline Node both(Node left, Node right) {
  return {AndNode{{std::move(left), std::move(right)}}};
}

inline Node near(Node left, Node right, std::uint32_t distance) {
  NearNode node;
  node.sides = {std::move(left), std::move(right)};
  node.distance = distance;
  return {std::move(node)};
}

inline Node in_order(Node left, Node right, std::uint32_t distance) {
  Node node = near(std::move(left), std::move(right), distance);
  std::get<NearNode>(node.value).order = NearOrder::kInOrder;
  return node;
}

inline Node in_same(Reach reach, Node left, Node right) {
  Node node = near(std::move(left), std::move(right), 1);
  std::get<NearNode>(node.value).reach = reach;
  return node;
}

inline Node not_near(Node left, Node right, std::uint32_t distance) {
  Node node = near(std::move(left), std::move(right), distance);
  std::get<NearNode>(node.value).negated = true;
  return node;
}

inline Node at_least(std::uint32_t times, Node child) {
  return {AtLeastNode{times, {std::move(child)}}};
}

inline Node synonyms(std::vector<Node> children) {
  return {SynonymNode{std::move(children)}};
}

inline Node weighing(double weight, Node node) {
  node.weight = weight;
  return node;
}

}  // namespace dateline::searcher
