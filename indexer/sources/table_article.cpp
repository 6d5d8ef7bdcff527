#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "indexer/enrichment/characters.h"
#include "indexer/sources/csv_cells.h"
#include "indexer/sources/field_sorter.h"
#include "indexer/sources/field_value.h"
#include "indexer/sources/parse.h"
#include "indexer/sources/table_form.h"

namespace dateline::indexer {
namespace {

using Cells = std::vector<std::string>;

struct Column {
  std::string name;
  std::optional<FieldMap::Match> match;
};

constexpr std::string_view kNoColumn =
    "a table without a column for headline or text; map one: --map text=COLUMN, where COLUMN is a "
    "name of the first row, or a number where that has no names";

bool is_text(const std::optional<FieldMap::Match>& match) {
  return match && (match->role == Role::kHeadline || match->role == Role::kBody);
}

// "_source.title" of a tool that made one level of many.
std::optional<FieldMap::Match> match_name(const FieldMap& fields, std::string_view name) {
  if (auto match = fields.match(name_key(name))) return match;
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos || !holds_fields_of_article(name.substr(0, dot))) return {};
  return fields.match(name_key(name.substr(dot + 1)));
}

std::vector<Column> columns_of(const Cells& first_row, const FieldMap& fields) {
  std::vector<Column> columns;
  for (const std::string& cell : first_row) {
    const std::string name(trim(cell));
    columns.push_back({name, match_name(fields, name)});
  }
  return columns;
}

std::vector<Column> numbered_columns(std::size_t count, const FieldMap& fields) {
  std::vector<Column> columns;
  for (std::size_t number = 1; number <= count; ++number) {
    std::string name = std::to_string(number);
    auto match = fields.match_mapped(name);
    columns.push_back({"column_" + std::move(name), match});
  }
  return columns;
}

bool have_text(const std::vector<Column>& columns) {
  return std::ranges::any_of(columns, is_text, &Column::match);
}

class TableReader {
 public:
  TableReader(const RawDocument& document, const FieldMap& fields, SourceNotes& notes)
      : document_(document), form_(*document.table), fields_(fields), notes_(notes) {}

  std::vector<FoundArticle> read() {
    columns_ = columns_of(form_.first_row, fields_);
    has_names_ = have_text(columns_);
    if (!has_names_) columns_ = numbered_columns(form_.first_row.size(), fields_);
    if (!have_text(columns_)) {
      if (document_.ordinal == 1) bad(kNoColumn);
      return std::move(found_);
    }
    line_ = document_.origin.line;
    CsvCells(form_, [this](Cells& cells) { take(cells); }).read(document_.bytes);
    return std::move(found_);
  }

 private:
  void take(Cells& cells) {
    const std::uint64_t line = std::exchange(line_, line_ + lines_of(cells));
    if (cells.empty()) return;
    const bool is_header = has_names_ && row_ == 0 && document_.ordinal == 1;
    if (!is_header) add(cells, line);
    ++row_;
  }

  static std::uint64_t lines_of(const Cells& cells) {
    std::uint64_t lines = 1;
    for (const std::string& cell : cells) {
      lines += static_cast<std::uint64_t>(std::ranges::count(cell, '\n'));
    }
    return lines;
  }

  // Empty cells at the end are what spreadsheets leave; any others may have moved all the rest.
  void add(Cells& cells, std::uint64_t line) {
    const std::size_t given = cells.size();
    while (cells.size() > columns_.size() && cells.back().empty()) cells.pop_back();
    if (cells.size() != columns_.size()) {
      return bad(fmt::format("a row of {} cells in a table of {}", given, columns_.size()), line);
    }
    FieldSorter sorter(notes_);
    for (std::size_t i = 0; i < cells.size(); ++i) put(columns_[i], std::move(cells[i]), sorter);
    found_.push_back({sorter.finish(), {}, row_});
  }

  // The column of pandas that counts the rows has no name and is no field.
  void put(const Column& column, std::string cell, FieldSorter& sorter) {
    if (column.name.empty()) {
      if (!is_number(cell)) sorter.keep("column_without_name", std::move(cell));
      return;
    }
    if (!column.match) return sorter.keep(column.name, std::move(cell));
    std::string text = string_text(cell, column.match->role);
    if (!trim(text).empty()) return sorter.offer(*column.match, column.name, std::move(text));
    if (!is_nothing(cell) && !is_role_name(field_name(column.name))) {
      sorter.keep(column.name, std::move(cell));
    }
  }

  void bad(std::string_view reason, std::uint64_t line = 0) {
    Origin origin = document_.origin;
    origin.line = line;
    found_.push_back({BadArticle{std::move(origin), std::string(reason)}, {}, row_});
  }

  const RawDocument& document_;
  const TableForm& form_;
  const FieldMap& fields_;
  SourceNotes& notes_;
  std::vector<Column> columns_;
  bool has_names_ = false;
  std::uint64_t row_ = 0;   // of the document, blank ones not counted
  std::uint64_t line_ = 0;  // where the row begins
  std::vector<FoundArticle> found_;
};

}  // namespace

std::vector<FoundArticle> read_table_articles(const RawDocument& document, const FieldMap& fields,
                                              SourceNotes& notes) {
  assert(document.table != nullptr);
  return TableReader(document, fields, notes).read();
}

}  // namespace dateline::indexer
