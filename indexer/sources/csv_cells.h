// Rows of a table -> their cells. The only door to libcsv.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/sources/table_form.h"

namespace dateline::indexer {

class CsvCells {
 public:
  // `take_row` may move from the cells. A blank line is a row without any.
  using TakeRow = std::function<void(std::vector<std::string>& cells)>;

  CsvCells(const TableForm& form, TakeRow take_row);
  ~CsvCells();
  CsvCells(const CsvCells&) = delete;
  CsvCells& operator=(const CsvCells&) = delete;

  // Reads whole rows, the last with or without its line end. Throws std::bad_alloc.
  void read(std::string_view rows);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace dateline::indexer
