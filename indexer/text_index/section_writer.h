// A text.index as it is written: sections in order, page checksums, trailer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/text_index/format.h"
#include "indexer/commit/durable_file.h"

namespace dateline::indexer {

class SectionWriter {
 public:
  explicit SectionWriter(const std::filesystem::path& path);

  // Sections come in the order of Section; each ends where the next begins.
  void begin(Section section);
  void append(std::string_view bytes);

  // Bytes of the section so far.
  std::uint64_t section_bytes() const { return written_ - section_begin_; }

  // Ends the last section, writes checksums and trailer.
  void finish();

 private:
  void end_section();
  void sum(std::string_view bytes);

  DurableFile file_;
  Trailer trailer_;
  int section_ = -1;
  std::uint64_t section_begin_ = 0;
  std::uint64_t written_ = 0;
  std::string page_;
  std::vector<std::uint64_t> checksums_;
};

}  // namespace dateline::indexer
