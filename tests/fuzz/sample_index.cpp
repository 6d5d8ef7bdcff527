#include "tests/fuzz/sample_index.h"

#include <stdlib.h>

#include <sstream>
#include <stdexcept>
#include <string>

#include "indexer/update/update.h"

namespace dateline::fuzz {
namespace {

void update(const std::filesystem::path& index, const std::string& input, const std::string& text) {
  std::istringstream in(text);
  std::ostringstream out;
  std::ostringstream log;
  indexer::UpdateOptions options;
  options.index_dir = index;
  options.inputs = {input};
  if (input == "-") options.format = indexer::Format::kJson;
  indexer::run_update(options, {in, out, log});
}

// Articles beside the sample, of which some change: what is deleted must not be found.
std::string made_up(int first, int past, const std::string& word) {
  std::string lines;
  for (int i = first; i < past; ++i) {
    const std::string number = std::to_string(i);
    lines += R"({"id": "made-up-)" + number + R"(", "title": "Ferry )" + number + " " + word +
             R"(", "text": "The ferry and the bridge of US 9/11.\n\nA )" + word +
             R"( e-mail. It was the ferry, 2% of it.", "source": ")" + word +
             R"(", "date": "2023-01-)" + (i < 10 ? "0" : "") + number + "\"}\n";
  }
  return lines;
}

}  // namespace

SampleIndex::SampleIndex() {
  std::string name = (std::filesystem::temp_directory_path() / "dateline-fuzz-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
  const std::filesystem::path sample = std::filesystem::path(DATELINE_SOURCE_DIR) / "corpus/sample";
  update(path_, sample.string(), "");
  update(path_, "-", made_up(1, 20, "harbour"));
  update(path_, "-", made_up(15, 28, "defence"));
}

SampleIndex::~SampleIndex() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace dateline::fuzz
