// What stdout is: decides format, colours and width where the command line does not.
#pragma once

#include <cstddef>

namespace dateline::searcher {

struct Screen {
  bool is_terminal = false;
  bool wants_no_colour = false;  // NO_COLOR is set and not empty, or TERM is "dumb"
  std::size_t columns = 80;      // COLUMNS, else what the terminal says, else 80
};

Screen screen_of_stdout();

}  // namespace dateline::searcher
