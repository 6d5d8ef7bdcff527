#include "benchmarks/chart/gnuplot.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "benchmarks/talking_process.h"
#include "common/error.h"
#include "common/terminal_text.h"

namespace dateline::bench {
namespace {

constexpr double kSheetWidth = 1'100;
constexpr double kTitleHeight = 64;
constexpr double kPanelHeight = 280;
constexpr double kGroupShare = 0.84;  // of its width a group's bars fill

// Told apart by readers who see few colours too.
constexpr const char* kColours[] = {"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9"};

std::string in_quotes(const std::string& text) {
  std::string quoted = "'";
  for (const char c : printable(text)) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + '\'';
}

// Under an axis a text is also a format for numbers.
std::string tic_text(const std::string& text) {
  std::string plain;
  for (const char c : text) plain += c == '%' ? "%%" : std::string(1, c);
  return in_quotes(plain);
}

std::string unit_in_words(const std::string& unit) {
  if (unit == "us") return "microseconds";
  if (unit == "ms") return "milliseconds";
  return unit == "s" ? "seconds" : unit;
}

// Few digits: bars are narrow.
std::string label_of(double value) {
  if (value >= 9'950) return fmt::format("{:.0f}k", value / 1'000);
  if (value >= 9.95) return fmt::format("{:.0f}", value);
  return value >= 0.95 ? fmt::format("{:.1f}", value) : fmt::format("{:.2g}", value);
}

struct Range {
  double least = 0;
  double most = 0;
};

Range range_of(const Panel& panel) {
  Range range{1e300, 0};
  for (const Series& series : panel.series) {
    for (const double value : series.values) {
      if (value > 0) range.least = std::min(range.least, value);
      range.most = std::max(range.most, value);
    }
  }
  return range;
}

// Room above for the numbers, and below for the shortest bar.
std::string axis_of(const Panel& panel) {
  const Range range = range_of(panel);
  if (panel.scale == Scale::kLinear) {
    return fmt::format("unset logscale\nset yrange [0:{:g}]\n", range.most * 1.15);
  }
  const double foot = std::pow(10, std::floor(std::log10(range.least * 0.7)));
  return fmt::format("set logscale y\nset yrange [{:g}:{:g}]\n", foot, range.most * 2.5);
}

std::string tics_of(const Panel& panel) {
  std::vector<std::string> tics;
  for (std::size_t i = 0; i < panel.groups.size(); ++i) {
    tics.push_back(fmt::format("{} {}", tic_text(panel.groups[i]), i));
  }
  return fmt::format("set xtics ({})\nset xrange [-0.5:{}.5]\n", fmt::join(tics, ", "),
                     panel.groups.size() - 1);
}

// A line for each bar: its middle, its height and the number above it.
std::string bars_of(const Panel& panel, std::size_t series, double width) {
  std::string lines;
  const double first = -0.5 * static_cast<double>(panel.series.size() - 1);
  for (std::size_t group = 0; group < panel.groups.size(); ++group) {
    const double value = panel.series[series].values[group];
    if (value <= 0) continue;
    const double middle =
        static_cast<double>(group) + (first + static_cast<double>(series)) * width;
    lines += fmt::format("{:.4f} {:g} {}\n", middle, value, label_of(value));
  }
  return lines;
}

class Sheet {
 public:
  void add(const Chart& chart);
  std::string script() const;

 private:
  void add(const Panel& panel, double left, double top);

  double height_ = 0;  // so far
  // With what the height of the whole is needed for: fractions of it count from below.
  struct Piece {
    double left, top, width, height;
    std::string commands;
  };
  std::vector<Piece> pieces_;
  std::vector<std::pair<double, std::string>> texts_;
  std::size_t blocks_ = 0;
};

void Sheet::add(const Chart& chart) {
  texts_.emplace_back(height_ + 22, in_quotes(chart.title) + " font ',16'");
  texts_.emplace_back(height_ + 46, in_quotes(chart.origin) + " font ',11'");
  height_ += kTitleHeight;
  bool is_right = false;
  for (const Panel& panel : chart.panels) {
    is_right = is_right && panel.width == Width::kHalf;
    if (is_right) height_ -= kPanelHeight;
    add(panel, is_right ? 0.5 : 0, height_);
    height_ += kPanelHeight;
    is_right = panel.width == Width::kHalf && !is_right;
  }
}

void Sheet::add(const Panel& panel, double left, double top) {
  const double width = kGroupShare / static_cast<double>(panel.series.size());
  std::string blocks;
  std::vector<std::string> plots;
  for (std::size_t i = 0; i < panel.series.size(); ++i) {
    const std::string block = fmt::format("$bars{}", blocks_++);
    const std::string bars = bars_of(panel, i, width);
    if (bars.empty()) continue;  // gnuplot takes an empty block for a mistake
    blocks += fmt::format("{} << EOD\n{}EOD\n", block, bars);
    plots.push_back(fmt::format("{} using 1:2:({:.4f}) with boxes linecolor rgb '{}' title {}",
                                block, width, kColours[i % std::size(kColours)],
                                in_quotes(panel.series[i].name)));
    plots.push_back(
        fmt::format("{} using 1:2:3 with labels offset 0,0.5 font ',9' notitle", block));
  }
  pieces_.push_back({left, top, panel.width == Width::kHalf ? 0.5 : 1, kPanelHeight,
                     fmt::format("{}set title {}\nset ylabel {}\n{}{}plot {}\n", blocks,
                                 in_quotes(panel.title), in_quotes(unit_in_words(panel.unit)),
                                 axis_of(panel), tics_of(panel), fmt::join(plots, ", "))});
}

std::string Sheet::script() const {
  std::string script = fmt::format(
      "set terminal svg name 'dateline' noenhanced size {},{} font 'sans-serif,12' background "
      "'#ffffff'\n"
      "set style fill solid 0.9 noborder\nset border 3\nset grid ytics linecolor rgb '#d0d0d0'\n"
      "set tics nomirror font ',10'\nset xtics scale 0\nset key above right horizontal\n"
      "set format y '%g'\nset multiplot\n",
      kSheetWidth, height_);
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    script += fmt::format("set label {} {} at screen 0.02, screen {:.5f}\n", i + 1,
                          texts_[i].second, 1 - texts_[i].first / height_);
  }
  for (const Piece& piece : pieces_) {
    script += fmt::format("set origin {:g},{:.5f}\nset size {:g},{:.5f}\n{}", piece.left,
                          1 - (piece.top + piece.height) / height_, piece.width,
                          piece.height / height_, piece.commands);
    if (&piece == &pieces_.front()) script += "unset label\n";  // once is enough
  }
  return script + "unset multiplot\n";
}

}  // namespace

std::string gnuplot_script(const std::vector<Chart>& charts) {
  Sheet sheet;
  for (const Chart& chart : charts) sheet.add(chart);
  return sheet.script();
}

std::string draw_svg(const std::string& script, const std::string& gnuplot) {
  if (!is_on_path(gnuplot)) {
    throw Error(ErrorKind::kSystem,
                "charts are drawn by " + gnuplot +
                    ", which is not installed: run 'scripts/install-dependencies bench' or "
                    "'apt-get install gnuplot-nox'");
  }
  TalkingProcess process(gnuplot, {"--default-settings", "-"});
  process.write_line(script);
  std::string svg = process.read_rest();
  if (process.finish().exit_status != 0 || svg.find("</svg>") == std::string::npos) {
    throw Error(ErrorKind::kSystem, gnuplot + " could not draw the chart");
  }
  return svg;
}

}  // namespace dateline::bench
