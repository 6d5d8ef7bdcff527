#include "benchmarks/run.h"

#include <chrono>
#include <fstream>
#include <iterator>

#include "benchmarks/report/comparison.h"
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

struct Measure {
  std::ostream& log;
  Report operator()(const LatencyOptions& options) { return measure_latency(options, log); }
  Report operator()(const BuildOptions& options) { return measure_build(options, log); }
  Report operator()(const ProcessOptions& options) { return measure_process(options, log); }
  Report operator()(const RaceOptions& options) { return race_peers(options, log); }
  Report operator()(const CompareOptions&) { return {}; }
};

}  // namespace

ExitStatus run(const CommandLine& line, const std::vector<std::string>& arguments,
               std::ostream& out, std::ostream& log) {
  if (const auto* options = std::get_if<CompareOptions>(&line.command)) {
    return run_compare(*options, out);
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
  if (line.json_file) {
    std::ofstream file(*line.json_file, std::ios::binary);
    file << to_json(report);
    if (!file.flush()) {
      throw Error(ErrorKind::kSystem, "cannot write '" + line.json_file->string() + "'");
    }
  }
  return kDone;
}

}  // namespace dateline::bench
