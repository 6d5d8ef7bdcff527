#include "benchmarks/report/report.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "common/error.h"

namespace dateline::bench {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormat = 1;
constexpr const char* kBetter[] = {"lower", "higher", "neither"};

Json to_value(const Figure& figure) {
  return {{"name", figure.name},
          {"unit", figure.unit},
          {"better", kBetter[static_cast<std::size_t>(figure.better)]},
          {"value", figure.value},
          {"rounds", figure.rounds}};
}

Better better_of(const std::string& text) {
  for (const Better better : {Better::kLower, Better::kHigher, Better::kNeither}) {
    if (text == kBetter[static_cast<std::size_t>(better)]) return better;
  }
  throw std::invalid_argument("'" + text + "' is neither lower, higher nor neither");
}

Figure figure_from(const Json& json) {
  return {json.at("name"), json.at("unit"), better_of(json.at("better")), json.at("value"),
          json.at("rounds")};
}

Row row_from(const Json& json) {
  Row row{json.at("name"), {}};
  for (const Json& figure : json.at("figures")) row.figures.push_back(figure_from(figure));
  return row;
}

Report report_from(const Json& json) {
  if (json.at("format") != kFormat) throw std::invalid_argument("it has another format than 1");
  Report report;
  report.benchmark = json.at("benchmark");
  report.command = json.at("command").get<std::vector<std::string>>();
  report.started = json.at("started");
  const Json& machine = json.at("machine");
  report.machine = {machine.at("processor"), machine.at("cores"), machine.at("memory_bytes"),
                    machine.at("load")};
  report.versions = json.at("versions").get<std::map<std::string, std::string>>();
  const Json& corpus = json.at("corpus");
  report.corpus = {corpus.at("articles"), corpus.at("text_bytes"), corpus.at("index_bytes"),
                   corpus.at("segments"), corpus.value("input_bytes", std::uint64_t{0})};
  report.notes = json.at("notes").get<std::vector<std::string>>();
  for (const Json& row : json.at("rows")) report.rows.push_back(row_from(row));
  return report;
}

std::vector<Figure> figures_of(const std::vector<std::vector<double>>& rounds) {
  static constexpr std::pair<const char*, double Percentiles::*> kTold[] = {
      {"p50", &Percentiles::p50},    {"p90", &Percentiles::p90}, {"p99", &Percentiles::p99},
      {"p99.9", &Percentiles::p999}, {"max", &Percentiles::max}, {"mean", &Percentiles::mean}};
  std::vector<double> all;
  std::vector<Percentiles> of_round;
  for (const auto& samples : rounds) {
    all.insert(all.end(), samples.begin(), samples.end());
    of_round.push_back(percentiles_of(samples));
  }
  const Percentiles of_all = percentiles_of(std::move(all));
  std::vector<Figure> figures;
  for (const auto& [name, member] : kTold) {
    // The slowest of all says more of the machine than of the program.
    const bool is_extreme = member == &Percentiles::p999 || member == &Percentiles::max;
    Figure figure{name, "us", is_extreme ? Better::kNeither : Better::kLower, of_all.*member, {}};
    for (const Percentiles& round : of_round) figure.rounds.push_back(round.*member);
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace

Figure figure_of(std::string name, std::string unit, Better better, std::vector<double> rounds) {
  const double value = median_of(rounds);
  return {std::move(name), std::move(unit), better, value, std::move(rounds)};
}

std::vector<Figure> timing_figures(const Timings& timings) {
  std::vector<Figure> figures = figures_of(timings.taken);
  if (timings.worked.empty()) return figures;
  for (Figure& figure : figures_of(timings.worked)) {
    if (figure.better == Better::kNeither || figure.name == "p90") continue;
    figure.name = "cpu " + figure.name;
    figures.push_back(std::move(figure));
  }
  return figures;
}

std::vector<Figure> times_figures(const Row& row, const Row& base) {
  const auto times = [](double value, double by) { return by > 0 ? value / by : 0; };
  std::vector<Figure> figures;
  for (const Figure& figure : row.figures) {
    const auto of_base =
        std::find_if(base.figures.begin(), base.figures.end(),
                     [&](const Figure& other) { return other.name == figure.name; });
    if (of_base == base.figures.end() || figure.better == Better::kNeither) continue;
    Figure& told = figures.emplace_back();
    told.name = figure.name + " x";
    told.better = Better::kNeither;
    told.value = times(figure.value, of_base->value);
    const std::size_t rounds = std::min(figure.rounds.size(), of_base->rounds.size());
    for (std::size_t i = 0; i < rounds; ++i) {
      told.rounds.push_back(times(figure.rounds[i], of_base->rounds[i]));
    }
  }
  return figures;
}

std::string to_json(const Report& report) {
  Json rows = Json::array();
  for (const Row& row : report.rows) {
    Json figures = Json::array();
    for (const Figure& figure : row.figures) figures.push_back(to_value(figure));
    rows.push_back({{"name", row.name}, {"figures", std::move(figures)}});
  }
  const Json json = {{"format", kFormat},
                     {"benchmark", report.benchmark},
                     {"command", report.command},
                     {"started", report.started},
                     {"machine",
                      {{"processor", report.machine.processor},
                       {"cores", report.machine.cores},
                       {"memory_bytes", report.machine.memory_bytes},
                       {"load", report.machine.load}}},
                     {"versions", report.versions},
                     {"corpus",
                      {{"articles", report.corpus.articles},
                       {"text_bytes", report.corpus.text_bytes},
                       {"index_bytes", report.corpus.index_bytes},
                       {"segments", report.corpus.segments},
                       {"input_bytes", report.corpus.input_bytes}}},
                     {"notes", report.notes},
                     {"rows", std::move(rows)}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Report parse_report(std::string_view json, const std::string& name) {
  try {
    return report_from(Json::parse(json));
  } catch (const std::exception& error) {  // of the parser or of report_from
    throw Error(ErrorKind::kInput,
                "'" + name + "' is no result of dateline-bench --json: " + error.what());
  }
}

}  // namespace dateline::bench
