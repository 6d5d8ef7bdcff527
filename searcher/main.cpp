#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/terminal_text.h"
#include "searcher/command_line.h"
#include "searcher/run.h"

namespace dateline::searcher {
namespace {

std::chrono::year_month_day local_today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  if (localtime_r(&now, &local) == nullptr) return {};
  return std::chrono::year{local.tm_year + 1900} /
         std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)} /
         std::chrono::day{static_cast<unsigned>(local.tm_mday)};
}

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

Screen screen_of_stdout() {
  Screen screen;
  screen.is_terminal = isatty(STDOUT_FILENO) == 1;
  screen.wants_no_colour = !environment("NO_COLOR").empty() || environment("TERM") == "dumb";
  screen.columns = columns_of_stdout();
  return screen;
}

ExitStatus run_process(const std::vector<std::string>& arguments) {
  const auto parsed = parse_command_line(arguments, local_today(), std::cout);
  const auto* line = std::get_if<CommandLine>(&parsed);
  const ExitStatus status = line == nullptr
                                ? std::get<ExitStatus>(parsed)
                                : run(*line, screen_of_stdout(), {std::cin, std::cout, std::cerr});
  finish_results(std::cout);
  return status;
}

}  // namespace
}  // namespace dateline::searcher

int main(int argc, char** argv) {
  // A reader that has seen enough (| head) ends the program without a word, whoever started it.
  std::signal(SIGPIPE, SIG_DFL);
  std::ios::sync_with_stdio(false);
  try {
    return dateline::searcher::run_process({argv + (argc > 0 ? 1 : 0), argv + argc});
  } catch (const std::exception& e) {
    std::cerr << "dateline-search: " << dateline::printable(e.what()) << '\n';
    return dateline::searcher::kFailed;
  }
}
