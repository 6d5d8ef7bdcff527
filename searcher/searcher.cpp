#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "common/error.h"
#include "common/index/index.h"
#include "searcher/date_limit.h"
#include "searcher/facets/tally.h"
#include "searcher/grouping/copy_groups.h"
#include "searcher/grouping/grouped_page.h"
#include "searcher/hit_reader.h"
#include "searcher/matcher.h"
#include "searcher/search.h"
#include "searcher/similar.h"
#include "searcher/words/query_expansion.h"
#include "searcher/words/speller.h"
#include "searcher/words/vocabulary.h"

namespace dateline::searcher {
namespace {

using Order = Matcher::Order;

Order order_of(Sort sort) {
  switch (sort) {
    case Sort::kNewest:
      return Order::kNewest;
    case Sort::kOldest:
      return Order::kOldest;
    case Sort::kRelevance:
      break;
  }
  return Order::kScore;
}

}  // namespace

struct Searcher::Impl {
  explicit Impl(const std::filesystem::path& dir);

  SearchResult search(const Query& query, const SearchOptions& options);

  // In the order in which a search takes them.
  void tally(const ExpandedQuery& query, const SearchOptions& options, SearchResult& result);
  std::vector<Match> page(const ExpandedQuery& query, const SearchOptions& options,
                          SearchResult& result);
  std::vector<Match> grouped(const ExpandedQuery& query, const SearchOptions& options);
  std::uint64_t count_groups(const ExpandedQuery& query, std::uint64_t articles);
  std::optional<Suggestion> suggest(const Query& typed, const SearchOptions& options, Total total);
  Explanation explain(const ExpandedQuery& query);

  Index index;
  std::set<std::string, std::less<>> archive_fields;
  CopyGroups groups{index};
  Matcher matcher{index, groups};
  HitReader reader{index, groups};
  Vocabulary vocabulary{text_indexes(index)};
  FacetIndex facets{index};
};

Searcher::Impl::Impl(const std::filesystem::path& dir)
    : index(Index::open(dir)),
      archive_fields(index.manifest().archive_fields.begin(),
                     index.manifest().archive_fields.end()) {}

SearchResult Searcher::Impl::search(const Query& typed, const SearchOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  const Query limited_query = limited(typed, options.days);
  const Expansions expansions = expansions_of(limited_query, vocabulary);
  const ExpandedQuery query{limited_query, expansions};
  SearchResult result;
  result.read_as = to_string(limited_query);
  result.generation = index.manifest().generation;
  if (!options.count.facets.none()) tally(query, options, result);
  const std::vector<Match> matches = page(query, options, result);
  result.hits = reader.read(matches, Highlighter(typed, expansions), options.page);
  if (options.page.group && result.total.exact) {
    result.groups = count_groups(query, result.total.value);
  }
  if (const auto undated = left_out_as_undated(limited_query)) {
    result.undated_left_out = matcher.count({*undated, expansions});
  }
  result.notes = typed.notes;
  std::ranges::move(notes_on(expansions), std::back_inserter(result.notes));
  if (options.tell.suggest) result.suggestion = suggest(typed, options, result.total);
  if (options.tell.explain) result.explanation = explain(query);
  result.elapsed = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - started);
  return result;
}

// Counts by facets and dates, and in all.
void Searcher::Impl::tally(const ExpandedQuery& query, const SearchOptions& options,
                           SearchResult& result) {
  if (const auto mistake = facet_mistake(options.count.facets.fields, archive_fields)) {
    throw Error(ErrorKind::kUsage, *mistake);
  }
  Tally tally(options.count.facets, facets, text_indexes(index));
  matcher.visit(query, [&tally](std::size_t segment, const MatchWindow& window) {
    tally.count(segment, window);
  });
  result.total = {tally.articles(), true};
  result.facets = tally.facets();
  result.timeline = tally.timeline();
}

// The matches that are shown, and the total where it is not known yet. Fewer matches than asked for
// are all.
std::vector<Match> Searcher::Impl::page(const ExpandedQuery& query, const SearchOptions& options,
                                        SearchResult& result) {
  const bool has_total = !options.count.facets.none();
  const bool exact = options.count.total == TotalCount::kExact || options.page.limit == 0;
  if (options.page.group && options.page.limit > 0) {
    if (!has_total) {
      result.total = exact ? Total{matcher.count(query), true} : matcher.estimate(query);
    }
    return grouped(query, options);
  }
  BestMatches best;
  const std::size_t wanted = options.page.offset + options.page.limit;
  if (options.page.limit > 0)
    best = matcher.best(query, order_of(options.page.sort), wanted, options.count.total);
  std::vector<Match>& matches = best.matches;
  const bool are_all = matches.size() > options.page.offset && matches.size() < wanted;
  if (!has_total && are_all) {
    result.total = {matches.size(), true};
  } else if (!has_total) {
    result.total = exact ? Total{matcher.count(query), true} : best.estimate;
  }
  const std::size_t before = std::min(options.page.offset, matches.size());
  matches.erase(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(before));
  return std::move(matches);
}

std::vector<Match> Searcher::Impl::grouped(const ExpandedQuery& query,
                                           const SearchOptions& options) {
  const auto find = [&](std::size_t wanted) {
    return matcher.best(query, order_of(options.page.sort), wanted).matches;
  };
  return grouped_page(find, {options.page.offset, options.page.limit}, groups);
}

// Of so many articles that match, only those with copies need to be looked at.
std::uint64_t Searcher::Impl::count_groups(const ExpandedQuery& query, std::uint64_t articles) {
  const Query copied = limited(query.query, Node{NumberNode{"copies", 1, std::nullopt}});
  RepeatCount repeats(groups);
  matcher.visit({copied, query.expansions}, [&](std::size_t segment, const MatchWindow& window) {
    window.for_each([&](std::uint32_t article) { repeats.add({segment, article}); });
  });
  return articles - repeats.value();
}

std::optional<Suggestion> Searcher::Impl::suggest(const Query& typed, const SearchOptions& options,
                                                  Total total) {
  Speller speller(matcher.segments(), matcher.lists(), vocabulary);
  return speller.suggest(typed, options.tell.typed, total.value, [&](const Query& other) {
    const Query query = limited(other, options.days);
    return matcher.count({query, expansions_of(query, vocabulary)});
  });
}

Explanation Searcher::Impl::explain(const ExpandedQuery& query) {
  const auto count = [&](const Node& part) { return matcher.count({{part}, query.expansions}); };
  const auto forms = [&](const AcceptedWords& accepted) {
    return matcher.lists().written_forms(accepted);
  };
  return searcher::explain(query.query, {count, forms, query.expansions});
}

Searcher::Searcher(const std::filesystem::path& index_dir)
    : impl_(std::make_unique<Impl>(index_dir)) {}
Searcher::~Searcher() = default;

std::uint64_t Searcher::generation() const {
  return impl_->index.manifest().generation;
}

const std::set<std::string, std::less<>>& Searcher::archive_fields() const {
  return impl_->archive_fields;
}

SearchResult Searcher::search(const Query& query, const SearchOptions& options) {
  return impl_->search(query, options);
}

Expansions Searcher::expansions(const Query& query) const {
  return expansions_of(query, impl_->vocabulary);
}

std::optional<Article> Searcher::find(std::string_view id) {
  return impl_->reader.find(id);
}

std::optional<Query> Searcher::similar_to(std::string_view id) {
  const std::optional<Article> article = find(id);
  if (!article) return std::nullopt;
  const auto articles_with = [&](std::string_view term) {
    return impl_->vocabulary.articles_with(term);
  };
  return more_like(*article, {impl_->matcher.lists().articles(), articles_with});
}

}  // namespace dateline::searcher
