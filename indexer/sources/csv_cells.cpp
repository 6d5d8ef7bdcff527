#include "indexer/sources/csv_cells.h"

#include <csv.h>

#include <new>
#include <utility>

namespace dateline::indexer {

struct CsvCells::Parser {
  csv_parser parser{};
  TakeRow take_row;
  std::vector<std::string> cells;

  void add(const char* cell, std::size_t bytes) {
    if (bytes == 0) {
      cells.emplace_back();
    } else {
      cells.emplace_back(cell, bytes);
    }
  }

  void end() {
    take_row(cells);
    cells.clear();
  }
};

namespace {

template <typename Parser>
void on_cell(void* cell, std::size_t bytes, void* data) {
  static_cast<Parser*>(data)->add(static_cast<const char*>(cell), bytes);
}

template <typename Parser>
void on_row(int /*line_end*/, void* data) {
  static_cast<Parser*>(data)->end();
}

}  // namespace

CsvCells::CsvCells(const TableForm& form, TakeRow take_row) : parser_(std::make_unique<Parser>()) {
  constexpr std::size_t kGrowBytes = 1 << 16;  // the default of 128 makes large cells slow
  if (csv_init(&parser_->parser, CSV_REPALL_NL) != 0) throw std::bad_alloc();
  csv_set_delim(&parser_->parser, static_cast<unsigned char>(form.separator));
  csv_set_quote(&parser_->parser, static_cast<unsigned char>(form.quote));
  csv_set_blk_size(&parser_->parser, kGrowBytes);
  parser_->take_row = std::move(take_row);
}

CsvCells::~CsvCells() {
  csv_free(&parser_->parser);
}

void CsvCells::read(std::string_view rows) {
  csv_parser* parser = &parser_->parser;
  const std::size_t read =
      csv_parse(parser, rows.data(), rows.size(), on_cell<Parser>, on_row<Parser>, parser_.get());
  if (read != rows.size() ||
      csv_fini(parser, on_cell<Parser>, on_row<Parser>, parser_.get()) != 0) {
    throw std::bad_alloc();
  }
}

}  // namespace dateline::indexer
