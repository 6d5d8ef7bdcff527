#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/terminal_text.h"
#include "indexer/command_line.h"

namespace dateline::indexer {
namespace {

ExitStatus run_process(const std::vector<std::string>& arguments) {
  const auto parsed = parse_command_line(arguments, std::cout);
  const auto* command = std::get_if<Command>(&parsed);
  const ExitStatus status = command == nullptr ? std::get<ExitStatus>(parsed)
                                               : run(*command, {std::cin, std::cout, std::cerr});
  finish_results(std::cout);
  return status;
}

void complain(const std::exception& error) {
  std::cerr << "dateline-index: " << dateline::printable(error.what()) << '\n';
}

}  // namespace
}  // namespace dateline::indexer

int main(int argc, char** argv) {
  using namespace dateline::indexer;
  std::ios::sync_with_stdio(false);
  try {
    return run_process({argv + (argc > 0 ? 1 : 0), argv + argc});
  } catch (const dateline::Error& error) {
    complain(error);
    return exit_status_of(error);
  } catch (const std::exception& error) {
    complain(error);
    return kFailed;
  }
}
