// A new file that grows at its end.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace dateline::indexer {

// Movable, not copyable. All errors are Error(kSystem) and name the file. A file that is not closed is left
// behind incomplete: whoever abandons a run removes its folder.
class OutputFile {
 public:
  // Creates the file, which must not exist.
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;

  void append(std::string_view bytes);

  // Writes what is still buffered. Nothing can be appended afterwards. Does not sync.
  void close();

 private:
  void write_out(std::string_view bytes);

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::string buffer_;
};

}  // namespace dateline::indexer
