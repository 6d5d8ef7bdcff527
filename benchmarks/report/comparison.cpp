#include "benchmarks/report/comparison.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "common/error.h"

namespace dateline::bench {
namespace {

// Whether `worse` is beyond the noise of `good`, where lower is better.
bool is_beyond(const std::vector<double>& good, const std::vector<double>& worse) {
  return median_of(worse) > median_of(good) * (1 + kLeastChange) &&
         *std::min_element(worse.begin(), worse.end()) >
             *std::max_element(good.begin(), good.end());
}

const Row* find_row(const Report& report, const std::string& name) {
  const auto row = std::find_if(report.rows.begin(), report.rows.end(),
                                [&](const Row& candidate) { return candidate.name == name; });
  return row == report.rows.end() ? nullptr : &*row;
}

std::string class_of(const std::string& row) {
  return row.substr(0, row.find(" / "));
}

// Rows of `report` that `other` has not: a class that it has nothing of is named once.
void add_missing(const Report& report, const Report& other, std::vector<std::string>& missing) {
  std::set<std::string> classes;
  for (const Row& row : other.rows) classes.insert(class_of(row.name));
  for (const Row& row : report.rows) {
    if (find_row(other, row.name) != nullptr) continue;
    const std::string of = class_of(row.name);
    const std::string& name = classes.contains(of) ? row.name : of;
    if (std::find(missing.begin(), missing.end(), name) == missing.end()) missing.push_back(name);
  }
}

void compare_rows(const Row& before, const Row& after, Comparison& comparison) {
  for (const Figure& old : before.figures) {
    const auto now = std::find_if(after.figures.begin(), after.figures.end(),
                                  [&](const Figure& figure) { return figure.name == old.name; });
    if (now == after.figures.end() || old.better == Better::kNeither) continue;
    comparison.changes.push_back({before.name, old, *now, judge(old, *now)});
  }
}

std::string line_of(const Change& change) {
  const double before = median_of(change.before.rounds);
  const double after = median_of(change.after.rounds);
  return fmt::format("{:<6} {} {}: {:.4g} -> {:.4g} {} ({:+.1f} %)\n",
                     change.verdict == Verdict::kWorse ? "worse" : "better", change.row,
                     change.before.name, before, after, change.before.unit,
                     before > 0 ? 100 * (after / before - 1) : 0);
}

}  // namespace

bool Comparison::any_worse() const {
  return std::any_of(changes.begin(), changes.end(),
                     [](const Change& change) { return change.verdict == Verdict::kWorse; });
}

Verdict judge(const Figure& before, const Figure& after) {
  if (std::min(before.rounds.size(), after.rounds.size()) < kLeastRounds) {
    return Verdict::kTooFewRounds;
  }
  const bool rose = is_beyond(before.rounds, after.rounds);
  const bool fell = is_beyond(after.rounds, before.rounds);
  if (before.better == Better::kNeither || (!rose && !fell)) return Verdict::kSame;
  return rose == (before.better == Better::kLower) ? Verdict::kWorse : Verdict::kBetter;
}

Comparison compare(const Report& before, const Report& after) {
  if (before.benchmark != after.benchmark) {
    throw Error(ErrorKind::kInput, fmt::format("a result of '{}' cannot be compared with one of "
                                               "'{}'",
                                               before.benchmark, after.benchmark));
  }
  Comparison comparison;
  comparison.same_machine = before.machine.processor == after.machine.processor &&
                            before.machine.cores == after.machine.cores &&
                            before.machine.memory_bytes == after.machine.memory_bytes;
  comparison.same_archive = before.corpus.articles == after.corpus.articles &&
                            before.corpus.text_bytes == after.corpus.text_bytes;
  for (const Row& row : before.rows) {
    const Row* const now = find_row(after, row.name);
    if (now != nullptr) compare_rows(row, *now, comparison);
  }
  add_missing(before, after, comparison.missing);
  add_missing(after, before, comparison.missing);
  return comparison;
}

std::string to_text(const Comparison& comparison) {
  std::string text;
  if (!comparison.same_machine) text += "note: these are results of different machines\n";
  if (!comparison.same_archive) text += "note: these are results of different archives\n";
  std::size_t same = 0;
  std::size_t unjudged = 0;
  for (const Change& change : comparison.changes) {
    if (change.verdict == Verdict::kSame) ++same;
    if (change.verdict == Verdict::kTooFewRounds) ++unjudged;
    const bool tells = change.verdict == Verdict::kWorse || change.verdict == Verdict::kBetter;
    if (tells) text += line_of(change);
  }
  if (!comparison.missing.empty()) {
    text += fmt::format("note: only one of the results has '{}'\n",
                        fmt::join(comparison.missing, "', '"));
  }
  text += fmt::format("{} figures are the same within the noise", same);
  if (unjudged > 0) {
    text += fmt::format("; {} could not be judged: under {} rounds", unjudged, kLeastRounds);
  }
  return text + '\n';
}

}  // namespace dateline::bench
