#include "searcher/search/searcher.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "common/error.h"
#include "common/index/index.h"
#include "common/text_index/format.h"
#include "searcher/facets/tally.h"
#include "searcher/grouping/copy_groups.h"
#include "searcher/meaning/resolve.h"
#include "searcher/search/expansion.h"
#include "searcher/search/hit_reader.h"
#include "searcher/search/matcher.h"
#include "searcher/search/similar.h"
#include "searcher/words/speller.h"
#include "searcher/words/vocabulary.h"

namespace dateline::searcher {
namespace {

// The query within these days.
Query limited(const Query& query, const DayRange& days) {
  if (days == DayRange{}) return query;
  AndNode both;
  both.children = {query.root, Node{DateNode{days}}};
  return {Node{std::move(both)}};
}

// Counts how many hits fewer a search has when each group of copies is one hit: of each group all
// matches but one.
class RepeatCount {
 public:
  explicit RepeatCount(CopyGroups& groups) : groups_(groups) {}

  // A match; those without copies need not be told.
  void add(const ArticleRef& ref) {
    const auto group = groups_.group_of(ref);
    if (!group) return;
    if (seen_.size() <= *group) seen_.resize(*group + 1);
    if (seen_[*group]) ++repeats_;
    seen_[*group] = true;
  }

  std::uint64_t value() const { return repeats_; }

 private:
  CopyGroups& groups_;
  std::vector<bool> seen_;  // by group
  std::uint64_t repeats_ = 0;
};

std::vector<Match> first_of_groups(const std::vector<Match>& matches, CopyGroups& groups) {
  RepeatCount repeats(groups);
  std::vector<Match> firsts;
  for (const Match& match : matches) {
    const std::uint64_t before = repeats.value();
    repeats.add(match.article);
    if (repeats.value() == before) firsts.push_back(match);
  }
  return firsts;
}

// Without those before the page.
std::vector<Match> from_offset(std::vector<Match> matches, std::size_t offset) {
  const auto passed = static_cast<std::ptrdiff_t>(std::min(offset, matches.size()));
  matches.erase(matches.begin(), matches.begin() + passed);
  return matches;
}

}  // namespace

struct Searcher::Impl {
  explicit Impl(const std::filesystem::path& dir);

  KeptParts kept_parts() const;
  SearchResult search(const Query& query, const SearchOptions& options);

  // In the order in which a search takes them.
  void tally(const MeaningNode& meaning, const SearchOptions& options, SearchResult& result);
  std::vector<Match> page(const MeaningNode& meaning, const SearchOptions& options,
                          SearchResult& result);
  std::vector<Match> grouped(const MeaningNode& meaning, const SearchOptions& options);
  std::uint64_t count_groups(const MeaningNode& meaning, std::uint64_t articles);
  std::optional<Suggestion> suggest(const Query& typed, const SearchOptions& options, Total total);
  Explanation explain(const Query& query, const Meaning& meaning);
  Query expanded(const Query& query, const DayRange& days);

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

// An archive of long articles whose headline and body are one stretch each has lost what parts them.
KeptParts Searcher::Impl::kept_parts() const {
  constexpr std::uint64_t kLongArticle = 150;  // words
  std::uint64_t articles = 0;
  std::uint64_t words = 0;
  std::uint64_t sentences = 0;
  std::uint64_t paragraphs = 0;
  for (const TextIndex* text : text_indexes(index)) {
    articles += text->articles();
    words += text->total_words();
    if (const auto starts = text->find_word(kSentenceStarts)) sentences += starts->occurrences;
    if (const auto starts = text->find_word(kParagraphStarts)) paragraphs += starts->occurrences;
  }
  const bool are_long = words > kLongArticle * articles;
  return {!are_long || sentences > 2 * articles, !are_long || paragraphs > 2 * articles};
}

// Facets come first, for they count the total on the way; the number of groups and a suggestion need
// it.
SearchResult Searcher::Impl::search(const Query& typed, const SearchOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  const Query query = limited(typed, options.days);
  Meaning meaning = resolve(query, vocabulary);
  SearchResult result;
  result.read_as = to_string(query);
  result.generation = index.manifest().generation;
  if (!options.count.facets.none()) tally(meaning.root, options, result);
  const std::vector<Match> matches = page(meaning.root, options, result);
  result.hits = reader.read(matches, Highlighter(meaning), options.page);
  if (options.page.group && result.total.exact) {
    result.groups = count_groups(meaning.root, result.total.value);
  }
  if (const auto undated = left_out_as_undated(meaning.root)) {
    result.undated_left_out = matcher.count(*undated);
  }
  if (options.tell.suggest) result.suggestion = suggest(typed, options, result.total);
  if (options.tell.explain) result.explanation = explain(query, meaning);
  result.notes = typed.notes;
  std::ranges::move(meaning.notes, std::back_inserter(result.notes));
  result.elapsed = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - started);
  return result;
}

// Counts by facets and dates, and in all.
void Searcher::Impl::tally(const MeaningNode& meaning, const SearchOptions& options,
                           SearchResult& result) {
  if (const auto mistake = facet_mistake(options.count.facets.fields, archive_fields)) {
    throw Error(ErrorKind::kUsage, *mistake);
  }
  Tally tally(options.count.facets, facets, text_indexes(index));
  matcher.visit(meaning, [&tally](std::size_t segment, const MatchWindow& window) {
    tally.count(segment, window);
  });
  result.total = {tally.articles(), true};
  result.facets = tally.facets();
  result.timeline = tally.timeline();
}

// The matches that are shown, and the total where it is not known yet. Where fewer matches come back
// than were asked for, there are no others: their number is the total.
std::vector<Match> Searcher::Impl::page(const MeaningNode& meaning, const SearchOptions& options,
                                        SearchResult& result) {
  const bool has_total = !options.count.facets.none();
  const bool exact = options.count.total == TotalCount::kExact || options.page.limit == 0;
  if (options.page.group && options.page.limit > 0) {
    if (!has_total) {
      result.total = exact ? Total{matcher.count(meaning), true} : matcher.estimate(meaning);
    }
    return grouped(meaning, options);
  }
  BestMatches best;
  const std::size_t needed = options.page.offset + options.page.limit;
  if (options.page.limit > 0)
    best = matcher.best(meaning, options.page.order, needed, options.count.total);
  std::vector<Match>& matches = best.matches;
  const bool are_all = matches.size() > options.page.offset && matches.size() < needed;
  if (!has_total && are_all) {
    result.total = {matches.size(), true};
  } else if (!has_total) {
    result.total = exact ? Total{matcher.count(meaning), true} : best.estimate;
  }
  return from_offset(std::move(matches), options.page.offset);
}

// The matches of a page with each group of copies as one: its best match. Asks for more matches until
// the page is full or there are no more; more than twice only where most matches are copies.
std::vector<Match> Searcher::Impl::grouped(const MeaningNode& meaning,
                                           const SearchOptions& options) {
  constexpr std::size_t kSpare = 8;  // asked for beyond the page, for copies in it
  const std::size_t needed = options.page.offset + options.page.limit;
  std::vector<Match> firsts;
  for (std::size_t asked = needed + needed / 8 + kSpare;; asked *= 4) {
    const std::vector<Match> matches = matcher.best(meaning, options.page.order, asked).matches;
    firsts = first_of_groups(matches, groups);
    if (firsts.size() >= needed || matches.size() < asked) break;
  }
  firsts.resize(std::min(firsts.size(), needed));
  return from_offset(std::move(firsts), options.page.offset);
}

// Of so many articles that match, only those with copies need to be looked at.
std::uint64_t Searcher::Impl::count_groups(const MeaningNode& meaning, std::uint64_t articles) {
  const MeaningNode copied = both_of(meaning, {AskedNumber{Quantity::kCopies, 1, {}}});
  RepeatCount repeats(groups);
  matcher.visit(copied, [&](std::size_t segment, const MatchWindow& window) {
    window.for_each([&](std::uint32_t article) { repeats.add({segment, article}); });
  });
  return articles - repeats.value();
}

std::optional<Suggestion> Searcher::Impl::suggest(const Query& typed, const SearchOptions& options,
                                                  Total total) {
  Speller speller(matcher.segments(), matcher.lists(), vocabulary);
  return speller.suggest(typed, options.tell.typed, total.value, [&](const Query& other) {
    return matcher.count(resolve(limited(other, options.days), vocabulary).root);
  });
}

Explanation Searcher::Impl::explain(const Query& query, const Meaning& meaning) {
  const auto count = [&](const MeaningNode& part) { return matcher.count(part); };
  const auto forms = [&](const AcceptedWords& accepted) {
    return matcher.lists().written_forms(accepted);
  };
  return searcher::explain(query, meaning, {count, forms});
}

// Copies of a story count once: twenty of them say no more than one does.
Query Searcher::Impl::expanded(const Query& query, const DayRange& days) {
  SearchOptions options;
  options.page.limit = kFeedbackArticles;
  const Meaning meaning = resolve(limited(query, days), vocabulary);
  std::vector<Article> articles;
  std::vector<FeedbackArticle> best;
  for (const Match& match : grouped(meaning.root, options)) {
    OpenSegment& segment = index.segments()[match.article.segment];
    articles.push_back(segment.articles.article(match.article.number));
    best.push_back({nullptr, match.weight});
  }
  for (std::size_t i = 0; i < best.size(); ++i) best[i].article = &articles[i];
  WordLists& lists = matcher.lists();
  const auto articles_with = [&lists](const std::string& word) {
    return articles_of(lists.find({{word}, word}));
  };
  return searcher::expanded(query, best, {lists.articles(), lists.average_length(), articles_with});
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

KeptParts Searcher::kept_parts() const {
  return impl_->kept_parts();
}

SearchResult Searcher::search(const Query& query, const SearchOptions& options) {
  return impl_->search(query, options);
}

Query Searcher::expanded(const Query& query, const DayRange& days) {
  return impl_->expanded(query, days);
}

Meaning Searcher::meaning(const Query& query) const {
  return resolve(query, impl_->vocabulary);
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
