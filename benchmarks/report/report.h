// What a benchmark found, with all that is needed to believe it: a value, as JSON and as a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/report/machine.h"
#include "benchmarks/report/percentiles.h"

namespace dateline::bench {

enum class Better : std::uint8_t { kLower, kHigher, kNeither };  // kNeither is told, never judged

struct Figure {
  std::string name;  // "p50"
  std::string unit;  // "us"
  Better better = Better::kLower;
  double value = 0;            // over all rounds
  std::vector<double> rounds;  // the same of each round alone: what tells noise from change
  bool operator==(const Figure&) const = default;
};

// The median of the rounds stands for them.
Figure figure_of(std::string name, std::string unit, Better better, std::vector<double> rounds);

// One line of the table: what was measured, and what came out.
struct Row {
  std::string name;  // "and / top 10"; no two rows of a report have the same
  std::vector<Figure> figures;
  bool operator==(const Row&) const = default;
};

// What a benchmark was done with.
struct Corpus {
  std::uint64_t articles = 0;    // without those that are deleted
  std::uint64_t text_bytes = 0;  // their headlines and bodies: what every peer indexes and stores
  std::uint64_t index_bytes = 0;
  std::uint64_t segments = 0;
  std::uint64_t input_bytes = 0;  // of the files they came in; 0 where it is not known
  bool operator==(const Corpus&) const = default;
};

struct Report {
  std::string benchmark;             // "latency"
  std::vector<std::string> command;  // as typed, the program by its name alone
  std::string started;               // UTC, "2026-01-31T06:00:00Z"
  Machine machine;
  std::map<std::string, std::string> versions;  // of everything that could change a figure
  Corpus corpus;
  std::vector<std::string> notes;  // what was left out and why
  std::vector<Row> rows;
  bool operator==(const Report&) const = default;
};

// One JSON object; members are those of the structs above under the same names, `better` as
// "lower", "higher" or "neither", and "format", which is 1.
std::string to_json(const Report& report);

// Throws Error(kInput) naming `name` for anything but what to_json writes.
Report parse_report(std::string_view json, const std::string& name);

// For people: where and how it was measured, then rows under the names of their figures.
std::string to_table(const Report& report);

// Many timings in microseconds, each round apart.
struct Timings {
  std::vector<std::vector<double>> taken;   // by the clock
  std::vector<std::vector<double>> worked;  // by the processor; may be empty
};

// p50 to max and the mean of what was taken, then "cpu p50", "cpu p99" and "cpu mean" of what was
// worked: over all rounds and of each.
std::vector<Figure> timing_figures(const Timings& timings);

// How many times a figure of `base` the one of `row` with the same name is, for those that are
// judged: told as "p50 x", over all and round by round, and not judged again.
std::vector<Figure> times_figures(const Row& row, const Row& base);

}  // namespace dateline::bench
