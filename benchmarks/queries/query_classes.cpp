#include "benchmarks/queries/query_classes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "benchmarks/queries/article_sampler.h"
#include "benchmarks/queries/word_bands.h"
#include "benchmarks/queries/word_picks.h"

namespace dateline::bench {
namespace {

using DrawnText = std::optional<std::string>;

constexpr std::size_t kTriesPerQuery = 50;
constexpr double kShareInCommonPhrases = 0.1;
constexpr std::size_t kNearWords = 5;
constexpr std::size_t kLongWord = 6;      // letters, of words for patterns
constexpr std::size_t kMisspeltWord = 5;  // letters
constexpr const char* kAnd = " AND ";

class Drawing {
 public:
  Drawing(Index& index, const DrawOptions& options)
      : options_(options),
        random_(options.seed),
        bands_(index, options.per_class, random_),
        sampler_(index) {}

  std::vector<QueryClass> all();

 private:
  using Draw = std::function<DrawnText(std::size_t)>;

  QueryClass draw(const std::string& name, const Draw& draw);
  QueryClass words(const std::string& name, Band band);
  QueryClass page(const std::vector<QueryClass>& of);

  DrawnText joined(std::size_t count, const char* sign);
  DrawnText phrase(std::size_t count, const std::function<bool(const Words&)>& is_wanted);
  DrawnText dated_phrase(std::size_t count);
  DrawnText field(std::size_t turn);
  DrawnText near_pair();
  DrawnText pair_with_long_word();
  DrawnText misspelt_word();

  void add_operators(std::vector<QueryClass>& classes);
  void add_extras(std::vector<QueryClass>& classes);

  bool has_rare_word(const Words& words) const;
  bool has_only_common_words(const Words& words) const;

  DrawOptions options_;
  corpus::Random random_;
  WordBands bands_;
  ArticleSampler sampler_;
  std::set<std::string> prefixes_;  // that were drawn, each with its other word
};

// Both words of a query of two.
Words sides_of(const std::string& query) {
  const std::size_t sign = query.find(kAnd);
  return {query.substr(0, sign), query.substr(sign + std::string_view(kAnd).size())};
}

// Four letters or five.
std::string prefix_of(const std::string& word) {
  return word.substr(0, 4 + word.size() % 2) + '*';
}

using Rewrite = std::function<std::string(const Words&)>;

// The pairs of words of `from` in another form.
QueryClass rewritten(const std::string& name, const QueryClass& from, const Rewrite& rewrite) {
  QueryClass rewritten;
  rewritten.name = name;
  rewritten.held_against = from.name;
  for (const std::string& query : from.queries) {
    rewritten.queries.push_back(rewrite(sides_of(query)));
  }
  return rewritten;
}

QueryClass with_extra(const std::string& name, const QueryClass& from, Extra extra) {
  QueryClass more = from;
  more.name = name;
  more.extra = extra;
  more.held_against = from.name;
  return more;
}

std::string quoted(const Words& words) {
  return fmt::format("\"{}\"", fmt::join(words, " "));
}

QueryClass Drawing::draw(const std::string& name, const Draw& draw) {
  QueryClass drawn;
  drawn.name = name;
  std::set<std::string> met;
  const std::size_t most_tries = options_.per_class * kTriesPerQuery;
  for (std::size_t tries = 0; tries < most_tries; ++tries) {
    if (drawn.queries.size() == options_.per_class) break;
    DrawnText text = draw(drawn.queries.size());
    if (text && met.insert(*text).second) drawn.queries.push_back(*std::move(text));
  }
  return drawn;
}

QueryClass Drawing::words(const std::string& name, Band band) {
  QueryClass words;
  words.name = name;
  words.queries = bands_.words(band);
  return words;
}

// What stands between the words of a query is said in searcher/query/parser.h.
std::vector<QueryClass> Drawing::all() {
  std::vector<QueryClass> classes;
  classes.push_back(words("word-rare", Band::kRare));
  classes.push_back(words("word-middle", Band::kMiddle));
  classes.push_back(words("word-common", Band::kCommon));
  classes.push_back(draw("and", [&](std::size_t i) { return joined(2 + i % 3, kAnd); }));
  classes.push_back(draw("or", [&](std::size_t i) { return joined(2 + i % 7, " OR "); }));
  classes.push_back(draw("phrase", [&](std::size_t i) {
    return phrase(2 + i % 3, [](const Words&) { return true; });
  }));
  classes.push_back(draw("phrase-rare", [&](std::size_t i) {
    return phrase(2 + i % 2, [&](const Words& words) { return has_rare_word(words); });
  }));
  classes.push_back(draw("phrase-common", [&](std::size_t i) {
    return phrase(2 + i % 3, [&](const Words& words) { return has_only_common_words(words); });
  }));
  classes.push_back(draw("phrase-dated", [&](std::size_t i) { return dated_phrase(2 + i % 2); }));
  classes.push_back(words("newest", Band::kCommon));
  classes.back().order = searcher::Order::kNewest;
  classes.push_back(draw("field", [&](std::size_t i) { return field(i); }));
  classes.push_back(page({classes[1], classes[3], classes[6]}));
  add_operators(classes);
  add_extras(classes);
  return classes;
}

void Drawing::add_operators(std::vector<QueryClass>& classes) {
  const QueryClass near = draw("near-and", [&](std::size_t) { return near_pair(); });
  const QueryClass pattern =
      draw("pattern-and", [&](std::size_t) { return pair_with_long_word(); });
  const auto joined_by = [](const char* sign) {
    return [sign](const Words& sides) { return sides[0] + sign + sides[1]; };
  };
  classes.push_back(near);
  classes.push_back(rewritten("near", near, joined_by(" NEAR/5 ")));
  classes.push_back(rewritten("sentence", near, joined_by(" /s ")));
  classes.push_back(pattern);
  classes.push_back(rewritten(
      "prefix", pattern, [](const Words& sides) { return prefix_of(sides[0]) + kAnd + sides[1]; }));
  classes.push_back(rewritten("fuzzy", pattern, joined_by("~ AND ")));
}

void Drawing::add_extras(std::vector<QueryClass>& classes) {
  classes.push_back(with_extra("grouped", classes[3], Extra::kGroups));
  classes.push_back(with_extra("facets", classes[2], Extra::kFacets));
  classes.push_back(draw("suggestion", [&](std::size_t) { return misspelt_word(); }));
  classes.back().extra = Extra::kSuggestion;
}

QueryClass Drawing::page(const std::vector<QueryClass>& of) {
  QueryClass page;
  page.name = "page";
  page.whole_page = true;
  for (std::size_t i = 0; page.queries.size() < options_.per_class; ++i) {
    const QueryClass& from = of[i % of.size()];
    if (i / of.size() >= options_.per_class) break;
    if (i / of.size() < from.queries.size()) page.queries.push_back(from.queries[i / of.size()]);
  }
  return page;
}

DrawnText Drawing::joined(std::size_t count, const char* sign) {
  const Words words = different_words(sampler_.draw(random_), count, random_);
  if (words.empty()) return std::nullopt;
  return fmt::format("{}", fmt::join(words, sign));
}

// Reading an article costs much more than a look at its words, so one serves for many tries.
DrawnText Drawing::phrase(std::size_t count, const std::function<bool(const Words&)>& is_wanted) {
  const SampledArticle article = sampler_.draw(random_);
  for (std::size_t tries = 0; tries < kTriesPerQuery; ++tries) {
    const Words words = neighbours(article, count, random_);
    if (!words.empty() && is_wanted(words)) return quoted(words);
  }
  return std::nullopt;
}

DrawnText Drawing::dated_phrase(std::size_t count) {
  const SampledArticle sampled = sampler_.draw(random_);
  const Words words = neighbours(sampled, count, random_);
  if (words.empty() || !sampled.article.published.dated()) return std::nullopt;
  const auto day = sampled.article.published.day();
  return fmt::format("{} date:{:04}-{:02}", quoted(words), static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()));
}

DrawnText Drawing::field(std::size_t turn) {
  struct Field {
    const char* name;
    std::string Article::*value;
  };
  static constexpr Field kFields[] = {{"headline", &Article::headline},
                                      {"place", &Article::place},
                                      {"byline", &Article::byline},
                                      {"section", &Article::section}};
  const SampledArticle sampled = sampler_.draw(random_);
  const Words body = different_words(sampled, 1, random_);
  if (body.empty()) return std::nullopt;
  for (std::size_t i = 0; i < std::size(kFields); ++i) {
    const Field& field = kFields[(turn + i) % std::size(kFields)];
    const Words of_field =
        different_words({{}, sampler_.words_of(sampled.article.*field.value)}, 1, random_);
    if (!of_field.empty()) return fmt::format("{}:{} {}", field.name, of_field[0], body[0]);
  }
  return std::nullopt;
}

DrawnText Drawing::near_pair() {
  const SampledArticle article = sampler_.draw(random_);
  for (std::size_t tries = 0; tries < kTriesPerQuery; ++tries) {
    const Words pair = near_words(article, kNearWords, random_);
    if (!pair.empty()) return pair[0] + kAnd + pair[1];
  }
  return std::nullopt;
}

DrawnText Drawing::pair_with_long_word() {
  const Words pair = different_words(sampler_.draw(random_), 2, random_);
  if (pair.empty() || pair[0].size() < kLongWord) return std::nullopt;
  if (!prefixes_.insert(prefix_of(pair[0]) + pair[1]).second) return std::nullopt;
  return pair[0] + kAnd + pair[1];
}

DrawnText Drawing::misspelt_word() {
  const Words words = different_words(sampler_.draw(random_), 1, random_);
  if (words.empty() || words[0].size() < kMisspeltWord) return std::nullopt;
  std::string typed = misspelt(words[0], random_);
  if (bands_.share(typed) > 0) return std::nullopt;
  return typed;
}

bool Drawing::has_rare_word(const Words& words) const {
  return std::any_of(words.begin(), words.end(),
                     [&](const auto& word) { return bands_.band(word) == Band::kRare; });
}

bool Drawing::has_only_common_words(const Words& words) const {
  return std::all_of(words.begin(), words.end(),
                     [&](const auto& word) { return bands_.share(word) >= kShareInCommonPhrases; });
}

}  // namespace

std::vector<QueryClass> draw_queries(Index& index, const DrawOptions& options) {
  return Drawing(index, options).all();
}

std::vector<QueryClass> read_queries(std::istream& in) {
  std::vector<QueryClass> classes;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    const std::string name = tab == std::string::npos ? "query" : line.substr(0, tab);
    auto of_name = std::find_if(classes.begin(), classes.end(),
                                [&](const QueryClass& known) { return known.name == name; });
    if (of_name == classes.end()) of_name = classes.insert(classes.end(), {name, {}});
    of_name->queries.push_back(tab == std::string::npos ? line : line.substr(tab + 1));
  }
  return classes;
}

}  // namespace dateline::bench
