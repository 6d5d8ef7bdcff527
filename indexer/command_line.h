// The command line of dateline-index -> a command. The only door to CLI11 here.
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

#include "indexer/exit_status.h"
#include "indexer/update.h"

namespace dateline::indexer {

enum class InfoFormat : std::uint8_t { kText, kJson };

struct InfoOptions {
  std::filesystem::path index_dir;
  InfoFormat format = InfoFormat::kText;
};

struct CheckOptions {
  std::filesystem::path index_dir;
};

using Command = std::variant<UpdateOptions, InfoOptions, CheckOptions>;

// `arguments` are those after the program's name. Writes --help and --version to `out` and returns
// the status to exit with. Throws Error(kUsage) that names the option and the remedy.
std::variant<Command, ExitStatus> parse_command_line(const std::vector<std::string>& arguments,
                                                     std::ostream& out);

// "512M", "2G", "65536K", "1000000": bytes, with powers of 1024. Nothing for any other text and for
// what does not fit.
std::optional<std::size_t> parse_bytes(std::string_view text);

}  // namespace dateline::indexer
