#include "tests/concurrent/archive.h"

#include <sstream>

namespace dateline::test {

void ConcurrentArchive::write(std::size_t articles, const std::string& round) const {
  std::string lines;
  for (std::size_t i = 0; i < articles; ++i) {
    const std::string number = std::to_string(i);
    std::string text = "The " + round + " report on heron" + std::to_string(i % 97) + ".";
    for (std::size_t word = 0; word < 40; ++word) {
      text += " pond" + std::to_string((i + word * word) % 1009);
    }
    lines += R"({"id": "a)" + number + R"(", "title": "Heron )" + number + R"(", "text": ")" +
             text + "\"}\n";
  }
  folder_.write("archive.jsonl", lines);
}

indexer::RunReport ConcurrentArchive::update(const std::string& index, unsigned jobs) const {
  indexer::UpdateOptions options;
  options.index_dir = folder_.path() / index;
  options.inputs = {path().string()};
  options.memory_budget_bytes = 16 << 20;
  options.jobs = jobs;
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream log;
  return indexer::run_update(options, {in, out, log});
}

}  // namespace dateline::test
