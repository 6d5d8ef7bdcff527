// Splits a text into records, given in pieces of any size, and tells them in one line each.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/sources/archive_record.h"
#include "indexer/sources/byte_stream.h"
#include "indexer/sources/record_splitter.h"

namespace dateline::indexer::test {

// Gives at most `piece_bytes` at a time, and fails at the end if it is told to.
class PieceStream final : public ByteStream {
 public:
  PieceStream(std::string_view bytes, std::size_t piece_bytes, std::string failure)
      : rest_(bytes), piece_bytes_(piece_bytes), failure_(std::move(failure)) {}

  std::size_t read(char* into, std::size_t size) override {
    const auto count = rest_.copy(into, std::min(size, piece_bytes_));
    rest_.remove_prefix(count);
    return count;
  }
  std::string failure() const override { return rest_.empty() ? failure_ : std::string(); }

 private:
  std::string_view rest_;
  std::size_t piece_bytes_;
  std::string failure_;
};

struct SplitOptions {
  std::size_t piece_bytes = 1 << 20;
  std::size_t max_record_bytes = kMaxArticleBytes;
  std::string failure = {};
};

// "3 {...}" for a record that begins on line 3, "3 bad: reason".
inline std::vector<std::string> split(MakeSplitter make_splitter, std::string_view text,
                                      const SplitOptions& options = {}) {
  ByteWindow window(std::make_unique<PieceStream>(text, options.piece_bytes, options.failure));
  const auto splitter = make_splitter(window, options.max_record_bytes);
  std::vector<std::string> told;
  while (const auto record = splitter->next()) {
    if (const auto* bad = std::get_if<BadRecord>(&*record)) {
      told.push_back(std::to_string(bad->line).append(" bad: ").append(bad->reason));
    } else {
      const auto& cut = std::get<Record>(*record);
      told.push_back(std::to_string(cut.line).append(" ").append(cut.bytes));
    }
  }
  return told;
}

}  // namespace dateline::indexer::test
