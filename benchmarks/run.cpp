#include "benchmarks/run.h"

#include <chrono>
#include <fstream>
#include <iterator>

#include "benchmarks/chart/gnuplot.h"
#include "benchmarks/report/comparison.h"
#include "benchmarks/report/growth.h"
#include "common/error.h"
#include "common/index/manifest.h"

namespace dateline::bench {
namespace {

Report read_report(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorKind::kInput, "cannot read '" + file.string() + "'");
  const std::string json{std::istreambuf_iterator<char>(in), {}};
  return parse_report(json, file.string());
}

ExitStatus run_compare(const CompareOptions& options, std::ostream& out) {
  const Comparison comparison = compare(read_report(options.before), read_report(options.after));
  out << to_text(comparison);
  return comparison.any_worse() ? kSlower : kDone;
}

void write_file(const std::filesystem::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  if (!out.flush()) throw Error(ErrorKind::kSystem, "cannot write '" + file.string() + "'");
}

void run_chart(const ChartOptions& options) {
  std::vector<Chart> charts;
  for (const auto& file : options.results) {
    charts.push_back(chart_of(read_report(file), file.string()));
  }
  write_file(options.svg_file, draw_svg(gnuplot_script(charts)));
}

struct Measure {
  std::ostream& log;
  Report operator()(const LatencyOptions& options) { return measure_latency(options, log); }
  Report operator()(const BuildOptions& options) { return measure_build(options, log); }
  Report operator()(const ProcessOptions& options) { return measure_process(options, log); }
  Report operator()(const RaceOptions& options) { return race_peers(options, log); }
  Report operator()(const JudgedOptions& options) { return measure_judged(options, log); }
  // These time nothing.
  Report operator()(const CompareOptions&) { return {}; }
  Report operator()(const GrowthOptions&) { return {}; }
  Report operator()(const ChartOptions&) { return {}; }
  Report operator()(const CopiesOptions&) { return {}; }
};

}  // namespace

ExitStatus run(const CommandLine& line, const std::vector<std::string>& arguments,
               std::ostream& out, std::ostream& log) {
  if (const auto* options = std::get_if<CompareOptions>(&line.command)) {
    return run_compare(*options, out);
  }
  if (const auto* options = std::get_if<GrowthOptions>(&line.command)) {
    out << to_text(growth_of(read_report(options->small), read_report(options->large)));
    return kDone;
  }
  if (const auto* options = std::get_if<CopiesOptions>(&line.command)) {
    out << to_text(measure_copies(*options, log));
    return kDone;
  }
  if (const auto* options = std::get_if<ChartOptions>(&line.command)) {
    run_chart(*options);
    return kDone;
  }
  const Machine machine = this_machine();  // its load before this adds to it
  const std::string started = to_utc_text(std::chrono::system_clock::now());
  Report report = std::visit(Measure{log}, line.command);
  report.command = {"dateline-bench"};
  report.command.insert(report.command.end(), arguments.begin(), arguments.end());
  report.started = started;
  report.machine = machine;
  report.versions = versions_here();
  out << to_table(report);
  if (line.json_file) write_file(*line.json_file, to_json(report));
  return kDone;
}

}  // namespace dateline::bench
