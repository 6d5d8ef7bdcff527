#include "benchmarks/process_time.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "benchmarks/child_process.h"
#include "benchmarks/corpus_size.h"
#include "benchmarks/queries/word_bands.h"
#include "benchmarks/talking_process.h"
#include "common/error.h"

namespace dateline::bench {
namespace {

using Arguments = std::vector<std::string>;

constexpr const char* kBySearch = " / dateline-search";
constexpr const char* kByRipgrep = " / rg -l";

struct Started {
  std::string name;
  std::filesystem::path program;
  std::vector<Arguments> calls;
  int worst_status = 0;  // that is an answer
  Timings timings = {};
};

std::filesystem::path program_of(const ProcessOptions& options) {
  if (options.program) return *options.program;
  const auto here = folder_of_this_program();
  const auto beside = here / "dateline-search";
  // As they lie in a build folder.
  return std::filesystem::exists(beside) ? beside : here / "../searcher/dateline-search";
}

std::vector<Arguments> searches(const QueryClass& of, const std::filesystem::path& index_dir) {
  std::vector<Arguments> calls;
  for (const std::string& query : of.queries) {
    Arguments call = {"--index", index_dir.string(), "--format", "json"};
    if (of.order == searcher::Order::kNewest) call.insert(call.end(), {"--sort", "newest"});
    if (of.extra == Extra::kGroups) call.push_back("--group");
    if (of.extra == Extra::kFacets) {
      call.insert(call.end(), {"--facets", fmt::format("{}", fmt::join(kCountedFields, ","))});
    }
    call.insert(call.end(), {"--", query});
    calls.push_back(std::move(call));
  }
  return calls;
}

// Nothing of what it is asked may need more than a look at each file.
bool can_be_grepped(const QueryClass& of) {
  return !of.whole_page && of.extra == Extra::kNone && of.order == searcher::Order::kRelevance &&
         std::all_of(of.queries.begin(), of.queries.end(),
                     [](const std::string& query) { return is_plain_word(query); });
}

std::vector<Arguments> greps(const QueryClass& of, const std::filesystem::path& files_dir) {
  std::vector<Arguments> calls;
  for (const std::string& word : of.queries) {
    calls.push_back({"--no-config", "-l", "--", word, files_dir.string()});
  }
  return calls;
}

std::optional<std::filesystem::path> find_ripgrep(const ProcessOptions& options, Report& report) {
  if (!options.files_dir) {
    report.notes.push_back("rg -l was not measured: name the folder that was indexed with --files");
    return std::nullopt;
  }
  auto ripgrep = find_on_path("rg");
  if (!ripgrep) report.notes.push_back("rg -l was not measured: ripgrep is not installed");
  return ripgrep;
}

std::vector<Started> what_to_start(const ProcessOptions& options, Report& report) {
  const std::filesystem::path program = program_of(options);
  const auto ripgrep = find_ripgrep(options, report);
  Index index = Index::open(options.index_dir);
  std::vector<Started> all = {{std::string("--version") + kBySearch, program,
                               std::vector<Arguments>(options.draw.per_class, {"--version"})}};
  for (const QueryClass& of : draw_queries(index, options.draw)) {
    if (of.queries.empty()) continue;
    all.push_back({of.name + kBySearch, program, searches(of, options.index_dir)});
    if (!ripgrep || !can_be_grepped(of)) continue;
    // A word that is in capitals wherever it stands is not found as the index has it: status 1.
    all.push_back({of.name + kByRipgrep, *ripgrep, greps(of, *options.files_dir), 1});
  }
  return all;
}

void run_round(Started& started) {
  std::vector<double>& taken = started.timings.taken.emplace_back();
  std::vector<double>& worked = started.timings.worked.emplace_back();
  for (const Arguments& call : started.calls) {
    const ChildUsage usage = run_program(started.program, call);
    if (usage.exit_status > started.worst_status) {
      throw Error(ErrorKind::kSystem, fmt::format("{} could not be asked for '{}' (exit status {})",
                                                  started.program.filename().string(),
                                                  fmt::join(call, " "), usage.exit_status));
    }
    taken.push_back(usage.seconds * 1e6);
    worked.push_back(usage.processor_seconds * 1e6);
  }
}

}  // namespace

Report measure_process(const ProcessOptions& options, std::ostream& log) {
  Report report;
  report.benchmark = "process";
  report.corpus = corpus_of(options.index_dir);
  std::vector<Started> all = what_to_start(options, report);
  for (std::size_t round = 0; round <= options.rounds; ++round) {
    log << (round == 0 ? "warming up" : fmt::format("round {} of {}", round, options.rounds))
        << std::endl;
    for (Started& started : all) {
      run_round(started);
      if (round == 0) started.timings = {};
    }
  }
  for (const Started& started : all) {
    report.rows.push_back({started.name, timing_figures(started.timings)});
  }
  return report;
}

}  // namespace dateline::bench
