#include "benchmarks/report/growth.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/error.h"

namespace dateline::bench {
namespace {

bool is_told(const std::string& benchmark, const Row& row, const Figure& figure) {
  if (benchmark == "build") return row.name == "build" && figure.name == "text";
  return row.name.ends_with(" / top 10") && figure.name == "p99";
}

const Figure* find_figure(const Report& report, const std::string& row, const std::string& name) {
  for (const Row& candidate : report.rows) {
    if (candidate.name != row) continue;
    for (const Figure& figure : candidate.figures) {
      if (figure.name == name) return &figure;
    }
  }
  return nullptr;
}

void refuse(const std::string& reason) {
  throw Error(ErrorKind::kInput, "growth cannot be told: " + reason);
}

}  // namespace

Growth growth_of(const Report& small, const Report& large) {
  if (small.benchmark != large.benchmark ||
      (small.benchmark != "latency" && small.benchmark != "build")) {
    refuse(fmt::format("it wants two results of 'latency' or two of 'build', not '{}' and '{}'",
                       small.benchmark, large.benchmark));
  }
  if (small.corpus.articles == 0 || small.corpus.articles >= large.corpus.articles) {
    refuse(fmt::format("the second archive, of {} articles, is not larger than the first, of {}",
                       large.corpus.articles, small.corpus.articles));
  }
  Growth growth;
  growth.articles =
      static_cast<double>(large.corpus.articles) / static_cast<double>(small.corpus.articles);
  for (const Row& row : small.rows) {
    for (const Figure& figure : row.figures) {
      if (!is_told(small.benchmark, row, figure)) continue;
      const Figure* const grown = find_figure(large, row.name, figure.name);
      if (grown == nullptr) continue;
      growth.grown.push_back({row.name, figure.name, figure.unit, figure.value, grown->value});
    }
  }
  return growth;
}

std::string to_text(const Growth& growth) {
  std::size_t width = 0;
  for (const Grown& grown : growth.grown) width = std::max(width, grown.row.size());
  std::string text = fmt::format("{:.1f} times as many articles\n", growth.articles);
  for (const Grown& grown : growth.grown) {
    text += fmt::format("{:<{}} {} {:.4g} -> {:.4g} {} ({:.2f} times)\n", grown.row, width,
                        grown.figure, grown.small, grown.large, grown.unit,
                        grown.small > 0 ? grown.large / grown.small : 0);
  }
  return text;
}

}  // namespace dateline::bench
