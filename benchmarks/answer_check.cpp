#include "benchmarks/answer_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>

#include "common/index/index.h"
#include "searcher/grouping/copy_groups.h"
#include "searcher/match/plan/compile.h"
#include "searcher/words/speller.h"

namespace dateline::bench {
namespace {

using searcher::CompiledQuery;
using searcher::LeafSegment;
using searcher::Order;
using searcher::Query;
using searcher::SearchOptions;
using searcher::SearchResult;
using searcher::TextLeafPlan;

constexpr double kTolerance = 1e-4;

std::vector<const TextIndex*> text_indexes(const Index& index) {
  std::vector<const TextIndex*> indexes;
  for (const OpenSegment& segment : index.segments()) indexes.push_back(segment.text_index.get());
  return indexes;
}

struct SlowMatch {
  double score = 0;
  searcher::ArticleRef article;
};

std::vector<SlowMatch> walk(const TextLeafPlan& plan, Order order) {
  std::vector<SlowMatch> matches;
  for (std::size_t i = 0; i < plan.segments.size(); ++i) {
    const LeafSegment& segment = plan.segments[i];
    const auto cursor = searcher::open_cursor(plan.node, segment.target);
    if (!cursor) continue;
    const auto dates = segment.target.index->dates();
    while (cursor->next() != kNoMoreArticles) {
      if (segment.deleted->contains(cursor->article()) || !cursor->confirm()) continue;
      const double score = order == Order::kRelevance
                               ? cursor->score()
                               : static_cast<double>(dates[cursor->article() - 1]);
      matches.push_back({score, {i, cursor->article()}});
    }
  }
  return matches;
}

void keep_best_of_groups(std::vector<SlowMatch>& matches, searcher::CopyGroups& groups) {
  std::set<searcher::CopyGroups::Group> seen;
  std::erase_if(matches, [&](const SlowMatch& match) {
    const auto group = groups.group_of(match.article);
    return group && !seen.insert(*group).second;
  });
}

std::string year_of(DateCode code) {
  const PublicationTime time = from_date_code(code);
  return time.dated() ? fmt::format("{:04}", static_cast<int>(time.day().year())) : "";
}

}  // namespace

struct AnswerCheck::Impl {
  explicit Impl(const std::filesystem::path& dir)
      : index(Index::open(dir)), lists(text_indexes(index)), searcher(dir) {
    const searcher::LengthNorm norm(lists.average_length());
    for (const OpenSegment& segment : index.segments()) {
      const TextIndex& text = *segment.text_index;
      segments.push_back({segment.entry.catalogue_uuid,
                          {&text, segments.size(), {text.lengths(), norm}, &groups},
                          &segment.deleted});
      articles += segment.entry.articles;
    }
  }

  std::vector<SlowMatch> all_matches(const Query& query, Order order) {
    const searcher::Meaning meaning = searcher.meaning(query);
    const CompiledQuery compiled(meaning.root, {}, segments, lists);
    if (compiled.only_leaf() != nullptr) return walk(*compiled.only_leaf(), order);
    return ask_for_all(query, order);
  }

  std::vector<SlowMatch> ask_for_all(const Query& query, Order order) {
    SearchOptions options;
    options.page.order = order;
    options.page.limit = articles + 1;
    options.count.total = searcher::TotalCount::kEstimate;
    options.page.detail = searcher::Detail::kNumbers;
    std::vector<SlowMatch> matches;
    for (const searcher::Hit& hit : searcher.search(query, options).hits) {
      matches.push_back({score_of(hit, order), {hit.segment, hit.number}});
    }
    return matches;
  }

  DateCode date_of(const searcher::ArticleRef& ref) const {
    return segments[ref.segment].target.index->dates()[ref.number - 1];
  }

  double score_of(const searcher::Hit& hit, Order order) const {
    if (order == Order::kRelevance) return hit.score;
    return static_cast<double>(date_of({hit.segment, hit.number}));
  }

  Index index;
  searcher::CopyGroups groups{index};
  searcher::WordLists lists;
  searcher::Searcher searcher;
  std::vector<LeafSegment> segments;
  std::size_t articles = 0;
};

AnswerCheck::AnswerCheck(const std::filesystem::path& index_dir)
    : impl_(std::make_unique<Impl>(index_dir)) {}
AnswerCheck::~AnswerCheck() = default;

FullAnswer AnswerCheck::answer(const Query& query, const SearchOptions& options) {
  std::vector<SlowMatch> matches = impl_->all_matches(query, options.page.order);
  FullAnswer answer;
  answer.matches = matches.size();
  if (!options.count.facets.none()) {
    for (const SlowMatch& match : matches) ++answer.years[year_of(impl_->date_of(match.article))];
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const SlowMatch& a, const SlowMatch& b) { return a.score > b.score; });
  if (options.page.group) keep_best_of_groups(matches, impl_->groups);
  answer.groups = matches.size();
  matches.resize(std::min(options.page.limit, matches.size()));
  for (const SlowMatch& match : matches) answer.scores.push_back(match.score);
  return answer;
}

namespace {

using Difference = std::optional<std::string>;

Difference difference_of_totals(const FullAnswer& right, const SearchResult& result) {
  if (result.hits.size() != right.scores.size()) {
    return fmt::format("{} hits instead of {}", result.hits.size(), right.scores.size());
  }
  if (result.total.exact && result.total.value != right.matches) {
    return fmt::format("a total of {} instead of {}", result.total.value, right.matches);
  }
  if (result.groups && *result.groups != right.groups) {
    return fmt::format("{} groups instead of {}", *result.groups, right.groups);
  }
  return std::nullopt;
}

Difference difference_of_years(const FullAnswer& right, const SearchResult& result) {
  for (const searcher::Facet& facet : result.facets) {
    if (facet.field != "year") continue;
    for (const auto& [year, articles] : facet.values) {
      const auto found = right.years.find(year);
      const std::uint64_t wanted = found == right.years.end() ? 0 : found->second;
      if (articles != wanted) return fmt::format("{} of {} instead of {}", articles, year, wanted);
    }
    const bool has_undated = right.years.contains("");
    if (facet.different + (has_undated ? 1 : 0) != right.years.size()) {
      return fmt::format("{} years instead of {}", facet.different, right.years.size());
    }
  }
  return std::nullopt;
}

}  // namespace

void AnswerCheck::check(const Query& query, const SearchOptions& options,
                        const SearchResult& result) {
  const auto refuse_if = [&](const Difference& difference) {
    if (!difference) return;
    throw Error(ErrorKind::kCorrupt,
                fmt::format("the answer to '{}' is wrong and is not timed: {}; please report it",
                            to_string(query), *difference));
  };
  const FullAnswer right = answer(query, options);
  refuse_if(difference_of_totals(right, result));
  refuse_if(difference_of_years(right, result));
  const double tolerance = options.page.order == Order::kRelevance ? kTolerance : 0;
  for (std::size_t i = 0; i < right.scores.size(); ++i) {
    const double found = impl_->score_of(result.hits[i], options.page.order);
    if (std::abs(found - right.scores[i]) <= tolerance) continue;
    refuse_if(fmt::format("rank {} scores {} instead of {}", i + 1, found, right.scores[i]));
  }
  if (!result.suggestion) return;
  const std::uint64_t better = answer(result.suggestion->query, options).matches;
  if (better == 0 || better < right.matches * searcher::kTimesAsMany) {
    refuse_if(fmt::format("the suggestion '{}' finds {}", result.suggestion->text, better));
  }
}

}  // namespace dateline::bench
