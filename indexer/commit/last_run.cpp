#include "indexer/commit/last_run.h"

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/index/file.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostBytes = 4 << 10;

}  // namespace

std::string last_run_to_json(const RunSummary& run) {
  const nlohmann::ordered_json json = {{"indexed", run.indexed},     {"replaced", run.replaced},
                                       {"unchanged", run.unchanged}, {"empty", run.empty},
                                       {"skipped", run.skipped},     {"started", run.started},
                                       {"seconds", run.seconds}};
  return json.dump(2) + "\n";
}

// Nothing depends on it, so a file that cannot be read is like none.
std::optional<RunSummary> read_last_run(const std::filesystem::path& index) {
  try {
    const auto json = nlohmann::json::parse(read_small_file(index / kLastRunName, kMostBytes));
    RunSummary run;
    json.at("indexed").get_to(run.indexed);
    json.at("replaced").get_to(run.replaced);
    json.at("unchanged").get_to(run.unchanged);
    json.at("empty").get_to(run.empty);
    json.at("skipped").get_to(run.skipped);
    json.at("started").get_to(run.started);
    json.at("seconds").get_to(run.seconds);
    return run;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace dateline::indexer
