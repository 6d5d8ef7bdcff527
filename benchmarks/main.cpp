#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "benchmarks/command_line.h"
#include "benchmarks/run.h"
#include "common/terminal_text.h"

int main(int argc, char** argv) {
  using namespace dateline::bench;
  try {
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const auto parsed = parse_command_line(arguments, std::cout);
    if (const auto* status = std::get_if<ExitStatus>(&parsed)) return *status;
    const ExitStatus status = run(std::get<CommandLine>(parsed), arguments, std::cout, std::cerr);
    std::cout.flush();
    return std::cout ? status : kFailed;
  } catch (const std::exception& error) {
    std::cerr << "dateline-bench: " << dateline::printable(error.what()) << '\n';
    return kFailed;
  }
}
