#include "searcher/screen.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace dateline::searcher {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::size_t columns_of_stdout() {
  const std::string_view text = environment("COLUMNS");
  std::size_t columns = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), columns);
  if (failure == std::errc{} && end == text.data() + text.size() && columns > 0) return columns;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return Screen{}.columns;
}

}  // namespace

Screen screen_of_stdout() {
  Screen screen;
  screen.is_terminal = isatty(STDOUT_FILENO) == 1;
  screen.wants_no_colour = !environment("NO_COLOR").empty() || environment("TERM") == "dumb";
  screen.columns = columns_of_stdout();
  return screen;
}

}  // namespace dateline::searcher
