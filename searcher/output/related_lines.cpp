#include "searcher/output/related_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "searcher/output/shown_date.h"

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

}  // namespace

std::vector<std::string> related_lines(const Hit& hit) {
  const Article& article = hit.article;
  const std::string& source = article.source.empty() ? article.agency : article.source;
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
