#include "indexer/info.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/index/file.h"
#include "common/index/index.h"
#include "common/publication_time.h"
#include "common/terminal_text.h"

namespace dateline::indexer {
namespace {

using Day = std::optional<std::chrono::year_month_day>;

std::string to_text(const Day& day) {
  return day ? to_iso(*day) : "none";
}

nlohmann::json to_json(const Day& day) {
  return day ? nlohmann::json(to_iso(*day)) : nlohmann::json();
}

// Exact, from the column of dates: what the manifest says includes deleted articles.
void add_dates(const OpenSegment& segment, IndexInfo& info) {
  ArticleNumber article = 0;
  for (const DateCode code : segment.text_index->dates()) {
    if (segment.deleted.contains(++article)) continue;
    if (code == kUndated) {
      ++info.undated;
      continue;
    }
    const auto day = from_date_code(code).day();
    info.first_day = std::min(info.first_day.value_or(day), day);
    info.last_day = std::max(info.last_day.value_or(day), day);
  }
}

std::uint64_t deleted(const Manifest& manifest) {
  std::uint64_t count = 0;
  for (const SegmentEntry& segment : manifest.segments) count += segment.deleted;
  return count;
}

constexpr std::size_t kMostSkippedLines = 20;

nlohmann::json to_json(const std::vector<SkippedRecord>& skipped) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& [where, why] : skipped) list.push_back({{"where", where}, {"why", why}});
  return list;
}

double megabytes(std::uint64_t bytes) {
  return static_cast<double>(bytes) / 1e6;
}

// Nothing depends on it, so a file that cannot be read is like none.
std::optional<RunSummary> read_last_run(const std::filesystem::path& index) try {
  constexpr std::size_t kMostBytes = 4 << 10;
  const auto path = index / kLastRunName;
  return parse_run(read_small_file(path, kMostBytes), path);
} catch (const Error&) {
  return std::nullopt;
}

}  // namespace

// A run that changed nothing has no generation of its own, so its account is read beside.
IndexInfo read_info(const std::filesystem::path& path) {
  const Index index = Index::open(path);
  IndexInfo info;
  info.manifest = index.manifest();
  if (auto run = read_last_run(path)) info.manifest.last_run = *std::move(run);
  info.skipped = Told::read(path).skipped();
  if (info.manifest.deletions) info.bytes = info.manifest.deletions->size_bytes;
  for (const OpenSegment& segment : index.segments()) {
    info.articles += segment.entry.live();
    info.text_bytes += segment.entry.text_bytes;
    for (const FileEntry& file : segment.entry.files) info.bytes += file.size_bytes;
    add_dates(segment, info);
  }
  return info;
}

std::string to_text(const IndexInfo& info) {
  const Manifest& manifest = info.manifest;
  const RunSummary& run = manifest.last_run;
  std::string text;
  const auto line = [&text](std::string_view name, const std::string& value) {
    text += fmt::format("{:<14} {}\n", name, printable(value));
  };
  line("articles", std::to_string(info.articles));
  line("undated", std::to_string(info.undated));
  line("first day", to_text(info.first_day));
  line("last day", to_text(info.last_day));
  line("segments", std::to_string(manifest.segments.size()));
  line("generation", fmt::format("{}, {} by {}", manifest.generation, manifest.created,
                                 manifest.program_version));
  line("bytes", fmt::format("{} ({:.1f} MB for {:.1f} MB of text)", info.bytes,
                            megabytes(info.bytes), megabytes(info.text_bytes)));
  line("deleted", fmt::format("{} until they are merged away", deleted(manifest)));
  line("language", manifest.settings.language);
  line("archive fields", fmt::format("{}", fmt::join(manifest.archive_fields, ", ")));
  line("last run", fmt::format("{}, {:.1f} seconds", run.started, run.seconds));
  line("  indexed", std::to_string(run.indexed));
  line("  replaced", std::to_string(run.replaced));
  line("  unchanged", std::to_string(run.unchanged));
  line("  empty", std::to_string(run.empty));
  line("  skipped", std::to_string(run.skipped));
  for (std::size_t i = 0; i < std::min(info.skipped.size(), kMostSkippedLines); ++i) {
    text += fmt::format("    {}: {}\n", printable(info.skipped[i].where),
                        printable(info.skipped[i].why));
  }
  if (run.skipped > kMostSkippedLines) {
    text += fmt::format("    and {} more; --format json lists {}\n",
                        run.skipped - kMostSkippedLines, info.skipped.size());
  }
  return text;
}

std::string to_json(const IndexInfo& info) {
  const Manifest& manifest = info.manifest;
  const RunSummary& run = manifest.last_run;
  const nlohmann::ordered_json json = {{"articles", info.articles},
                                       {"undated", info.undated},
                                       {"first_day", to_json(info.first_day)},
                                       {"last_day", to_json(info.last_day)},
                                       {"segments", manifest.segments.size()},
                                       {"generation", manifest.generation},
                                       {"bytes", info.bytes},
                                       {"text_bytes", info.text_bytes},
                                       {"deleted", deleted(manifest)},
                                       {"created", manifest.created},
                                       {"program_version", manifest.program_version},
                                       {"format_version", kFormatVersion},
                                       {"language", manifest.settings.language},
                                       {"archive_fields", manifest.archive_fields},
                                       {"indexed", run.indexed},
                                       {"replaced", run.replaced},
                                       {"unchanged", run.unchanged},
                                       {"empty", run.empty},
                                       {"skipped", run.skipped},
                                       {"skipped_records", to_json(info.skipped)},
                                       {"started", run.started},
                                       {"seconds", run.seconds}};
  // In ASCII, for names of files may hold what drives a terminal.
  return json.dump(1, ' ', true, nlohmann::json::error_handler_t::replace) + '\n';
}

}  // namespace dateline::indexer
