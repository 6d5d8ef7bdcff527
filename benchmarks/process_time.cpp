#include "benchmarks/process_time.h"

#include <fmt/format.h>

#include <utility>

#include "benchmarks/child_process.h"
#include "benchmarks/corpus_size.h"
#include "common/error.h"

namespace dateline::bench {
namespace {

using Arguments = std::vector<std::string>;

struct Started {
  std::string name;
  std::vector<Arguments> calls;
  Timings timings;
};

std::filesystem::path program_of(const ProcessOptions& options) {
  if (options.program) return *options.program;
  const auto here = folder_of_this_program();
  const auto beside = here / "dateline-search";
  // As they lie in a build folder.
  return std::filesystem::exists(beside) ? beside : here / "../searcher/dateline-search";
}

std::vector<Started> what_to_start(const ProcessOptions& options) {
  Index index = Index::open(options.index_dir);
  std::vector<Started> all = {
      {"--version", std::vector<Arguments>(options.draw.per_class, {"--version"}), {}}};
  for (const QueryClass& of : draw_queries(index, options.draw)) {
    if (of.queries.empty()) continue;
    Started& next = all.emplace_back(Started{of.name, {}, {}});
    for (const std::string& query : of.queries) {
      Arguments call = {"--index", options.index_dir.string(), "--format", "json"};
      if (of.sort == searcher::Sort::kNewest) call.insert(call.end(), {"--sort", "newest"});
      call.insert(call.end(), {"--", query});
      next.calls.push_back(std::move(call));
    }
  }
  return all;
}

void run_round(const std::filesystem::path& program, Started& started) {
  std::vector<double>& taken = started.timings.taken.emplace_back();
  std::vector<double>& worked = started.timings.worked.emplace_back();
  for (const Arguments& call : started.calls) {
    const ChildUsage usage = run_program(program, call);
    if (usage.exit_status != 0) {
      throw Error(ErrorKind::kSystem, fmt::format("dateline-search found nothing for '{}' (exit "
                                                  "status {})",
                                                  call.back(), usage.exit_status));
    }
    taken.push_back(usage.seconds * 1e6);
    worked.push_back(usage.processor_seconds * 1e6);
  }
}

}  // namespace

Report measure_process(const ProcessOptions& options, std::ostream& log) {
  const std::filesystem::path program = program_of(options);
  Report report;
  report.benchmark = "process";
  report.corpus = corpus_of(options.index_dir);
  std::vector<Started> all = what_to_start(options);
  for (std::size_t round = 0; round <= options.rounds; ++round) {
    log << (round == 0 ? "warming up" : fmt::format("round {} of {}", round, options.rounds))
        << std::endl;
    for (Started& started : all) {
      run_round(program, started);
      if (round == 0) started.timings = {};
    }
  }
  for (const Started& started : all) {
    report.rows.push_back({started.name, timing_figures(started.timings)});
  }
  return report;
}

}  // namespace dateline::bench
