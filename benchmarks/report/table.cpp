#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "benchmarks/report/report.h"
#include "common/terminal_text.h"

namespace dateline::bench {
namespace {

constexpr std::size_t kColumnWidth = 11;

std::string heading_of(const Row& row, std::size_t name_width) {
  std::string heading = fmt::format("{:<{}}", "", name_width);
  for (const Figure& figure : row.figures) {
    const std::string name =
        figure.unit.empty() ? figure.name : fmt::format("{} {}", figure.name, figure.unit);
    heading += fmt::format(" {:>{}}", name, kColumnWidth);
  }
  return heading + '\n';
}

// Three digits that mean something.
std::string cell(double value) {
  const double size = value < 0 ? -value : value;
  if (size >= 1'000) return fmt::format("{:.0f}", value);
  if (size >= 100) return fmt::format("{:.1f}", value);
  if (size >= 1) return fmt::format("{:.2f}", value);
  return fmt::format("{:.3f}", value);
}

std::string line_of(const Row& row, std::size_t name_width) {
  std::string line = fmt::format("{:<{}}", printable(row.name), name_width);
  for (const Figure& figure : row.figures) {
    line += fmt::format(" {:>{}}", cell(figure.value), kColumnWidth);
  }
  return line + '\n';
}

std::string preamble(const Report& report) {
  std::vector<std::string> versions;
  for (const auto& [name, version] : report.versions) versions.push_back(name + ' ' + version);
  const Machine& machine = report.machine;
  std::string text =
      fmt::format("{}, {}\n  $ {}\n  {}, {} cores, {:.1f} GB; load {:.1f} at the start\n  {}\n",
                  report.benchmark, report.started, fmt::join(report.command, " "),
                  machine.processor, machine.cores, static_cast<double>(machine.memory_bytes) / 1e9,
                  machine.load, fmt::join(versions, ", "));
  const Corpus& corpus = report.corpus;
  if (corpus.articles == 0) return text;
  text += fmt::format("  {} articles, {:.1f} MB of headlines and bodies", corpus.articles,
                      static_cast<double>(corpus.text_bytes) / 1e6);
  if (corpus.input_bytes > 0) {
    text += fmt::format(" in {:.1f} MB of files", static_cast<double>(corpus.input_bytes) / 1e6);
  }
  return text + fmt::format(", index {:.1f} MB in {} segment{}\n",
                            static_cast<double>(corpus.index_bytes) / 1e6, corpus.segments,
                            corpus.segments == 1 ? "" : "s");
}

}  // namespace

std::string to_table(const Report& report) {
  std::size_t name_width = 0;
  for (const Row& row : report.rows) name_width = std::max(name_width, row.name.size());
  std::string table = preamble(report);
  for (const std::string& note : report.notes) table += "  note: " + note + '\n';
  std::string last_heading;
  for (const Row& row : report.rows) {
    const std::string heading = heading_of(row, name_width);
    if (heading != last_heading) table += '\n' + heading;
    last_heading = heading;
    table += line_of(row, name_width);
  }
  return table;
}

}  // namespace dateline::bench
