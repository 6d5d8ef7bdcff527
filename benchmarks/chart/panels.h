// A result as groups of bars: what of it is drawn, and beside what.
//
//   latency        p50 and p99 by class, a panel for each thing asked ("top 10", "count")
//   peers          mean and p99 by class, an engine a colour; time of building and size of the
//   index process        p50 and p99 by class, a program a colour build          time, memory, and
//   the size of each part
#pragma once

#include <string>
#include <vector>

#include "benchmarks/report/report.h"

namespace dateline::bench {

enum class Scale : std::uint8_t { kLinear, kLogarithmic };
enum class Width : std::uint8_t { kWhole, kHalf };  // two halves in a row stand side by side

struct Series {
  std::string name;
  std::vector<double> values;  // one for each group; 0 where there is none
  bool operator==(const Series&) const = default;
};

struct Panel {
  std::string title;
  std::string unit;  // "us"
  Scale scale = Scale::kLogarithmic;
  Width width = Width::kWhole;
  std::vector<std::string> groups;  // under the bars, from left to right
  std::vector<Series> series;       // of one colour each
  bool operator==(const Panel&) const = default;
};

// The panels of one result under what says where it is from.
struct Chart {
  std::string title;
  std::string origin;  // machine, versions, archive and day: no command, which names folders
  std::vector<Panel> panels;
};

// Throws Error(kInput) naming `name` where the result has nothing that can be drawn.
Chart chart_of(const Report& report, const std::string& name);

}  // namespace dateline::bench
