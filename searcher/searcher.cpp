#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "common/index/checksum.h"
#include "common/index/index.h"
#include "common/xapian_guard.h"
#include "searcher/facets/facet_names.h"
#include "searcher/facets/tally.h"
#include "searcher/grouping/copy_groups.h"
#include "searcher/grouping/grouped_page.h"
#include "searcher/grouping/related_articles.h"
#include "searcher/match/compile.h"
#include "searcher/match/match_count.h"
#include "searcher/match/match_windows.h"
#include "searcher/search.h"
#include "searcher/similar.h"
#include "searcher/words/query_expansion.h"
#include "searcher/words/speller.h"
#include "searcher/words/vocabulary.h"

namespace dateline::searcher {
namespace {

using Order = CompiledQuery::Order;

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

Query limited(const Query& query, const Node& limit) {
  AndNode both;
  both.children = {query.root, limit};
  return {Node{std::move(both)}};
}

// Puts "undated" where the query wants a date. Returns whether it did. What stands under a NOT
// stays.
bool ask_for_undated(Node& node) {
  if (std::holds_alternative<DateNode>(node.value)) {
    node.value = UndatedNode{};
    return true;
  }
  std::vector<Node>* children = nullptr;
  if (auto* all = std::get_if<AndNode>(&node.value)) children = &all->children;
  if (auto* any = std::get_if<OrNode>(&node.value)) children = &any->children;
  bool asked = false;
  for (std::size_t i = 0; children != nullptr && i < children->size(); ++i) {
    asked |= ask_for_undated((*children)[i]);
  }
  return asked;
}

Query limited(const Query& query, const SearchOptions& options) {
  if (options.days == DayRange{}) return query;
  return limited(query, Node{DateNode{options.days}});
}

// A query and what its patterns stand for.
struct ExpandedQuery {
  const Query& query;
  const Expansions& expansions;
};

// The matches of a page, best first, and how many there are in all as far as finding them told.
struct Page {
  std::vector<Match> matches;
  Total estimate;
};

}  // namespace

struct Searcher::Impl {
  explicit Impl(const std::filesystem::path& dir);

  SearchResult search(const Query& query, const SearchOptions& options);
  std::optional<Article> find(std::string_view id);
  Explanation explain(const ExpandedQuery& query);

  Page match(const CompiledQuery& compiled, const SearchOptions& options);
  Total count(const ExpandedQuery& query);
  void tally(const ExpandedQuery& query, const FacetOptions& options, SearchResult& result);
  Total total(const ExpandedQuery& query, const CompiledQuery& compiled, const Page& page,
              const SearchOptions& options);
  std::optional<std::uint64_t> undated_left_out(const ExpandedQuery& query);
  std::optional<Suggestion> suggest(const Query& typed, const SearchOptions& options, Total total);
  void read_hits(const Page& page, Highlighter highlighter, const SearchOptions& options,
                 std::vector<Hit>& hits);
  void add_related(Hit& hit, Detail detail);
  Article read_article(std::size_t segment, ArticleNumber number, Detail detail);

  Page match_grouped(const ExpandedQuery& query, const SearchOptions& options);
  Total estimate(const ExpandedQuery& query);
  std::uint64_t count_groups(const ExpandedQuery& query, std::uint64_t articles);

  Index index;
  CopyGroups groups{index};
  std::set<std::string, std::less<>> archive_fields;
  WordLists lists;
  Vocabulary vocabulary;
  std::vector<SourceSegment> segments;
  FacetIndex facets{index};
};

namespace {

std::vector<const TextIndex*> text_indexes(const Index& index) {
  std::vector<const TextIndex*> indexes;
  for (const OpenSegment& segment : index.segments()) indexes.push_back(segment.text_index.get());
  return indexes;
}

}  // namespace

Searcher::Impl::Impl(const std::filesystem::path& dir)
    : index(Index::open(dir)),
      archive_fields(index.manifest().archive_fields.begin(),
                     index.manifest().archive_fields.end()),
      lists(text_indexes(index)),
      vocabulary(text_indexes(index)) {
  const LengthNorm norm(lists.average_length());
  for (const OpenSegment& segment : index.segments()) {
    const TextIndex& text = *segment.text_index;
    segments.push_back({segment.entry.catalogue_uuid,
                        {&text, segments.size(), {text.lengths(), norm}, &groups},
                        &segment.deleted});
  }
}

SearchResult Searcher::Impl::search(const Query& typed, const SearchOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  const Query query = limited(typed, options);
  const Expansions expansions = expansions_of(query, vocabulary);
  const ExpandedQuery expanded{query, expansions};
  SearchResult result;
  result.read_as = to_string(query);
  result.generation = index.manifest().generation;
  const bool tallies = !options.facets.none();
  if (tallies) tally(expanded, options.facets, result);
  if (options.limit == 0) {
    if (!tallies) result.total = count(expanded);
  } else if (options.group) {
    const Page page = match_grouped(expanded, options);
    const bool exact = options.total == TotalCount::kExact;
    if (!tallies) result.total = exact ? count(expanded) : estimate(expanded);
    read_hits(page, Highlighter(typed, expansions), options, result.hits);
  } else {
    const CompiledQuery compiled(
        query, {order_of(options.sort), options.offset + options.limit, &expansions}, segments,
        lists);
    const Page page = match(compiled, options);
    if (!tallies) result.total = total(expanded, compiled, page, options);
    read_hits(page, Highlighter(typed, expansions), options, result.hits);
  }
  if (options.group && result.total.exact) {
    result.groups = count_groups(expanded, result.total.value);
  }
  result.undated_left_out = undated_left_out(expanded);
  result.notes = typed.notes;
  std::ranges::move(notes_on(expansions), std::back_inserter(result.notes));
  if (options.suggest) result.suggestion = suggest(typed, options, result.total);
  if (options.explain) result.explanation = explain(expanded);
  result.elapsed = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - started);
  return result;
}

// Each segment adds its best to those before it, and passes over what is no better. Equal ones stay
// in the order of segments and articles, which is that of indexing.
Page Searcher::Impl::match(const CompiledQuery& compiled, const SearchOptions& options) {
  Page page;
  const std::size_t wanted = options.offset + options.limit;
  std::vector<Match>& best = page.matches;
  for (std::size_t segment = 0; segment < segments.size(); ++segment) {
    const Xapian::MSet found = xapian_guard("search the index", [&] {
      Xapian::Enquire enquire(index.segments()[segment].catalogue);
      enquire.set_query(compiled.xapian());
      // Below a cutoff Xapian counts nothing, but matches of a lone plan are counted elsewhere.
      const bool counts_here = compiled.only_plan() == nullptr;
      if (best.size() == wanted && !counts_here) enquire.set_cutoff(0, best.back().weight);
      return enquire.get_mset(0, static_cast<Xapian::doccount>(wanted));
    });
    const auto middle = static_cast<std::ptrdiff_t>(best.size());
    for (auto match = found.begin(); match != found.end(); ++match) {
      best.push_back({match.get_weight(), {segment, *match}});
    }
    std::inplace_merge(best.begin(), best.begin() + middle, best.end(),
                       [](const Match& a, const Match& b) { return a.weight > b.weight; });
    best.resize(std::min(best.size(), wanted));
    page.estimate.value += found.get_matches_estimated();
    page.estimate.exact &= found.get_matches_lower_bound() == found.get_matches_upper_bound();
  }
  best.erase(best.begin(),
             best.begin() + static_cast<std::ptrdiff_t>(std::min(options.offset, best.size())));
  return page;
}

Page Searcher::Impl::match_grouped(const ExpandedQuery& query, const SearchOptions& options) {
  Page page;
  const FindMatches find = [&](std::size_t wanted) {
    SearchOptions wider = options;
    wider.offset = 0;
    wider.limit = wanted;
    const CompiledQuery compiled(query.query, {order_of(options.sort), wanted, &query.expansions},
                                 segments, lists);
    return match(compiled, wider).matches;
  };
  page.matches = grouped_page(find, {options.offset, options.limit}, groups);
  return page;
}

// Of so many articles that match, only those with copies need to be looked at.
std::uint64_t Searcher::Impl::count_groups(const ExpandedQuery& query, std::uint64_t articles) {
  const Query copied = limited(query.query, Node{NumberNode{"copies", 1, std::nullopt}});
  const CompiledQuery compiled(copied, {Order::kUnscored, 0, &query.expansions}, segments, lists);
  RepeatCount repeats(groups);
  visit_matches(compiled, index.segments(), [&](std::size_t segment, const MatchWindow& window) {
    window.for_each([&](std::uint32_t article) { repeats.add({segment, article}); });
  });
  return articles - repeats.value();
}

Total Searcher::Impl::estimate(const ExpandedQuery& query) {
  const CompiledQuery compiled(query.query, {Order::kUnscored, 0, &query.expansions}, segments,
                               lists);
  return compiled.only_plan() != nullptr ? estimate_matches(*compiled.only_plan()) : count(query);
}

Total Searcher::Impl::count(const ExpandedQuery& query) {
  const CompiledQuery compiled(query.query, {Order::kUnscored, 0, &query.expansions}, segments,
                               lists);
  if (compiled.only_plan() != nullptr) return {count_matches(*compiled.only_plan()), true};
  Total total;
  for (const OpenSegment& segment : index.segments()) {
    total.value += xapian_guard("search the index", [&] {
      Xapian::Enquire enquire(segment.catalogue);
      enquire.set_query(compiled.xapian());
      const auto all = segment.catalogue.get_doccount();
      return enquire.get_mset(0, 0, all).get_matches_estimated();
    });
  }
  return total;
}

// Counts by facets and dates, and in all.
void Searcher::Impl::tally(const ExpandedQuery& query, const FacetOptions& options,
                           SearchResult& result) {
  if (const auto mistake = facet_mistake(options.fields, archive_fields)) {
    throw Error(ErrorKind::kUsage, *mistake);
  }
  Tally tally(options, facets, text_indexes(index));
  visit_matches(
      CompiledQuery(query.query, {Order::kUnscored, 0, &query.expansions}, segments, lists),
      index.segments(),
      [&tally](std::size_t segment, const MatchWindow& window) { tally.count(segment, window); });
  result.total = {tally.articles(), true};
  result.facets = tally.facets();
  result.timeline = tally.timeline();
}

Total Searcher::Impl::total(const ExpandedQuery& query, const CompiledQuery& compiled,
                            const Page& page, const SearchOptions& options) {
  const std::size_t hits = page.matches.size();
  if (hits > 0 && hits < options.limit) return {options.offset + hits, true};
  if (options.total == TotalCount::kExact) return count(query);
  if (compiled.only_plan() != nullptr) return estimate_matches(*compiled.only_plan());
  return page.estimate;
}

// Undated articles that would match if dates did not matter, and do not as it is.
std::optional<std::uint64_t> Searcher::Impl::undated_left_out(const ExpandedQuery& query) {
  Node relaxed = query.query.root;
  if (!ask_for_undated(relaxed)) return std::nullopt;
  AndNode left_out;
  left_out.children = {std::move(relaxed), Node{UndatedNode{}}, Node{NotNode{{query.query.root}}}};
  return count({{Node{std::move(left_out)}}, query.expansions}).value;
}

Explanation Searcher::Impl::explain(const ExpandedQuery& query) {
  return searcher::explain(
      query.query, {[&](const Node& part) {
                      return count({{part}, query.expansions}).value;
                    },
                    [&](const AcceptedWords& accepted) { return lists.written_forms(accepted); },
                    query.expansions});
}

std::optional<Suggestion> Searcher::Impl::suggest(const Query& typed, const SearchOptions& options,
                                                  Total total) {
  Speller speller(segments, lists, vocabulary);
  return speller.suggest(typed, options.typed, total.value, [&](const Query& other) {
    const Query query = limited(other, options);
    return count({query, expansions_of(query, vocabulary)}).value;
  });
}

void Searcher::Impl::read_hits(const Page& page, Highlighter highlighter,
                               const SearchOptions& options, std::vector<Hit>& hits) {
  for (const auto& [weight, place] : page.matches) {
    const auto& [segment, number] = place;
    Hit& hit = hits.emplace_back();
    hit.rank = options.offset + hits.size();
    hit.score = options.sort == Sort::kRelevance ? weight : 0;
    hit.segment = segment;
    hit.number = number;
    if (options.group) add_related(hit, options.detail);
    if (options.detail == Detail::kNumbers) continue;
    hit.article = read_article(segment, number, options.detail);
    if (options.detail != Detail::kSnippets) continue;
    hit.headline = highlighter.highlight_headline(hit.article);
    hit.snippet = highlighter.snippet(hit.article, options.snippet);
  }
}

void Searcher::Impl::add_related(Hit& hit, Detail detail) {
  const ArticlePlace place{hit.segment, hit.number};
  const auto told = [&](const std::vector<ArticlePlace>& places) {
    return detail == Detail::kSnippets ? read_related(places, index)
                                       : RelatedArticles{places.size(), {}};
  };
  hit.copies = told(groups.copies_of(place));
  hit.versions = told(groups.versions_of(place));
}

Article Searcher::Impl::read_article(std::size_t segment, ArticleNumber number, Detail detail) {
  ArticleStore& articles = index.segments()[segment].articles;
  if (detail == Detail::kSnippets) return articles.article(number);
  Article article;
  article.id = articles.id(number);
  return article;
}

std::optional<Article> Searcher::Impl::find(std::string_view id) {
  const std::uint64_t identity = checksum(id);
  for (OpenSegment& open : index.segments()) {
    const auto identities = open.text_index->identities();
    for (auto found = std::ranges::find(identities, identity); found != identities.end();
         found = std::find(found + 1, identities.end(), identity)) {
      const auto number = static_cast<ArticleNumber>(found - identities.begin() + 1);
      if (!open.deleted.contains(number) && open.articles.id(number) == id) {
        return open.articles.article(number);
      }
    }
  }
  return std::nullopt;
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
  return impl_->find(id);
}

std::optional<Query> Searcher::similar_to(std::string_view id) {
  const std::optional<Article> article = find(id);
  if (!article) return std::nullopt;
  const Vocabulary& vocabulary = impl_->vocabulary;
  return more_like(*article, {impl_->lists.articles(), [&](std::string_view term) {
                                return vocabulary.articles_with(term);
                              }});
}

}  // namespace dateline::searcher
