#include <fmt/format.h>

#include "common/terminal_text.h"
#include "indexer/check.h"
#include "indexer/command_line.h"
#include "indexer/info.h"
#include "indexer/inspect/inspect.h"

namespace dateline::indexer {
namespace {

std::string skipped_before(const RunReport& report) {
  if (report.skipped_before == 0) return {};
  if (report.skipped_before == report.summary.skipped) return ", as before";
  return fmt::format(", {} of them as before", report.skipped_before);
}

std::string to_text(const RunReport& report) {
  const RunSummary& run = report.summary;
  const std::string counts =
      fmt::format("indexed {}, replaced {}, unchanged {}, skipped {}{}", run.indexed, run.replaced,
                  run.unchanged, run.skipped, skipped_before(report));
  const std::string empty = run.empty > 0 ? fmt::format("; {} without any text", run.empty) : "";
  const std::string outcome =
      report.changed ? fmt::format("generation {} is live", report.generation)
                     : fmt::format("nothing has changed, generation {} stays", report.generation);
  return fmt::format("{}{}: {}, {:.1f} seconds\n", counts, empty, outcome, run.seconds);
}

ExitStatus run(const UpdateOptions& options, const Streams& streams) {
  const RunReport report = run_update(options, streams);
  streams.out << to_text(report);
  return report.has_complaint ? kSomeSkipped : kDone;
}

ExitStatus run(const InfoOptions& options, const Streams& streams) {
  const IndexInfo info = read_info(options.index_dir);
  streams.out << (options.format == InfoFormat::kJson ? to_json(info) : to_text(info));
  return kDone;
}

// Whatever an archive holds, the question is answered.
ExitStatus run(const InspectOptions& options, const Streams& streams) {
  const Inspection inspection = inspect(options.reading, streams.in);
  streams.out << (options.format == InfoFormat::kJson ? to_json(inspection) : to_text(inspection));
  return kDone;
}

ExitStatus run(const CheckOptions& options, const Streams& streams) {
  const CheckReport report = check_index(options.index_dir);
  for (const std::string& broken : report.broken) streams.out << printable(broken) << '\n';
  if (!report.broken.empty()) return kFailed;
  streams.out << fmt::format(
      "generation {} is as it was written: {} articles in {} files, {} bytes\n", report.generation,
      report.articles, report.files, report.bytes);
  return kDone;
}

}  // namespace

ExitStatus run(const Command& command, const Streams& streams) {
  return std::visit([&](const auto& options) { return run(options, streams); }, command);
}

ExitStatus exit_status_of(const Error& error) {
  return error.kind() == ErrorKind::kLocked ? kLocked : kFailed;
}

}  // namespace dateline::indexer
