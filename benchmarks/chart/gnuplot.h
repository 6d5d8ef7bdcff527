// Charts -> SVG, drawn by gnuplot. The only place that knows its language.
#pragma once

#include <string>
#include <vector>

#include "benchmarks/chart/panels.h"

namespace dateline::bench {

// What gnuplot is told: charts one below the other on a white sheet, so that it can be read on a
// page of any colour. Names from results are quoted so that none can be read as a command.
std::string gnuplot_script(const std::vector<Chart>& charts);

// The SVG that `gnuplot` makes of a script. Throws Error(kSystem) with the remedy where it is not
// on PATH, and where it draws nothing; what it complains of goes to stderr.
std::string draw_svg(const std::string& script, const std::string& gnuplot = "gnuplot");

}  // namespace dateline::bench
