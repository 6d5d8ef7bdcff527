// dateline-index without its process: its command line becomes a command, which is run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/error.h"
#include "indexer/update/update.h"

namespace dateline::indexer {

// How dateline-index ends. Told in --help and the manual; cron jobs build on it.
enum ExitStatus : int {
  kDone = 0,         // all is well: nothing new to look after; check found nothing
  kSomeSkipped = 1,  // the run is live, but stderr names something new to look after: run_log.h
  kFailed = 2,       // nothing has changed; or check found damage
  kLocked = 75,      // another run is writing this index: try again later (EX_TEMPFAIL, sysexits.h)
};

enum class InfoFormat : std::uint8_t { kText, kJson };

struct InfoOptions {
  std::filesystem::path index_dir;
  InfoFormat format = InfoFormat::kText;
};

struct CheckOptions {
  std::filesystem::path index_dir;
};

struct InspectOptions {
  UpdateOptions reading;  // those of it that say how articles are read
  InfoFormat format = InfoFormat::kText;
};

using Command = std::variant<UpdateOptions, InfoOptions, CheckOptions, InspectOptions>;

// `arguments` are those after the program's name. Writes --help and --version to `out` and returns
// the status to exit with. Throws Error(kUsage) that names the option and the remedy.
std::variant<Command, ExitStatus> parse_command_line(const std::vector<std::string>& arguments,
                                                     std::ostream& out);

// Runs a command; results go to streams.out. Throws Error where the command must stop:
// exit_status_of() tells how to end then.
ExitStatus run(const Command& command, const Streams& streams);
ExitStatus exit_status_of(const Error& error);

// "512M", "2G", "65536K", "1000000": bytes, with powers of 1024. Nothing for any other text and for
// what does not fit.
std::optional<std::size_t> parse_bytes(std::string_view text);

}  // namespace dateline::indexer
