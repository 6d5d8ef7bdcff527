#include "searcher/command_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <memory>
#include <string_view>
#include <utility>

#include "common/error.h"
#include "common/terminal_text.h"
#include "common/text/ascii.h"
#include "searcher/output/formats.h"
#include "searcher/query/day_range.h"
#include "searcher/query/field.h"
#include "searcher/query/query_help.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kMostHits = 1'000'000;
constexpr std::size_t kHelpWidth = 80;   // columns of --help
constexpr std::size_t kHelpColumn = 34;  // where what an option does is told
constexpr std::string_view kSeeHelp = "see dateline-search --help";

class Formatter : public CLI::Formatter {
 public:
  Formatter() { column_width(kHelpColumn); }

  std::string make_usage(const CLI::App*, std::string) const override {
    return "Usage: dateline-search --index DIR [OPTIONS] QUERY...\n"
           "       dateline-search --index DIR [OPTIONS] --show ID [QUERY...]\n"
           "       dateline-search --index DIR [OPTIONS] --batch FILE\n";
  }

  // CLI11 lays lines out beside the option, but leaves their length to the terminal.
  std::string make_option_desc(const CLI::Option* option) const override {
    return wrapped(option->get_description(), kHelpWidth - kHelpColumn);
  }
};

// Reads what was typed and says what is wrong with it; "": nothing.
using Reader = std::function<std::string(const std::string& typed)>;

struct Option {
  std::string name;
  std::string value;  // what stands behind it, as --help says it; "": it is a switch
  std::string help;
  Reader read;
  std::string environment = {};  // the variable that stands for it
};

template <typename Value>
struct Choice {
  std::string_view name;
  Value value;
};

std::vector<Choice<const OutputFormat*>> formats() {
  std::vector<Choice<const OutputFormat*>> choices;
  for (const OutputFormat& format : output_formats()) choices.push_back({format.name, &format});
  return choices;
}

template <typename Value>
std::string joined(const std::vector<Choice<Value>>& choices, std::string_view separator) {
  std::vector<std::string_view> names;
  for (const auto& choice : choices) names.push_back(choice.name);
  return fmt::format("{}", fmt::join(names, separator));
}

template <typename Value>
Option one_of(std::string name, std::vector<Choice<Value>> choices, auto& target,
              std::string help) {
  std::string values = joined(choices, "|");
  const auto read = [choices, &target](const std::string& typed) -> std::string {
    const auto chosen = std::ranges::find(choices, typed, &Choice<Value>::name);
    if (chosen == choices.end()) {
      return fmt::format("'{}' is none of {}", typed, joined(choices, ", "));
    }
    target = chosen->value;
    return "";
  };
  return {std::move(name), std::move(values), std::move(help), read};
}

Reader as_typed(auto& target) {
  return [&target](const std::string& typed) {
    target = typed;
    return "";
  };
}

template <typename Value>
Reader turned(Value& target, Value off = false, Value on = true) {
  return [&target, off, on](const std::string& typed) -> std::string {
    bool is_on = false;
    // The bare name of a switch comes as "true".
    if (!CLI::detail::lexical_cast(typed, is_on)) {
      return fmt::format("'{}' is none of on, off", typed);
    }
    target = is_on ? on : off;
    return "";
  };
}

Reader number(std::size_t& target) {
  return [&target](const std::string& typed) -> std::string {
    const char* const past = typed.data() + typed.size();
    const auto [end, failure] = std::from_chars(typed.data(), past, target);
    if (failure == std::errc{} && end == past && target <= kMostHits) return "";
    return fmt::format("'{}' is not a number from 0 to {}", typed, kMostHits);
  };
}

// One end of a period: a month begins with its first day and ends with its last.
Reader day(std::optional<std::chrono::year_month_day>& target,
           std::optional<std::chrono::year_month_day> DayRange::*end,
           std::chrono::year_month_day today) {
  return [&target, end, today](const std::string& typed) -> std::string {
    const auto period = read_period(typed, today);
    if (const auto* mistake = std::get_if<DateMistake>(&period)) return mistake->message;
    target = std::get<DayRange>(period).*end;
    return "";
  };
}

// "Source, place" -> the two in small letters, none twice.
Reader field_list(std::vector<std::string>& target) {
  return [&target](const std::string& typed) -> std::string {
    std::string_view rest = typed;
    while (true) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      std::string field = ascii::lower(rest.substr(0, end));
      std::erase(field, ' ');
      if (field.empty()) return "a field is missing beside a comma";
      if (std::ranges::find(target, field) == target.end()) target.push_back(field);
      if (target.size() > kMostFacets) return fmt::format("more than {} fields", kMostFacets);
      if (end == rest.size()) return "";
      rest.remove_prefix(end + 1);
    }
  };
}

// Every option but those that CLI11 sees to itself, in the order of --help. The readers put what is
// typed into `line`, which must outlive them.
std::vector<Option> options_of(CommandLine& line) {
  auto& [days, page, count, tell] = line.search;
  return {
      {"--help-query", "", "Print the whole query language, with examples, and exit",
       turned(line.wants_query_help)},
      {"--index", "DIR", "The index, as dateline-index wrote it", as_typed(line.index_dir),
       "DATELINE_INDEX"},
      {"--any", "", "At least one of the words side by side must match, not all",
       turned(line.side_by_side, SideBySide::kAll, SideBySide::kAny)},
      one_of<Dialect>(
          "--dialect",
          {{"dateline", Dialect::kDateline},
           {"factiva", Dialect::kFactiva},
           {"nexis", Dialect::kNexis},
           {"westlaw", Dialect::kWestlaw}},
          line.dialect,
          "Whose rules the query is read by: what binds tighter, and, or and not in any "
          "case, words side by side (dateline)"),
      {"--synonyms", "FILE",
       "Words that find each other, a group a line: oil, petroleum, \"crude oil\"",
       as_typed(line.synonyms), "DATELINE_SYNONYMS"},
      {"--correct", "", "Search the better spelling instead, where one is suggested",
       turned(line.correct)},
      {"--expand", "",
       "Search also for words of the ten best articles, and print the query that has them",
       turned(line.expand)},
      {"--since", "DATE",
       "Published on this day or later; a month or year begins on its first day; 'last week' and "
       "'5 feb 1987' will do too",
       day(days.first, &DayRange::first, line.today)},
      {"--until", "DATE", "Published on this day or earlier; a month or year ends on its last day",
       day(days.last, &DayRange::last, line.today)},
      one_of<Order>("--sort",
                    {{"relevance", Order::kRelevance},
                     {"newest", Order::kNewest},
                     {"oldest", Order::kOldest}},
                    page.order, "Order of the hits (relevance)"),
      {"--limit", "N", "Hits to print (10); 0 counts only", number(page.limit)},
      {"--offset", "N", "Hits to pass over first (0)", number(page.offset)},
      one_of<TotalCount>("--total",
                         {{"exact", TotalCount::kExact}, {"estimate", TotalCount::kEstimate}},
                         count.total, "Count all matches, or estimate (exact)"),
      {"--facets", "FIELD,...",
       "Count all matches by fields: source, section, place, byline, agency, language, year, month "
       "or the archive's own",
       field_list(count.facets.fields)},
      {"--facet-values", "N", "Values of each field to print (10)", number(count.facets.values)},
      one_of<Period>("--timeline",
                     {{"day", Period::kDay}, {"month", Period::kMonth}, {"year", Period::kYear}},
                     count.facets.timeline, "Count all matches by date, as bars"),
      {"--group", "",
       "Show copies of a story as one hit, the best of them (off); --group=on and --group=off are "
       "accepted",
       turned(page.group)},
      one_of("--format", formats(), line.format,
             "Form of the results (terminal on a terminal, else plain; of a batch jsonl)"),
      one_of<ColourWhen>("--color",
                         {{"auto", ColourWhen::kAutomatic},
                          {"always", ColourWhen::kAlways},
                          {"never", ColourWhen::kNever}},
                         line.colour, "Colours in the terminal format (auto)"),
      {"--explain", "",
       "Tell how the query was read, what its words found, how many articles match each part",
       turned(tell.explain)},
      {"--similar", "ID", "Find articles like the one with this id; a query narrows them down",
       as_typed(line.similar_id)},
      {"--show", "ID", "Print the whole article with this id, the query lit in it",
       as_typed(line.show_id)},
      {"--batch", "FILE",
       "Answer the queries of a file, or of stdin for '-': lines of id, tab, query",
       as_typed(line.batch_file)},
  };
}

// A switch takes a value behind "=" alone: what stands behind a blank is query text.
void add(CLI::App& app, const Option& option) {
  const auto read = [name = option.name, read = option.read](const std::string& typed) {
    const std::string complaint = read(typed);
    if (!complaint.empty()) throw CLI::ValidationError(name, complaint);
  };
  if (option.value.empty()) {
    app.add_flag(option.name, option.help)->each(read);
  } else {
    app.add_option_function<std::string>(option.name, read, option.help)
        ->type_name(option.value)
        ->envname(option.environment);
  }
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

// The option that an argument behind one minus is meant for; "" where it leaves a word out. Options
// are words of one letter, a small letter and a number ("-n3", but not "-F16"), letters of grep
// together, and our own options with one minus.
std::string short_option(const std::string& text, const CLI::App& app) {
  if (text.size() < 2 || text[0] != '-' || !ascii::is_letter(text[1])) return "";
  const std::string name = text.substr(0, text.find('='));
  const std::string_view word = std::string_view(name).substr(1);
  const bool is_number =
      word.size() > 1 && std::all_of(word.begin() + 1, word.end(), ascii::is_digit);
  constexpr std::string_view together[] = {"rn", "nr", "ri", "ir", "il",  "li",  "ni",
                                           "rl", "iv", "vi", "nv", "rin", "rni", "inr"};
  const bool is_grep = std::ranges::find(together, word) != std::end(together);
  const bool is_own = app.get_option_no_throw("-" + name) != nullptr;
  const bool is_short = word.size() == 1 || (is_number && ascii::is_lower(word.front()));
  return is_short || is_grep || is_own ? name : "";
}

std::string refusal_of_short(const std::string& name, const CLI::App& app) {
  constexpr std::pair<std::string_view, std::string_view> meant[] = {
      {"-n", "--limit"},  {"-l", "--limit"}, {"-v", "--version"},    {"-V", "--version"},
      {"-f", "--format"}, {"-s", "--sort"},  {"-i", "--index"},      {"-c", "--limit 0"},
      {"-o", "> FILE"},   {"-C", "--color"}, {"-j", "--format json"}};
  const auto* found = std::ranges::find(meant, std::string_view(name).substr(0, 2),
                                        &std::pair<std::string_view, std::string_view>::first);
  const std::string own = "-" + name;
  const bool is_own = name.size() > 2 && app.get_option_no_throw(own) != nullptr;
  const std::string_view remedy = is_own                     ? std::string_view(own)
                                  : found == std::end(meant) ? std::string_view()
                                                             : found->second;
  return fmt::format("there is no option '{0}'{1} to leave the word {2} out write NOT {2}; {3}",
                     name, remedy.empty() ? ";" : fmt::format("; did you mean {}? Or", remedy),
                     name.substr(1), kSeeHelp);
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
    const std::string option = only_query ? "" : short_option(text, app);
    if (!option.empty()) throw Error(ErrorKind::kUsage, refusal_of_short(option, app));
    query += (query.empty() ? "" : " ") + text;
  }
  return query;
}

[[noreturn]] void refuse(std::string_view reason) {
  throw Error(ErrorKind::kUsage, fmt::format("{}; {}", reason, kSeeHelp));
}

// Names the formats that `name_of` has a name for: "--show writes --format terminal or plain".
[[noreturn]] void refuse_format(std::string_view written, std::string_view and_or,
                                std::string_view (*name_of)(const OutputFormat&)) {
  std::vector<std::string_view> names;
  for (const OutputFormat& format : output_formats()) {
    const std::string_view name = name_of(format);
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  const std::string_view last = names.back();
  names.pop_back();
  refuse(fmt::format("{} --format {} {} {}; give one of them", written, fmt::join(names, ", "),
                     and_or, last));
}

// A format that is not given is chosen by what is asked for.
void check_format(const CommandLine& line) {
  if (line.format == nullptr) return;
  const OutputFormat& format = *line.format;
  if (line.batch_file && format.batch == nullptr) {
    refuse_format("--batch writes", "or", [](const OutputFormat& known) {
      return known.batch == nullptr ? "" : known.batch->name;
    });
  }
  if (line.show_id && !format.is_page) {
    refuse_format("--show writes", "or",
                  [](const OutputFormat& known) { return known.is_page ? known.name : ""; });
  }
  const bool is_counted = !line.search.count.facets.none() || line.search.tell.explain;
  const bool has_place = line.batch_file ? format.batch->carries_counts : format.carries_counts;
  if (is_counted && !has_place) {
    refuse_format("--facets, --timeline and --explain are written by", "and",
                  [](const OutputFormat& known) { return known.carries_counts ? known.name : ""; });
  }
}

void check_together(const CommandLine& line) {
  const DayRange& days = line.search.days;
  const bool is_batch = line.batch_file.has_value();
  const bool is_shown = line.show_id.has_value();
  if (line.index_dir.empty()) refuse("no index; give --index DIR or set DATELINE_INDEX");
  if (days.first && days.last && *days.last < *days.first) {
    refuse("--until lies before --since: no day is in both");
  }
  if (line.correct && is_shown) refuse("--correct and --show do not go together; give one");
  if (is_batch && is_shown) refuse("--batch and --show do not go together; give one");
  if (line.similar_id && (is_shown || is_batch || line.correct)) {
    refuse("--similar does not go together with --show, --batch or --correct; give one");
  }
  if (line.expand && (is_shown || line.similar_id || line.correct)) {
    refuse("--expand does not go together with --show, --similar or --correct; give one");
  }
  if (is_batch && !line.query.empty()) {
    refuse("--batch takes its queries from the file; leave out the query");
  }
  check_format(line);
  const bool asks =
      !line.query.empty() || is_batch || is_shown || line.similar_id || days.first || days.last;
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
  app.footer(footer);
  app.allow_extras();
  app.set_help_flag("--help", "Print this and exit; so does -h");
  app.set_version_flag("--version", "dateline-search " DATELINE_VERSION,
                       "Print the version and exit");
  for (const Option& option : options_of(line)) add(app, option);
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
