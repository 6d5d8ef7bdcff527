// How a table of articles is written: CSV by RFC 4180, TSV, and what the world makes of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

struct TableForm {
  char separator = ',';
  char quote = '"';  // '\0': cells are never quoted
  std::vector<std::string> first_row;

  bool operator==(const TableForm&) const = default;
};

// Follows rows as libcsv reads them, so that both see the same rows: a quote opens a cell only
// where it stands first, blanks set aside; inside, two are one, and one before anything but a
// separator or a line end is a sign like others. "\n", "\r\n" and "\r" end a row.
class RowScanner {
 public:
  explicit RowScanner(const TableForm& form) : separator_(form.separator), quote_(form.quote) {}

  // Follows `bytes` from `at` on; true when a row has ended, and `at` is behind its line end then.
  // Otherwise `at` is at the end of `bytes`, and the row goes on in what comes.
  bool follow(std::string_view bytes, std::size_t& at);

  // Of the row that ended last, or that is being followed.
  std::size_t cells() const { return cells_; }
  bool is_blank() const { return cells_ == 1 && is_empty_; }
  bool is_in_quotes() const { return state_ == State::kQuoted; }

  // Where the last line began on which a quote is followed by neither a quote nor the end of its
  // cell, in a cell that began on an earlier line: an offset in `bytes`; 0 where there is none.
  std::size_t odd_line() const { return odd_line_; }

  void begin_row();

 private:
  enum class State { kCellStart, kPlain, kQuoted, kQuoteInQuoted };

  bool end_row(std::string_view bytes, std::size_t& at);
  void step(char c, std::size_t at);
  void follow_quoted(std::string_view bytes, std::size_t& at);

  char separator_;
  char quote_;
  State state_ = State::kCellStart;
  std::size_t cells_ = 1;
  bool is_empty_ = true;
  bool blanks_behind_quote_ = false;
  std::size_t line_start_ = 0;  // of the last line inside of a quoted cell
  std::size_t odd_line_ = 0;
};

// The form that fits the beginning of a table best: separators ',', ';', tab and '|', quotes '"',
// '\'' and none. `is_whole`: no more follows. A line "sep=;" before the first row tells the
// separator; it is no row. `first_row` is the first line where nothing has two cells.
TableForm recognise_table_form(std::string_view beginning, bool is_whole);

// The bytes of that line, 0 where there is none.
std::size_t separator_line_bytes(std::string_view beginning);

// Whether a file that begins so is a table: its first row holds the usual names of fields, or it is
// so regular that it can be nothing else. Prose with commas is none.
bool looks_like_table(std::string_view head);

// The cells of the first row of `row`, by libcsv.
std::vector<std::string> cells_of_row(std::string_view row, const TableForm& form);

}  // namespace dateline::indexer
