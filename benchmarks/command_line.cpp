#include "benchmarks/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <thread>

#include "common/error.h"
#include "indexer/command_line.h"

namespace dateline::bench {
namespace {

constexpr const char* kFooter =
    R"(Results of two runs that were kept with --json are held against each other by
compare, which ends with 1 where something became slower beyond the noise.
)";

void add_common(CLI::App& command, std::size_t& rounds, CommandLine& line) {
  command.add_option("--rounds", rounds, fmt::format("How often all is measured ({})", rounds))
      ->type_name("N")
      ->check(CLI::Range(1, 1'000));
  command.add_option("--json", line.json_file, "Keep the result in this file")->type_name("FILE");
}

void add_index(CLI::App& command, std::filesystem::path& index_dir) {
  command.add_option("--index", index_dir, "The folder of the index")
      ->type_name("DIR")
      ->envname("DATELINE_INDEX")
      ->required();
}

void add_draw(CLI::App& command, DrawOptions& draw) {
  command.add_option("--seed", draw.seed, "Which queries are drawn (1)")->type_name("N");
  command.add_option("--per-class", draw.per_class, "Queries of each class")
      ->type_name("N")
      ->check(CLI::Range(1, 100'000));
}

CLI::App* add_latency(CLI::App& app, LatencyOptions& options, CommandLine& line) {
  CLI::App* const command = app.add_subcommand("latency", "Time searches inside of a process");
  add_index(*command, options.index_dir);
  add_draw(*command, options.draw);
  command
      ->add_option("--queries", options.queries_file, "Queries, a line each (drawn from the index)")
      ->type_name("FILE");
  command->add_option("--cold", options.cold, "Queries of each class asked from disk (20)")
      ->type_name("N");
  add_common(*command, options.rounds, line);
  return command;
}

CLI::App* add_build(CLI::App& app, BuildOptions& options, CommandLine& line) {
  CLI::App* const command = app.add_subcommand("build", "Time the building of an index");
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  command->add_option("--out", options.out_dir, "A new folder, in which the index is left")
      ->type_name("DIR")
      ->required();
  const auto read_memory = [&options](const std::string& typed) {
    const auto bytes = indexer::parse_bytes(typed);
    if (!bytes) throw CLI::ValidationError("--memory", "'" + typed + "' is not a size like 512M");
    options.memory_budget_bytes = *bytes;
  };
  command->add_option_function<std::string>("--memory", read_memory, "As of dateline-index (512M)")
      ->type_name("SIZE");
  command->add_option("--jobs", options.jobs, "Threads to work with (one a processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  command->add_option("INPUT", options.inputs, "Files or folders")->type_name("")->required();
  add_common(*command, options.rounds, line);
  return command;
}

CLI::App* add_process(CLI::App& app, ProcessOptions& options, CommandLine& line) {
  CLI::App* const command =
      app.add_subcommand("process", "Time dateline-search, started anew for each query");
  options.draw.per_class = 50;
  add_index(*command, options.index_dir);
  add_draw(*command, options.draw);
  command->add_option("--program", options.program, "dateline-search (the one beside this program)")
      ->type_name("FILE");
  command
      ->add_option("--files", options.files_dir,
                   "The folder that was indexed: ripgrep looks for the same words in it")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory);
  add_common(*command, options.rounds, line);
  return command;
}

CLI::App* add_peers(CLI::App& app, RaceOptions& options, CommandLine& line) {
  CLI::App* const command = app.add_subcommand("peers", "Race Lucene, Xapian alone and SQLite");
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  command->add_option("--out", options.out_dir, "A new folder for the indexes of all")
      ->type_name("DIR")
      ->required();
  command->add_option("--jobs", options.threads, "Threads to build with (one a processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  command->add_option("--peers", options.peers, "Which of lucene,xapian,sqlite (all)")
      ->type_name("NAME,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(
          CLI::IsMember(std::vector<std::string>(std::begin(kPeerNames), std::end(kPeerNames))));
  add_draw(*command, options.draw);
  command->add_option("INPUT", options.inputs, "Files or folders")->type_name("")->required();
  add_common(*command, options.rounds, line);
  return command;
}

void add_compare(CLI::App& app, CompareOptions& options) {
  CLI::App* const command = app.add_subcommand("compare", "Say what became slower");
  command->add_option("BEFORE", options.before, "A result kept with --json")
      ->type_name("")
      ->required();
  command->add_option("AFTER", options.after, "Another, of the same benchmark")
      ->type_name("")
      ->required();
}

CLI::App* add_growth(CLI::App& app, GrowthOptions& options) {
  CLI::App* const command = app.add_subcommand("growth", "Say what a larger archive costs");
  command->add_option("SMALL", options.small, "A result of latency or build kept with --json")
      ->type_name("")
      ->required();
  command->add_option("LARGE", options.large, "The same of a larger archive")
      ->type_name("")
      ->required();
  return command;
}

CLI::App* add_chart(CLI::App& app, ChartOptions& options) {
  CLI::App* const command = app.add_subcommand("chart", "Draw results as SVG (by gnuplot)");
  command->add_option("RESULT", options.results, "Results kept with --json")
      ->type_name("")
      ->required();
  command->add_option("--out", options.svg_file, "Where the drawing goes")
      ->type_name("FILE")
      ->required();
  return command;
}

CLI::App* add_copies(CLI::App& app, CopiesOptions& options) {
  CLI::App* const command =
      app.add_subcommand("copies", "Say which copies of stories are found, and which are missed");
  add_index(*command, options.index_dir);
  return command;
}

// The articles come from one place only.
void check_judged(JudgedOptions& options) {
  if (options.inputs.empty() && options.index_dir.empty()) {
    throw CLI::RequiredError("--index, or --out and an INPUT");
  }
  if (options.inputs.empty() != options.out_dir.empty()) {
    throw CLI::ValidationError("--out", "it goes together with an INPUT");
  }
}

void add_judged_files(CLI::App& command, JudgedOptions& options) {
  command
      .add_option("--topics", options.topics_file, "id<TAB>words on each line, or <top> of TREC")
      ->type_name("FILE")
      ->required();
  command
      .add_option("--qrels", options.judgments_file,
                  "The judgments: topic, iteration, document and grade on each line")
      ->type_name("FILE")
      ->required();
  command.add_option("--run", options.run_file, "Write the answers there, as a run file of TREC")
      ->type_name("FILE");
  command.add_option("--against", options.against, "Compare with this run file, topic by topic")
      ->type_name("FILE");
}

CLI::App* add_judged(CLI::App& app, JudgedOptions& options, CommandLine& line) {
  CLI::App* const command =
      app.add_subcommand("judged", "Say how good the ranking is, by topics that people judged");
  const auto index = command->add_option("--index", options.index_dir, "The folder of the index");
  index->type_name("DIR")->envname("DATELINE_INDEX");
  command->add_option("--out", options.out_dir, "A new folder for the index of the inputs")
      ->type_name("DIR");
  add_judged_files(*command, options);
  static const std::map<std::string, Half> kHalves = {
      {"all", Half::kAll}, {"odd", Half::kOdd}, {"even", Half::kEven}};
  command
      ->add_option("--half", options.half, "Ask all topics, or every other: all, odd, even (all)")
      ->type_name("NAME")
      ->transform(CLI::CheckedTransformer(kHalves).description(""));
  command
      ->add_option("--parts", options.parts,
                   "Which of title,desc,narr of a TREC topic are asked (title)")
      ->type_name("NAME,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(std::vector<std::string>{"title", "desc", "narr"}).description(""));
  command
      ->add_option("--useful-from", options.least_grade, "The least grade of a document of use (1)")
      ->type_name("N");
  command->add_flag("--expand", options.expand, "Ask each topic as dateline-search --expand does");
  command->add_option("--json", line.json_file, "Keep the result in this file")->type_name("FILE");
  command->add_option("INPUT", options.inputs, "Files or folders, if there is no index yet")
      ->type_name("");
  command->final_callback([&options] { check_judged(options); });
  return command;
}

[[noreturn]] void refuse(const CLI::ParseError& error) {
  throw Error(ErrorKind::kUsage, fmt::format("{}; see dateline-bench --help", error.what()));
}

}  // namespace

std::variant<CommandLine, ExitStatus> parse_command_line(const std::vector<std::string>& arguments,
                                                         std::ostream& out) {
  CommandLine line;
  LatencyOptions latency_options;
  BuildOptions build_options;
  ProcessOptions process_options;
  RaceOptions race_options;
  CompareOptions compare_options;
  GrowthOptions growth_options;
  ChartOptions chart_options;
  CopiesOptions copies_options;
  JudgedOptions judged_options;
  CLI::App app("Measures what Dateline does on this machine and this archive.", "dateline-bench");
  app.set_version_flag("--version", "dateline-bench " DATELINE_VERSION);
  app.require_subcommand(1);
  app.footer(kFooter);
  const CLI::App* const latency = add_latency(app, latency_options, line);
  const CLI::App* const build = add_build(app, build_options, line);
  const CLI::App* const process = add_process(app, process_options, line);
  const CLI::App* const peers = add_peers(app, race_options, line);
  const CLI::App* const growth = add_growth(app, growth_options);
  const CLI::App* const chart = add_chart(app, chart_options);
  const CLI::App* const copies = add_copies(app, copies_options);
  const CLI::App* const judged = add_judged(app, judged_options, line);
  add_compare(app, compare_options);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11's order
  } catch (const CLI::CallForHelp&) {
    out << app.help();
    return kDone;
  } catch (const CLI::CallForVersion& version) {
    out << version.what() << '\n';
    return kDone;
  } catch (const CLI::ParseError& error) {
    refuse(error);
  }
  line.command = std::move(compare_options);
  if (latency->parsed()) line.command = std::move(latency_options);
  if (build->parsed()) line.command = std::move(build_options);
  if (peers->parsed()) line.command = std::move(race_options);
  if (growth->parsed()) line.command = std::move(growth_options);
  if (chart->parsed()) line.command = std::move(chart_options);
  if (copies->parsed()) line.command = std::move(copies_options);
  if (judged->parsed()) line.command = std::move(judged_options);
  if (process->parsed()) line.command = std::move(process_options);
  return line;
}

}  // namespace dateline::bench
