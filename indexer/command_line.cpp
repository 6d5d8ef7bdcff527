#include "indexer/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <limits>
#include <thread>

#include "common/error.h"
#include "indexer/sources/text_encoding.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kLeastMemoryBytes = 16 << 20;
constexpr unsigned kMostJobs = 256;

constexpr const char* kExitStatuses = R"(Exit status:
  0    done, nothing new to look after; check found nothing
  1    done, but stderr names something new: records that were skipped, articles
       without the text that a field may hold, or an article that another of the
       same run took the place of
  2    failed: the index is what it was; or check found damage
  75   another run is writing this index: try again later)";

constexpr const char* kUpdateHelp =
    R"(Each INPUT is a file, a folder, or - for standard input. Containers (.gz .zst
.xz .bz2 .tar .zip, one inside of the other) are read as they are. An article
that is in the index is replaced if it has changed, and left alone if not.
What a run before has told of the same inputs is not told again. Hidden files
and backups (x~, x.bak) are passed over.

)";

constexpr const char* kInspectHelp =
    R"(Nothing is written and no index is needed. Of a large archive a sample is read,
which the first line of the answer tells. It is the first thing to do with an
archive that does not come in right: see which fields make which part, which
dates are read, what is refused and what is not used, then give --map.

)";

void add_index(CLI::App& command, std::filesystem::path& target) {
  command.add_option("--index", target, "The folder of the index")
      ->type_name("DIR")
      ->envname("DATELINE_INDEX")
      ->required();
}

void read_memory(const std::string& typed, UpdateOptions& options) {
  const auto bytes = parse_bytes(typed);
  if (!bytes || *bytes < kLeastMemoryBytes) {
    throw CLI::ValidationError(
        "--memory", fmt::format("'{}' is not a size of 16M or more, such as 512M or 2G", typed));
  }
  options.memory_budget_bytes = *bytes;
}

void read_jobs(const std::string& typed, UpdateOptions& options) {
  const char* const end = typed.data() + typed.size();
  const auto read = std::from_chars(typed.data(), end, options.jobs);
  if (read.ec == std::errc() && read.ptr == end && options.jobs >= 1 && options.jobs <= kMostJobs) {
    return;
  }
  throw CLI::ValidationError("--jobs",
                             fmt::format("'{}' is not a number from 1 to {}", typed, kMostJobs));
}

void read_format(const std::string& typed, UpdateOptions& options) {
  options.format = parse_format(typed);
  if (options.format) return;
  throw CLI::ValidationError("--input-format",
                             fmt::format("'{}' is none of text, jsonl, json, reuters21578", typed));
}

void read_language(const std::string& typed, UpdateOptions& options) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (typed.size() != 2 || !std::all_of(typed.begin(), typed.end(), is_letter)) {
    throw CLI::ValidationError("--language",
                               fmt::format("'{}' is not an ISO 639-1 code such as en", typed));
  }
  options.language = typed;
}

void read_encoding(const std::string& typed, UpdateOptions& options) {
  options.encoding = encoding_name(typed);
  if (!options.encoding.empty()) return;
  throw CLI::ValidationError(
      "--encoding", fmt::format("'{}' is no encoding that is known, such as windows-1251", typed));
}

void read_tell(const std::string& typed, UpdateOptions& options) {
  if (typed != "new" && typed != "all") {
    throw CLI::ValidationError("--tell", fmt::format("'{}' is neither new nor all", typed));
  }
  options.tell = typed == "all" ? Tell::kAll : Tell::kNew;
}

// May be given several times, with one value each.
void add_list(CLI::App& command, const char* name, const char* type, const char* help,
              std::vector<std::string>& values) {
  command.add_option(name, values, help)
      ->type_name(type)
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

// Adds options that take a text to a command.
class TextOptions {
 public:
  using Reader = void (*)(const std::string&, UpdateOptions&);

  TextOptions(CLI::App& command, UpdateOptions& options) : command_(command), options_(options) {}

  void add(const char* name, const char* type, const char* help, Reader read) const {
    UpdateOptions& options = options_;
    command_
        .add_option_function<std::string>(
            name, [&options, read](const std::string& typed) { read(typed, options); }, help)
        ->type_name(type);
  }

 private:
  CLI::App& command_;
  UpdateOptions& options_;
};

void add_day_order(CLI::App& command, UpdateOptions& options) {
  CLI::Option* const day_first = command.add_flag_callback(
      "--day-first", [&options] { options.day_order = DayOrder::kDayFirst; },
      "1/2/2020 is February 1 (as the archive tells)");
  command
      .add_flag_callback(
          "--month-first", [&options] { options.day_order = DayOrder::kMonthFirst; },
          "1/2/2020 is January 2")
      ->excludes(day_first);
}

// How articles are read, by a run or to be looked at.
void add_reading(CLI::App& command, UpdateOptions& options) {
  const TextOptions texts(command, options);
  texts.add("--input-format", "FORMAT", "text, json, jsonl, csv, tsv, reuters21578", read_format);
  texts.add("--language", "CODE", "Language of articles where none is detected (en)",
            read_language);
  texts.add("--encoding", "NAME", "Of what is not UTF-8: windows-1251 (recognised)", read_encoding);
  texts.add("--root", "DIR", "What the paths of articles are relative to",
            [](const std::string& typed, UpdateOptions& to) { to.root = typed; });
  add_list(command, "--exclude", "GLOB", "Files and folders not to read", options.exclude);
  add_day_order(command, options);
  const auto map = [&options](const std::vector<std::string>& mappings) {
    for (const std::string& mapping : mappings) options.fields.add(mapping);
  };
  command
      .add_option_function<std::vector<std::string>>("--map", map,
                                                     "What a field is: headline=hed, text=doc.lead")
      ->type_name("PART=FIELD")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_option("INPUT", options.inputs, "Files, folders, or -")->type_name("")->required();
}

CLI::App* add_update(CLI::App& app, UpdateOptions& options) {
  CLI::App* const update = app.add_subcommand("update", "Put articles into an index");
  const TextOptions texts(*update, options);
  add_index(*update, options.index_dir);
  options.jobs = std::clamp(std::thread::hardware_concurrency(), 1U, kMostJobs);
  texts.add("--memory", "SIZE", "What articles in work may take (512M)", read_memory);
  texts.add("--jobs", "N", "Threads to work with (one a processor)", read_jobs);
  texts.add("--tell", "WHAT", "new, or all that was told before, too (new)", read_tell);
  update->add_flag("--again", options.again, "Let articles go in twice, under two paths");
  add_reading(*update, options);
  update->footer(std::string(kUpdateHelp) + kExitStatuses);
  return update;
}

void add_format(CLI::App& command, InfoFormat& format) {
  const auto read = [&format](const std::string& typed) {
    if (typed != "text" && typed != "json") {
      throw CLI::ValidationError("--format", fmt::format("'{}' is neither text nor json", typed));
    }
    format = typed == "json" ? InfoFormat::kJson : InfoFormat::kText;
  };
  command.add_option_function<std::string>("--format", read, "text or json (text)")
      ->type_name("FORMAT");
}

CLI::App* add_inspect(CLI::App& app, InspectOptions& options) {
  CLI::App* const inspect = app.add_subcommand("inspect", "Tell how a run would read an archive");
  add_format(*inspect, options.format);
  add_reading(*inspect, options.reading);
  inspect->footer(std::string(kInspectHelp) + kExitStatuses);
  return inspect;
}

CLI::App* add_info(CLI::App& app, InfoOptions& options) {
  CLI::App* const info = app.add_subcommand("info", "Tell what is in an index");
  add_index(*info, options.index_dir);
  add_format(*info, options.format);
  info->footer(kExitStatuses);
  return info;
}

CLI::App* add_check(CLI::App& app, CheckOptions& options) {
  CLI::App* const check =
      app.add_subcommand("check", "Read all of an index and name what is damaged");
  add_index(*check, options.index_dir);
  check->footer(kExitStatuses);
  return check;
}

[[noreturn]] void refuse(const CLI::ParseError& error) {
  throw Error(ErrorKind::kUsage, fmt::format("{}; see dateline-index --help", error.what()));
}

std::vector<std::string> reversed(std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  return arguments;
}

}  // namespace

// CLI11 throws for --help, too; a missing command is told apart from a missing option.
std::variant<Command, ExitStatus> parse_command_line(const std::vector<std::string>& arguments,
                                                     std::ostream& out) {
  UpdateOptions update_options;
  InfoOptions info_options;
  CheckOptions check_options;
  InspectOptions inspect_options;
  CLI::App app("Builds and keeps the search index of a news archive.", "dateline-index");
  app.set_version_flag("--version", "dateline-index " DATELINE_VERSION,
                       "Print the version and exit");
  app.require_subcommand(1);
  app.footer(kExitStatuses);
  const CLI::App* const update = add_update(app, update_options);
  const CLI::App* const inspect = add_inspect(app, inspect_options);
  const CLI::App* const info = add_info(app, info_options);
  add_check(app, check_options);
  try {
    app.parse(reversed(arguments));
  } catch (const CLI::CallForHelp&) {
    out << app.help();
    return kDone;
  } catch (const CLI::CallForVersion& version) {
    out << version.what() << '\n';
    return kDone;
  } catch (const CLI::RequiredError& error) {
    if (!app.get_subcommands().empty()) refuse(error);
    throw Error(ErrorKind::kUsage, "no command; give update, inspect, info or check, or --help");
  } catch (const CLI::ParseError& error) {
    refuse(error);
  }
  if (update->parsed()) return Command(std::move(update_options));
  if (inspect->parsed()) return Command(std::move(inspect_options));
  if (info->parsed()) return Command(std::move(info_options));
  return Command(std::move(check_options));
}

std::optional<std::size_t> parse_bytes(std::string_view text) {
  constexpr std::string_view kUnits = "KMG";
  unsigned shift = 0;
  if (!text.empty() && kUnits.find(text.back()) != std::string_view::npos) {
    shift = 10 * static_cast<unsigned>(kUnits.find(text.back()) + 1);
    text.remove_suffix(1);
  }
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  if (number > std::numeric_limits<std::size_t>::max() >> shift) return std::nullopt;
  return number << shift;
}

}  // namespace dateline::indexer
