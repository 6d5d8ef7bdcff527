#include "benchmarks/judged/run_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>
#include <sstream>

namespace dateline::bench {
namespace {

bool read_score(const std::string& text, double& score) {
  const char* const end = text.data() + text.size();
  const auto [rest, mistake] = std::from_chars(text.data(), end, score);
  return mistake == std::errc() && rest == end && std::isfinite(score);
}

void sort_as_trec_eval(Ranking& ranking) {
  std::ranges::stable_sort(ranking, [](const RankedDocument& a, const RankedDocument& b) {
    return a.score != b.score ? a.score > b.score : a.id > b.id;
  });
  std::set<std::string, std::less<>> met;
  std::erase_if(ranking, [&met](const RankedDocument& of) { return !met.insert(of.id).second; });
}

std::string one_column(std::string_view text) {
  std::string column(text.empty() ? "_" : text);
  std::ranges::replace_if(
      column, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }, '_');
  return column;
}

}  // namespace

std::vector<std::string> ids_of(const Ranking& ranking) {
  std::vector<std::string> ids;
  for (const RankedDocument& document : ranking) ids.push_back(document.id);
  return ids;
}

Run read_run(std::istream& in, std::string_view name, SkippedLines& skipped) {
  Run run;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::istringstream columns(line);
    std::string topic, iteration, document, rank, score, tag, more;
    if (!(columns >> topic)) continue;
    columns >> iteration >> document >> rank >> score >> tag;
    double value = 0;
    if (!columns || columns >> more) {
      skipped.add(name, number, "not the six columns of a run file");
    } else if (!read_score(score, value)) {
      skipped.add(name, number, "the score '" + score + "' is not a number");
    } else {
      run[topic].push_back({document, value});
    }
  }
  for (auto& [topic, ranking] : run) sort_as_trec_eval(ranking);
  return run;
}

void write_ranking(std::ostream& out, std::string_view topic, const Ranking& ranking,
                   std::string_view tag) {
  float before = std::numeric_limits<float>::infinity();
  std::size_t rank = 0;
  for (const RankedDocument& document : ranking) {
    float score = static_cast<float>(document.score);
    if (score >= before) score = std::nextafter(before, -std::numeric_limits<float>::infinity());
    before = score;
    out << fmt::format("{} Q0 {} {} {} {}\n", one_column(topic), one_column(document.id), ++rank,
                       score, tag);
  }
}

}  // namespace dateline::bench
