#include "benchmarks/latency.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <utility>

#include "benchmarks/answer_check.h"
#include "benchmarks/corpus_size.h"
#include "benchmarks/page_cache.h"
#include "benchmarks/query_case.h"
#include "benchmarks/stopwatch.h"
#include "benchmarks/throughput.h"
#include "common/error.h"

namespace dateline::bench {
namespace {

using searcher::Searcher;

constexpr std::size_t kThreads[] = {1, 2};

void time_round(Searcher& searcher, const QueryCase& of, Timings& timings) {
  std::vector<double>& taken = timings.taken.emplace_back();
  std::vector<double>& worked = timings.worked.emplace_back();
  for (const searcher::Query& query : of.queries) {
    const auto before = processor_time();
    taken.push_back(microseconds(time_of([&] { searcher.search(query, of.options); })));
    worked.push_back(microseconds(processor_time() - before));
  }
}

class Latency {
 public:
  Latency(const LatencyOptions& options, std::ostream& log, Report& report)
      : options_(options), log_(log), report_(report) {}

  void measure();

 private:
  std::vector<QueryClass> choose_queries();
  void check_answers(const std::vector<QueryCase>& cases);
  void measure_warm(const std::vector<QueryCase>& cases);
  void tell_ratios(const std::vector<QueryCase>& cases);
  void measure_throughput(const std::vector<QueryCase>& cases);
  void measure_cold(const std::vector<QueryCase>& cases);
  std::optional<std::vector<double>> time_cold(const QueryCase& of);

  const LatencyOptions& options_;
  std::ostream& log_;
  Report& report_;
};

void Latency::measure() {
  const std::vector<QueryClass> classes = choose_queries();
  std::vector<QueryCase> cases;
  std::vector<QueryCase> first_cases;
  {
    const Searcher searcher(options_.index_dir);
    for (const QueryClass& of : classes) {
      for (QueryCase& next : cases_of(of, searcher)) cases.push_back(std::move(next));
    }
    first_cases = first_cases_of(classes, searcher);
  }
  check_answers(cases);
  measure_warm(cases);
  measure_throughput(first_cases);
  if (options_.cold > 0) measure_cold(first_cases);
}

std::vector<QueryClass> Latency::choose_queries() {
  std::vector<QueryClass> classes;
  if (options_.queries_file) {
    std::ifstream in(*options_.queries_file);
    if (!in) {
      throw Error(ErrorKind::kInput,
                  "cannot read the queries in '" + options_.queries_file->string() + "'");
    }
    classes = read_queries(in);
  } else {
    Index index = Index::open(options_.index_dir);
    classes = draw_queries(index, options_.draw);
    for (const QueryClass& of : classes) {
      if (of.queries.size() >= options_.draw.per_class) continue;
      report_.notes.push_back(fmt::format("this archive has only {} queries of the class {}",
                                          of.queries.size(), of.name));
    }
  }
  std::erase_if(classes, [](const QueryClass& of) { return of.queries.empty(); });
  if (classes.empty()) throw Error(ErrorKind::kInput, "there are no queries to measure with");
  return classes;
}

void Latency::check_answers(const std::vector<QueryCase>& cases) {
  log_ << "checking answers" << std::endl;
  AnswerCheck check(options_.index_dir);
  Searcher searcher(options_.index_dir);
  for (const QueryCase& of : cases) {
    for (const searcher::Query& query : of.queries) {
      check.check(query, of.options, searcher.search(query, of.options));
    }
  }
}

void Latency::measure_warm(const std::vector<QueryCase>& cases) {
  Searcher searcher(options_.index_dir);
  std::vector<Timings> timings(cases.size());
  // The first round is not kept: in it pages of the index are checked as they are first touched.
  for (std::size_t round = 0; round <= options_.rounds; ++round) {
    log_ << "warm, round " << round << " of " << options_.rounds << std::endl;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (round == 1) timings[i] = {};
      time_round(searcher, cases[i], timings[i]);
    }
  }
  for (std::size_t i = 0; i < cases.size(); ++i) {
    report_.rows.push_back({cases[i].name, timing_figures(timings[i])});
  }
  tell_ratios(cases);
}

// Behind all rows: they have a heading of their own.
void Latency::tell_ratios(const std::vector<QueryCase>& cases) {
  std::map<std::string, Row> timed;
  for (const Row& row : report_.rows) timed.emplace(row.name, row);
  for (const QueryCase& of : cases) {
    const auto base = timed.find(of.held_against);
    if (base == timed.end()) continue;
    const std::string against = of.held_against.substr(0, of.held_against.find(" / "));
    report_.rows.push_back({fmt::format("{}, times {}", of.name, against),
                            times_figures(timed.at(of.name), base->second)});
  }
}

void Latency::measure_throughput(const std::vector<QueryCase>& cases) {
  for (const QueryCase& of : cases) {
    log_ << "queries a second, " << of.name << std::endl;
    Row row{of.name + " / throughput", {}};
    for (const std::size_t threads : kThreads) {
      std::vector<double> rounds;
      for (std::size_t round = 0; round < options_.rounds; ++round) {
        rounds.push_back(
            queries_a_second(options_.index_dir, of, threads, options_.throughput_period));
      }
      row.figures.push_back(figure_of(fmt::format("{} thread{}", threads, threads == 1 ? "" : "s"),
                                      "q/s", Better::kHigher, std::move(rounds)));
    }
    report_.rows.push_back(std::move(row));
  }
}

void Latency::measure_cold(const std::vector<QueryCase>& cases) {
  if (!drop_from_page_cache(options_.index_dir)) {
    report_.notes.push_back("nothing cold was measured: the page cache cannot be dropped here");
    return;
  }
  for (const QueryCase& of : cases) {
    log_ << "cold, " << of.name << std::endl;
    if (auto samples = time_cold(of)) {
      report_.rows.push_back({of.name + " / cold, with opening", timing_figures({{*samples}, {}})});
    } else {
      report_.notes.push_back("others used the index: not measured cold: " + of.name);
    }
  }
}

// Nothing may keep a file of the index mapped while its pages are to go, so each query opens it.
std::optional<std::vector<double>> Latency::time_cold(const QueryCase& of) {
  std::vector<double> samples;
  const std::size_t count = std::min(options_.cold, of.queries.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (!drop_from_page_cache(options_.index_dir)) return std::nullopt;
    std::optional<Searcher> searcher;
    samples.push_back(microseconds(time_of([&] {
      searcher.emplace(options_.index_dir);
      searcher->search(of.queries[i], of.options);
    })));
  }
  return samples;
}

}  // namespace

Report measure_latency(const LatencyOptions& options, std::ostream& log) {
  Report report;
  report.benchmark = "latency";
  report.corpus = corpus_of(options.index_dir);
  Latency(options, log, report).measure();
  return report;
}

}  // namespace dateline::bench
