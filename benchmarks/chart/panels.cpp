#include "benchmarks/chart/panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "common/error.h"

namespace dateline::bench {
namespace {

using Names = std::vector<std::string>;

constexpr std::string_view kBetween = " / ";

// "and / top 10": a class, and what was asked or who.
std::string first_part(const Row& row) {
  return row.name.substr(0, row.name.find(kBetween));
}

std::string second_part(const Row& row) {
  const std::size_t at = row.name.find(kBetween);
  return at == std::string::npos ? "" : row.name.substr(at + kBetween.size());
}

const Figure* find_figure(const Row& row, const std::string& name) {
  const auto found = std::find_if(row.figures.begin(), row.figures.end(),
                                  [&](const Figure& figure) { return figure.name == name; });
  return found == row.figures.end() ? nullptr : &*found;
}

std::size_t place_of(const std::string& name, Names& names) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
  names.push_back(name);
  return names.size() - 1;
}

void put(Panel& panel, const std::string& group, const std::string& series, const Figure& figure) {
  const std::size_t at = place_of(group, panel.groups);
  auto found = std::find_if(panel.series.begin(), panel.series.end(),
                            [&](const Series& known) { return known.name == series; });
  if (found == panel.series.end()) found = panel.series.insert(panel.series.end(), {series, {}});
  found->values.resize(std::max(found->values.size(), at + 1));
  found->values[at] = figure.value;
  panel.unit = figure.unit;
}

void level(Panel& panel) {
  for (Series& series : panel.series) series.values.resize(panel.groups.size());
}

using Wanted = std::function<bool(const Row&)>;

// Rows beside each other, their figures as bars of different colours.
Panel figures_by_row(const Report& report, Panel panel, const Names& figures,
                     const Wanted& is_wanted) {
  for (const Row& row : report.rows) {
    if (!is_wanted(row)) continue;
    for (const std::string& name : figures) {
      const Figure* const figure = find_figure(row, name);
      if (figure != nullptr) put(panel, first_part(row), name, *figure);
    }
  }
  level(panel);
  return panel;
}

// One figure; classes beside each other, engines or programs as bars of different colours.
Panel engines_by_class(const Report& report, Panel panel, const std::string& name,
                       const Wanted& is_wanted) {
  for (const Row& row : report.rows) {
    const Figure* const figure = is_wanted(row) ? find_figure(row, name) : nullptr;
    if (figure != nullptr) put(panel, first_part(row), second_part(row), *figure);
  }
  level(panel);
  return panel;
}

Panel titled(std::string title, Scale scale = Scale::kLogarithmic, Width width = Width::kWhole) {
  return {std::move(title), "", scale, width, {}, {}};
}

bool is_build(const Row& row) {
  return first_part(row) == "build";
}

std::vector<Panel> latency_panels(const Report& report) {
  Names asked;
  for (const Row& row : report.rows) {
    if (find_figure(row, "p50") != nullptr) place_of(second_part(row), asked);
  }
  std::vector<Panel> panels;
  for (const std::string& what : asked) {
    panels.push_back(figures_by_row(report, titled("Time of a search, " + what), {"p50", "p99"},
                                    [&](const Row& row) { return second_part(row) == what; }));
  }
  return panels;
}

std::vector<Panel> peer_panels(const Report& report) {
  const auto is_query = [](const Row& row) { return !is_build(row); };
  return {engines_by_class(report, titled("Time of a query, mean"), "mean", is_query),
          engines_by_class(report, titled("Time of a query, p99"), "p99", is_query),
          engines_by_class(report, titled("Time to build", Scale::kLogarithmic, Width::kHalf),
                           "time", is_build),
          engines_by_class(report, titled("Index with stored text", Scale::kLinear, Width::kHalf),
                           "size", is_build)};
}

std::vector<Panel> process_panels(const Report& report) {
  const auto all = [](const Row&) { return true; };
  return {engines_by_class(report, titled("A program started anew, p50"), "p50", all),
          engines_by_class(report, titled("A program started anew, p99"), "p99", all)};
}

std::vector<Panel> build_panels(const Report& report) {
  const auto all = [](const Row&) { return true; };
  return {figures_by_row(report, titled("Time", Scale::kLogarithmic, Width::kHalf),
                         {"time", "processor"}, all),
          figures_by_row(report, titled("Peak memory", Scale::kLinear, Width::kHalf),
                         {"memory", "budget"}, all),
          figures_by_row(report, titled("Size of the index", Scale::kLinear), {"size"}, all)};
}

// What takes thousands of microseconds is easier to read in milliseconds.
void choose_unit(Panel& panel) {
  double least = 1e300;
  for (const Series& series : panel.series) {
    for (const double value : series.values) {
      if (value > 0) least = std::min(least, value);
    }
  }
  if (panel.unit != "us" || least < 1'000) return;
  panel.unit = "ms";
  for (Series& series : panel.series) {
    for (double& value : series.values) value /= 1'000;
  }
}

bool is_empty(const Panel& panel) {
  return std::all_of(panel.series.begin(), panel.series.end(), [](const Series& series) {
    return std::all_of(series.values.begin(), series.values.end(),
                       [](double value) { return value <= 0; });
  });
}

std::string origin_of(const Report& report) {
  const auto version = report.versions.find("dateline");
  return fmt::format(
      "{}, {} cores; dateline {}; {} articles, {:.1f} MB of headlines and bodies; {}",
      report.machine.processor, report.machine.cores,
      version == report.versions.end() ? "" : version->second, report.corpus.articles,
      static_cast<double>(report.corpus.text_bytes) / 1e6,
      report.started.substr(0, report.started.find('T')));
}

}  // namespace

Chart chart_of(const Report& report, const std::string& name) {
  struct Kind {
    const char* benchmark;
    const char* title;
    std::vector<Panel> (*panels)(const Report&);
  };
  static constexpr Kind kKinds[] = {{"latency", "Searching inside of a process", latency_panels},
                                    {"peers", "Dateline beside other engines", peer_panels},
                                    {"process", "Searching from the shell", process_panels},
                                    {"build", "Building an index", build_panels}};
  Chart chart;
  for (const Kind& kind : kKinds) {
    if (report.benchmark != kind.benchmark) continue;
    chart = {kind.title, origin_of(report), kind.panels(report)};
  }
  std::erase_if(chart.panels, is_empty);
  for (Panel& panel : chart.panels) choose_unit(panel);
  if (chart.panels.empty()) {
    throw Error(ErrorKind::kInput, fmt::format("'{}' has nothing that can be drawn: it is a result "
                                               "of '{}' with {} rows",
                                               name, report.benchmark, report.rows.size()));
  }
  return chart;
}

}  // namespace dateline::bench
