#include <memory>
#include <string>
#include <utility>

#include "indexer/sources/byte_stream.h"
#include "indexer/sources/record_splitter.h"
#include "indexer/sources/table_form.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kFormBytes = 1 << 16;
constexpr std::size_t kPieceBytes = 1 << 18;  // of rows that make one record
constexpr int kMostOpenQuotes = 16;           // of which each costs looking to the end of the file
constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";

// Cuts a table into pieces of whole rows. Each says how the table is written.
class TableSplitter final : public RecordSplitter {
 public:
  TableSplitter(ByteWindow& window, std::size_t max_record_bytes)
      : window_(window), max_record_bytes_(max_record_bytes) {}

  std::optional<std::variant<Record, BadRecord>> next() override;

 private:
  using Result = std::optional<std::variant<Record, BadRecord>>;

  void begin();
  bool follow_row();
  Result end_of_table();
  Result give_rows_before();
  Result give_rows(std::size_t bytes);
  Result skip(std::size_t bytes, const char* reason);
  Result skip_line(const char* reason);
  bool is_swallowed_row() const;

  ByteWindow& window_;
  std::size_t max_record_bytes_;
  std::shared_ptr<const TableForm> form_;
  std::optional<RowScanner> scanner_;
  std::size_t at_ = 0;         // how far the window has been followed
  std::size_t row_start_ = 0;  // of the row that is being followed; before it are whole rows
  std::uint64_t rows_ = 0;     // before row_start_
  int open_quotes_ = 0;
};

void TableSplitter::begin() {
  window_.grow_to(kFormBytes);
  const bool is_whole = window_.bytes().size() < kFormBytes;
  const auto sample = window_.bytes().substr(0, kFormBytes);
  form_ = std::make_shared<TableForm>(recognise_table_form(sample, is_whole));
  if (const std::size_t told = separator_line_bytes(sample)) window_.consume(told);
  if (window_.bytes().starts_with(kUtf8Mark)) window_.consume(kUtf8Mark.size());
  scanner_.emplace(*form_);
  scanner_->begin_row();
}

// Follows one row to its end; false where the stream ends before.
bool TableSplitter::follow_row() {
  while (!scanner_->follow(window_.bytes(), at_)) {
    if (at_ - row_start_ > max_record_bytes_ || !window_.grow()) return false;
  }
  return true;
}

TableSplitter::Result TableSplitter::next() {
  if (!form_) begin();
  for (;;) {
    if (!follow_row()) return end_of_table();
    const bool too_large = at_ - row_start_ > max_record_bytes_;
    if (too_large || is_swallowed_row()) {
      if (row_start_ > 0) return give_rows_before();
      return too_large ? skip(at_, "a row larger than an article may be")
                       : skip(scanner_->odd_line(), "a quoted cell is not closed");
    }
    rows_ += scanner_->is_blank() ? 0 : 1;
    if (rows_ == 0) window_.consume(std::exchange(at_, 0));
    row_start_ = at_;
    scanner_->begin_row();
    if (at_ >= kPieceBytes) return give_rows(at_);
  }
}

// A cell that was not closed goes on over the next row up to a quote of that: then the line with the
// odd quote is a row of the right number of cells by itself.
bool TableSplitter::is_swallowed_row() const {
  const std::size_t line = scanner_->odd_line();
  if (line <= row_start_ || form_->first_row.size() < 2) return false;
  RowScanner alone(*form_);
  std::size_t at = line;
  alone.begin_row();
  alone.follow(window_.bytes().substr(0, at_), at);
  return alone.cells() == form_->first_row.size() && at == at_;
}

// A row without a line end is the last, or too large, or one whose quotes are not closed.
TableSplitter::Result TableSplitter::end_of_table() {
  const bool too_large = at_ - row_start_ > max_record_bytes_;
  const bool is_last = !too_large && window_.failure().empty() && !scanner_->is_in_quotes();
  if (row_start_ == at_) return give_rows(at_);
  if (!is_last && row_start_ > 0) return give_rows_before();
  if (too_large) return skip_line("a row larger than an article may be");
  if (!window_.failure().empty()) return std::nullopt;
  if (!is_last) return skip_line("a quoted cell is not closed");
  rows_ += scanner_->is_blank() ? 0 : 1;
  return give_rows(at_);
}

// What stands before a row that is not sound; that is followed again after it.
TableSplitter::Result TableSplitter::give_rows_before() {
  scanner_->begin_row();
  return give_rows(row_start_);
}

TableSplitter::Result TableSplitter::give_rows(std::size_t bytes) {
  if (rows_ == 0) return std::nullopt;
  Record record{window_.line(), std::string(window_.bytes().substr(0, bytes)),
                std::exchange(rows_, 0), form_};
  window_.consume(bytes);
  at_ = row_start_ = 0;
  return record;
}

TableSplitter::Result TableSplitter::skip(std::size_t bytes, const char* reason) {
  const auto line = window_.line();
  window_.consume(bytes);
  at_ = row_start_ = 0;
  scanner_->begin_row();
  return BadRecord{line, reason};
}

// Goes on behind the first line of what is no row, but not for ever: then the rest is lost.
TableSplitter::Result TableSplitter::skip_line(const char* reason) {
  const std::size_t end = window_.bytes().find('\n');
  if (++open_quotes_ <= kMostOpenQuotes && end != std::string_view::npos) {
    return skip(end + 1, reason);
  }
  auto lost = skip(window_.bytes().size(),
                   open_quotes_ > kMostOpenQuotes
                       ? "quoted cells are not closed: the rest of the table is not read"
                       : reason);
  while (window_.grow()) window_.consume(window_.bytes().size());
  return lost;
}

}  // namespace

std::unique_ptr<RecordSplitter> make_table_splitter(ByteWindow& window,
                                                    std::size_t max_record_bytes) {
  return std::make_unique<TableSplitter>(window, max_record_bytes);
}

}  // namespace dateline::indexer
