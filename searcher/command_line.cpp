#include "searcher/command_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <string_view>
#include <utility>

#include "common/error.h"
#include "searcher/facets/facet_names.h"
#include "searcher/query/day_range.h"
#include "searcher/query/field_names.h"
#include "searcher/query/query_help.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kMostHits = 1'000'000;
constexpr std::string_view kSeeHelp = "see dateline-search --help";

class Formatter : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App*, std::string) const override {
    return "Usage: dateline-search --index DIR [OPTIONS] QUERY...\n"
           "       dateline-search --index DIR [OPTIONS] --show ID [QUERY...]\n"
           "       dateline-search --index DIR [OPTIONS] --batch FILE\n";
  }
};

template <typename Value>
struct Choice {
  std::string_view name;
  Value value;
};

constexpr std::array<Choice<Sort>, 3> kSorts = {
    {{"relevance", Sort::kRelevance}, {"newest", Sort::kNewest}, {"oldest", Sort::kOldest}}};
constexpr std::array<Choice<Format>, 10> kFormats = {{{"terminal", Format::kTerminal},
                                                      {"plain", Format::kPlain},
                                                      {"json", Format::kJson},
                                                      {"jsonl", Format::kJsonLines},
                                                      {"csv", Format::kCsv},
                                                      {"tsv", Format::kTsv},
                                                      {"html", Format::kHtml},
                                                      {"ris", Format::kRis},
                                                      {"bibtex", Format::kBibtex},
                                                      {"trec", Format::kTrec}}};
constexpr std::array<Choice<ColourWhen>, 3> kColours = {{{"auto", ColourWhen::kAutomatic},
                                                         {"always", ColourWhen::kAlways},
                                                         {"never", ColourWhen::kNever}}};
constexpr std::array<Choice<TotalCount>, 2> kTotals = {
    {{"exact", TotalCount::kExact}, {"estimate", TotalCount::kEstimate}}};

constexpr std::array<Choice<Period>, 3> kPeriods = {
    {{"day", Period::kDay}, {"month", Period::kMonth}, {"year", Period::kYear}}};

template <typename Choices, typename Value>
void add_choice(CLI::App& app, const std::string& name, const Choices& choices, Value& target,
                const std::string& description) {
  std::vector<std::string_view> names;
  for (const auto& choice : choices) names.push_back(choice.name);
  const auto choose = [name, &choices, &target, names](const std::string& typed) {
    const auto chosen = std::find_if(choices.begin(), choices.end(),
                                     [&](const auto& choice) { return choice.name == typed; });
    if (chosen == choices.end()) {
      throw CLI::ValidationError(name,
                                 fmt::format("'{}' is none of {}", typed, fmt::join(names, ", ")));
    }
    target = chosen->value;
  };
  app.add_option_function<std::string>(name, choose, description)
      ->type_name(fmt::format("{}", fmt::join(names, "|")));
}

DayRange read_day(const std::string& option, const std::string& typed,
                  std::chrono::year_month_day today) {
  auto period = read_period(typed, today);
  if (const auto* mistake = std::get_if<DateMistake>(&period)) {
    throw CLI::ValidationError(option, mistake->message);
  }
  return std::get<DayRange>(period);
}

void add_days(CLI::App& app, std::chrono::year_month_day today, DayRange& days) {
  app.add_option_function<std::string>(
         "--since",
         [&days, today](const std::string& typed) {
           days.first = read_day("--since", typed, today).first;
         },
         "Published on this day or later; a month or year begins on its first day; 'last week' and "
         "'5 feb 1987' will do too")
      ->type_name("DATE");
  app.add_option_function<std::string>(
         "--until",
         [&days, today](const std::string& typed) {
           days.last = read_day("--until", typed, today).last;
         },
         "Published on this day or earlier; a month or year ends on its last day")
      ->type_name("DATE");
}

std::size_t read_count(const std::string& option, std::string_view typed) {
  std::size_t count = 0;
  const auto [end, failure] = std::from_chars(typed.data(), typed.data() + typed.size(), count);
  if (failure != std::errc{} || end != typed.data() + typed.size() || count > kMostHits) {
    throw CLI::ValidationError(option,
                               fmt::format("'{}' is not a number from 0 to {}", typed, kMostHits));
  }
  return count;
}

void add_count(CLI::App& app, const std::string& name, std::size_t& target,
               const std::string& description) {
  const auto count = [name, &target](const std::string& typed) {
    target = read_count(name, typed);
  };
  app.add_option_function<std::string>(name, count, description)->type_name("N");
}

// "source, place" -> the two, none twice.
std::vector<std::string> read_fields(const std::string& option, std::string_view typed) {
  std::vector<std::string> fields;
  while (true) {
    const std::size_t end = std::min(typed.find(','), typed.size());
    std::string field;
    for (const char c : typed.substr(0, end)) {
      if (c != ' ') field += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (field.empty()) throw CLI::ValidationError(option, "a field is missing beside a comma");
    if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
    if (fields.size() > kMostFacets) {
      throw CLI::ValidationError(option, fmt::format("more than {} fields", kMostFacets));
    }
    if (end == typed.size()) return fields;
    typed.remove_prefix(end + 1);
  }
}

void add_facets(CLI::App& app, FacetOptions& facets) {
  const auto read = [&facets](const std::string& typed) {
    facets.fields = read_fields("--facets", typed);
  };
  app.add_option_function<std::string>(
         "--facets", read,
         "Count all matches by fields: source, section, place, byline, agency, language, year, "
         "month or the archive's own")
      ->type_name("FIELD,...");
  add_count(app, "--facet-values", facets.values, "Values of each field to print (10)");
  add_choice(app, "--timeline", kPeriods, facets.timeline, "Count all matches by date, as bars");
}

// A value is given by "=" alone: what stands behind a blank is query text.
void add_switch(CLI::App& app, const std::string& name, bool& target,
                const std::string& description) {
  const auto turn = [name, &target](const std::string& typed) {
    target = typed == "on" || typed == "true";  // what CLI11 makes of the bare name
    if (target || typed == "off") return;
    throw CLI::ValidationError(name, fmt::format("'{}' is none of on, off", typed));
  };
  app.add_flag(name, description)->each(turn);
}

void add_options(CLI::App& app, CommandLine& line) {
  app.set_help_flag("--help", "Print this and exit; so does -h");
  app.add_flag("--help-query", line.wants_query_help,
               "Print the whole query language, with examples, and exit");
  app.set_version_flag("--version", "dateline-search " DATELINE_VERSION,
                       "Print the version and exit");
  app.add_option("--index", line.index_dir, "The index, as dateline-index wrote it")
      ->type_name("DIR")
      ->envname("DATELINE_INDEX");
  app.add_flag_callback(
      "--any", [&line] { line.side_by_side = SideBySide::kAny; },
      "At least one of the words side by side must match, not all");
  app.add_option("--synonyms", line.synonyms,
                 "Words that find each other, a group a line: oil, petroleum, \"crude oil\"")
      ->type_name("FILE")
      ->envname("DATELINE_SYNONYMS");
  app.add_flag("--correct", line.correct,
               "Search the better spelling instead, where one is suggested");
  add_days(app, line.today, line.search.days);
  add_choice(app, "--sort", kSorts, line.search.sort, "Order of the hits (relevance)");
  add_count(app, "--limit", line.search.limit, "Hits to print (10); 0 counts only");
  add_count(app, "--offset", line.search.offset, "Hits to pass over first (0)");
  add_choice(app, "--total", kTotals, line.search.total, "Count all matches, or estimate (exact)");
  add_facets(app, line.search.facets);
  add_switch(
      app, "--group", line.search.group,
      "Copies of a story are one hit, the best of them (off); so does =on, and =off undoes it");
  add_choice(app, "--format", kFormats, line.format,
             "Form of the results (terminal on a terminal, else plain; of a batch jsonl)");
  add_choice(app, "--color", kColours, line.colour, "Colours in the terminal format (auto)");
  app.add_flag("--explain", line.search.explain,
               "Tell how the query was read, what its words found, how many articles match each "
               "part");
  app.add_option("--similar", line.similar_id,
                 "Find articles like the one with this id; a query narrows them down")
      ->type_name("ID");
  app.add_option("--show", line.show_id,
                 "Print the whole article with this id, the query lit in it")
      ->type_name("ID");
  app.add_option("--batch", line.batch_file,
                 "Answer the queries of a file, or of stdin for '-': lines of id, tab, query")
      ->type_name("FILE");
}

// A function, so that only --help pays for it.
std::string footer() {
  return "Query, and how many articles of the sample archive it finds:\n" + query_summary() +
         "The whole language, with examples: dateline-search --help-query\n\n"
         "Exit status: 0 articles found, 1 none, 2 error.";
}

std::string unknown_option(const std::string& typed, const CLI::App& app) {
  const std::string name = typed.substr(0, typed.find('='));
  std::string best;
  for (const CLI::Option* option : app.get_options()) {
    const std::string known = option->get_name();
    if (edit_distance(name, known) <= 2) best = known;
  }
  if (best.empty()) {
    return fmt::format("unknown option '{}'; write -- before query text that begins so; {}", name,
                       kSeeHelp);
  }
  return fmt::format("unknown option '{}'; did you mean '{}'? {}", name, best, kSeeHelp);
}

// Puts together what CLI11 could not place: everything that is not an option.
std::string query_text(const CLI::App& app) {
  std::string query;
  bool only_query = false;
  for (const std::string& text : app.remaining()) {
    if (!only_query && text == "--") {
      only_query = true;
      continue;
    }
    if (!only_query && text.starts_with("--")) {
      throw Error(ErrorKind::kUsage, unknown_option(text, app));
    }
    query += (query.empty() ? "" : " ") + text;
  }
  return query;
}

[[noreturn]] void refuse(std::string_view reason) {
  throw Error(ErrorKind::kUsage, fmt::format("{}; {}", reason, kSeeHelp));
}

// Pages and bibliographies are of one search; whose reference is whose could not be told.
bool can_be_batch(Format format) {
  switch (format) {
    case Format::kTerminal:
    case Format::kPlain:
    case Format::kHtml:
    case Format::kRis:
    case Format::kBibtex:
      return false;
    default:
      return true;
  }
}

void check_together(const CommandLine& line) {
  const DayRange& days = line.search.days;
  const bool is_page = line.format == Format::kTerminal || line.format == Format::kPlain;
  if (line.index_dir.empty()) refuse("no index; give --index DIR or set DATELINE_INDEX");
  if (days.first && days.last && *days.last < *days.first) {
    refuse("--until lies before --since: no day is in both");
  }
  if (line.correct && line.show_id) refuse("--correct and --show do not go together; give one");
  if (line.batch_file && line.show_id) refuse("--batch and --show do not go together; give one");
  if (line.similar_id && (line.show_id || line.batch_file || line.correct)) {
    refuse("--similar does not go together with --show, --batch or --correct; give one");
  }
  if (line.batch_file && !line.query.empty()) {
    refuse("--batch takes its queries from the file; leave out the query");
  }
  if (line.batch_file && !can_be_batch(line.format)) {
    refuse("--batch writes --format jsonl, csv, tsv or trec; give one of them");
  }
  if (line.show_id && line.format != Format::kAutomatic && !is_page) {
    refuse("--show writes --format terminal or plain; give one of them");
  }
  const bool has_counts = is_page || line.format == Format::kAutomatic ||
                          line.format == Format::kJson ||
                          (line.format == Format::kJsonLines && line.batch_file);
  const bool tells_more = !line.search.facets.none() || line.search.explain;
  if (tells_more && !has_counts) {
    refuse(
        "--facets, --timeline and --explain are written by --format terminal, plain and json; give "
        "one of "
        "them");
  }
  const bool asks = !line.query.empty() || line.batch_file || line.show_id || line.similar_id ||
                    days.first || days.last;
  if (!asks) refuse("no query; give some words to search for");
}

// CLI11 wants the arguments last first. "-h" is all of an argument or query text: "-house".
std::vector<std::string> for_cli(std::vector<std::string> arguments) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  std::replace(arguments.begin(), end, std::string("-h"), std::string("--help"));
  std::reverse(arguments.begin(), arguments.end());
  return arguments;
}

}  // namespace

std::variant<CommandLine, ExitStatus> parse_command_line(const std::vector<std::string>& arguments,
                                                         std::chrono::year_month_day today,
                                                         std::ostream& out) {
  CommandLine line;
  line.today = today;
  CLI::App app("Searches a news archive that dateline-index has indexed.", "dateline-search");
  app.formatter(std::make_shared<Formatter>());
  app.get_formatter()->column_width(34);
  app.footer(footer);
  app.allow_extras();
  add_options(app, line);
  try {
    app.parse(for_cli(arguments));
  } catch (const CLI::CallForHelp&) {
    out << app.help();
    return kFound;
  } catch (const CLI::CallForVersion& version) {
    out << version.what() << '\n';
    return kFound;
  } catch (const CLI::ParseError& e) {
    refuse(e.what());
  }
  if (line.wants_query_help) {
    out << query_help();
    return kFound;
  }
  line.query = query_text(app);
  check_together(line);
  return line;
}

}  // namespace dateline::searcher
