#include "benchmarks/answer_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "common/index/index.h"
#include "searcher/match/compile.h"

namespace dateline::bench {
namespace {

using searcher::CompiledQuery;
using searcher::Query;
using searcher::SearchOptions;
using searcher::SearchResult;
using searcher::Sort;
using searcher::SourcePlan;
using searcher::SourceSegment;

constexpr double kTolerance = 1e-4;

std::vector<const TextIndex*> text_indexes(const Index& index) {
  std::vector<const TextIndex*> indexes;
  for (const OpenSegment& segment : index.segments()) indexes.push_back(segment.text_index.get());
  return indexes;
}

void keep_best(std::vector<double>& scores, std::size_t ranks) {
  ranks = std::min(ranks, scores.size());
  std::partial_sort(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(ranks),
                    scores.end(), std::greater<>());
  scores.resize(ranks);
}

FullAnswer walk(const SourcePlan& plan, Sort sort) {
  FullAnswer answer;
  for (const SourceSegment& segment : plan.segments) {
    const auto cursor = searcher::open_cursor(plan.plan, segment.target);
    if (!cursor) continue;
    const auto dates = segment.target.index->dates();
    while (cursor->next() != kNoMoreArticles) {
      if (segment.deleted->contains(cursor->article()) || !cursor->confirm()) continue;
      ++answer.matches;
      answer.scores.push_back(sort == Sort::kRelevance
                                  ? cursor->score()
                                  : static_cast<double>(dates[cursor->article() - 1]));
    }
  }
  return answer;
}

}  // namespace

struct AnswerCheck::Impl {
  explicit Impl(const std::filesystem::path& dir)
      : index(Index::open(dir)), lists(text_indexes(index)), searcher(dir) {
    const searcher::LengthNorm norm(lists.average_length());
    for (const OpenSegment& segment : index.segments()) {
      const TextIndex& text = *segment.text_index;
      segments.push_back({segment.entry.catalogue_uuid,
                          {&text, segments.size(), {text.lengths(), norm}},
                          &segment.deleted});
      articles += segment.entry.articles;
    }
  }

  FullAnswer ask_for_all(const Query& query, Sort sort) {
    SearchOptions options;
    options.sort = sort;
    options.limit = articles + 1;
    options.total = searcher::TotalCount::kEstimate;
    options.detail = searcher::Detail::kNumbers;
    FullAnswer answer;
    const SearchResult result = searcher.search(query, options);
    answer.matches = result.hits.size();
    for (const searcher::Hit& hit : result.hits) answer.scores.push_back(score_of(hit, sort));
    return answer;
  }

  double score_of(const searcher::Hit& hit, Sort sort) const {
    if (sort == Sort::kRelevance) return hit.score;
    return static_cast<double>(segments[hit.segment].target.index->dates()[hit.number - 1]);
  }

  Index index;
  searcher::WordLists lists;
  searcher::Searcher searcher;
  std::vector<SourceSegment> segments;
  std::size_t articles = 0;
};

AnswerCheck::AnswerCheck(const std::filesystem::path& index_dir)
    : impl_(std::make_unique<Impl>(index_dir)) {}
AnswerCheck::~AnswerCheck() = default;

FullAnswer AnswerCheck::answer(const Query& query, Sort sort, std::size_t ranks) {
  const CompiledQuery compiled(query, {CompiledQuery::Order::kScore}, impl_->segments,
                               impl_->lists);
  FullAnswer answer = compiled.only_plan() != nullptr ? walk(*compiled.only_plan(), sort)
                                                      : impl_->ask_for_all(query, sort);
  keep_best(answer.scores, ranks);
  return answer;
}

void AnswerCheck::check(const Query& query, const SearchOptions& options,
                        const SearchResult& result) {
  const auto refuse = [&](const std::string& difference) {
    throw Error(ErrorKind::kCorrupt,
                fmt::format("the answer to '{}' is wrong and is not timed: {}; please report it",
                            to_string(query), difference));
  };
  const FullAnswer right = answer(query, options.sort, options.limit);
  if (result.hits.size() != right.scores.size()) {
    refuse(fmt::format("{} hits instead of {}", result.hits.size(), right.scores.size()));
  }
  if (result.total.exact && result.total.value != right.matches) {
    refuse(fmt::format("a total of {} instead of {}", result.total.value, right.matches));
  }
  const double tolerance = options.sort == Sort::kRelevance ? kTolerance : 0;
  for (std::size_t i = 0; i < right.scores.size(); ++i) {
    const double found = impl_->score_of(result.hits[i], options.sort);
    if (std::abs(found - right.scores[i]) <= tolerance) continue;
    refuse(fmt::format("rank {} scores {} instead of {}", i + 1, found, right.scores[i]));
  }
}

}  // namespace dateline::bench
