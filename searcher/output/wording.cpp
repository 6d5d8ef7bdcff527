#include "searcher/output/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dateline::searcher {
namespace {

constexpr std::size_t kMostNames = 3;

std::string name_of(const RelatedArticle& article, const std::string& own_source) {
  std::string name = article.source.empty() ? article.id : article.source;
  if (name == own_source && article.published.dated()) {
    name += " of " + shown_date(article.published);
  }
  return name;
}

std::string names_of(const RelatedArticles& related, const std::string& own_source) {
  std::vector<std::string> names;
  for (const RelatedArticle& article : related.listed) {
    std::string name = name_of(article, own_source);
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    names.push_back(std::move(name));
    if (names.size() == kMostNames) break;
  }
  std::string line;
  const std::uint64_t more = related.count - names.size();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) line += i + 1 == names.size() && more == 0 ? " and " : ", ";
    line += names[i];
  }
  if (more > 0) line += fmt::format(" and {} more", more);
  return line;
}

void add_undated(std::string& line, const SearchResult& result) {
  if (result.undated_left_out) {
    line += fmt::format(", {} undated left out", *result.undated_left_out);
  }
}

}  // namespace

std::string counted_articles(std::uint64_t count) {
  return fmt::format("{} article{}", count, count == 1 ? "" : "s");
}

std::string shown_date(const PublicationTime& published) {
  if (!published.dated()) return "undated";
  std::string date = to_iso(published);
  std::replace(date.begin(), date.end(), 'T', ' ');
  return date;
}

const std::string& publication_of(const Article& article) {
  return article.source.empty() ? article.agency : article.source;
}

bool has_words(std::string_view headline) {
  return headline.find_first_not_of(" \n\t") != std::string_view::npos;
}

std::string totals_line(const SearchResult& result) {
  const std::string_view about = result.total.exact ? "" : "about ";
  const std::string articles = counted_articles(result.total.value);
  std::string line;
  if (!result.hits.empty()) {
    line = fmt::format("{}-{} of {}{}", result.hits.front().rank, result.hits.back().rank, about,
                       result.groups.value_or(result.total.value));
  } else if (result.total.value == 0) {
    line = "no article found";
  } else {
    line = fmt::format("{}{}, none shown", about, articles);
  }
  // With copies as one, ranks count groups: how many articles they are stands behind.
  if (result.groups && *result.groups != result.total.value) {
    line += result.hits.empty() ? fmt::format(", {} with copies as one", *result.groups)
                                : " in " + articles;
  }
  add_undated(line, result);
  return line;
}

std::string citation(const SearchResult& result) {
  std::string text =
      fmt::format("dateline-search, generation {} of the index, query as read: {}, {}{} match{}",
                  result.generation, result.read_as, result.total.exact ? "" : "about ",
                  counted_articles(result.total.value), result.total.value == 1 ? "es" : "");
  if (result.groups) text += fmt::format(", {} with copies as one", *result.groups);
  add_undated(text, result);
  for (const std::string& note : result.notes) text.append("; ").append(note);
  return text;
}

std::vector<std::string> related_lines(const Hit& hit) {
  const std::string& source = publication_of(hit.article);
  std::vector<std::string> lines;
  if (hit.copies && hit.copies->count > 0) {
    lines.push_back("also in " + names_of(*hit.copies, source));
  }
  if (hit.versions && hit.versions->count > 0) {
    lines.push_back("other versions: " + names_of(*hit.versions, source));
  }
  return lines;
}

}  // namespace dateline::searcher
