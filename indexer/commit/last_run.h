// What the last run did, whether or not it made a new generation: INDEX/last_run.json, for people
// and monitoring. Nothing depends on it: a search never reads it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "common/index/manifest.h"

namespace dateline::indexer {

inline constexpr std::string_view kLastRunName = "last_run.json";

std::string last_run_to_json(const RunSummary& run);

// Nothing where there is no such file or it holds anything else.
std::optional<RunSummary> read_last_run(const std::filesystem::path& index);

}  // namespace dateline::indexer
