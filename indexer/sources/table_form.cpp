#include "indexer/sources/table_form.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "common/text/ascii.h"
#include "indexer/enrichment/characters.h"
#include "indexer/sources/csv_cells.h"
#include "indexer/sources/field_map.h"

namespace dateline::indexer {
namespace {

constexpr std::string_view kSeparators = ",\t;|";
constexpr auto kQuotes = std::to_array<char>({'"', '\'', '\0'});
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// What a form makes of the beginning of a table.
struct Fit {
  TableForm form = {};
  std::size_t known_names = 0;  // in the first row
  std::size_t rows = 0;         // that are complete, blank ones left out
  std::size_t alike = 0;        // of them: with as many cells as the first
  std::size_t like_prose = 0;   // of them: with a separator as the sign of a sentence, see below
  std::size_t quoted = 0;       // of them: with quotes around the first and another cell
  std::size_t tight = 0;        // of them: with no blank behind a separator
  std::size_t cells = 0;        // of the first
  bool opens_quotes = false;    // a cell behind a separator of the first row begins with a quote
  bool names_article = false;   // the first row names a headline, a text, a date or a URL

  double regularity() const {
    return rows == 0 ? 0 : static_cast<double>(alike) / static_cast<double>(rows);
  }
};

bool is_name_like(std::string_view cell) {
  constexpr std::size_t kLongestName = 40;
  return cell.size() <= kLongestName && cell.find_first_of(".!?\n<>{}") == std::string_view::npos &&
         std::ranges::count(cell, ' ') <= 3;
}

// A first row of names: all of them short, two of them known.
void look_for_names(Fit& fit) {
  const FieldMap usual;
  if (!std::ranges::all_of(fit.form.first_row, is_name_like)) return;
  for (const std::string& cell : fit.form.first_row) {
    const auto match = usual.match(name_key(cell));
    if (!match) continue;
    ++fit.known_names;
    fit.names_article |= match->surety == Surety::kSure &&
                         (match->role == Role::kHeadline || match->role == Role::kBody ||
                          match->role == Role::kDate || match->role == Role::kUrl);
  }
  if (fit.known_names < 2 || !fit.names_article) fit.known_names = 0;
}

// "the first ferry;", "Roses are red; the harbour is grey": a sign that closes the line, or a
// semicolon with a blank behind it.
bool is_like_prose(std::string_view row, char separator) {
  row = trim(row);
  if (row.ends_with(separator)) return true;
  const std::size_t at = row.find(separator);
  if (separator == ',' && std::ranges::any_of(row, is_digit)) return false;
  return (separator == ';' || separator == ',') && at + 1 < row.size() && is_blank(row[at + 1]);
}

// "Norway,NOR,1960": no sentence, and no number such as 1,234 or 1,5 either.
bool is_tight(std::string_view row, char separator) {
  bool between_words = false;
  for (std::size_t i = 0; i + 1 < row.size(); ++i) {
    if (row[i] != separator) continue;
    if (is_blank(row[i + 1])) return false;
    if (i > 0 && ascii::is_high(row[i - 1]) && ascii::is_high(row[i + 1])) return false;  // Chinese
    between_words = between_words || i == 0 || !is_digit(row[i - 1]) || !is_digit(row[i + 1]);
  }
  return between_words;
}

// "3","Rain stops ferries": no blank stands between the quotes, so it is no list in a sentence.
bool is_quoted(std::string_view row, const TableForm& form) {
  const std::string between{form.quote, form.separator, form.quote};
  return form.quote == '"' && row.starts_with('"') && row.find(between) != std::string_view::npos;
}

// What is asked of a form: how well it fits, or only whether it is one at all.
enum class Ask { kHowWell, kWhether };

Fit fit_of(TableForm form, std::string_view beginning, bool is_whole, Ask ask) {
  Fit fit;
  fit.form = std::move(form);
  RowScanner scanner(fit.form);
  for (std::size_t at = 0; at < beginning.size();) {
    const std::size_t begin = at;
    scanner.begin_row();
    const bool has_ended = scanner.follow(beginning, at);
    const bool is_first = fit.cells == 0;
    if (scanner.is_blank() || (!has_ended && !is_whole && !is_first)) continue;
    if (is_first) {
      fit.cells = scanner.cells();
      fit.form.first_row = cells_of_row(beginning.substr(begin, at - begin), fit.form);
      const std::string opening{fit.form.separator, fit.form.quote};
      fit.opens_quotes =
          fit.form.quote != '\0' &&
          beginning.substr(begin, at - begin).find(opening) != std::string_view::npos;
      if (fit.cells < 2) break;
      look_for_names(fit);
    }
    if (!has_ended && !is_whole) continue;
    ++fit.rows;
    fit.alike += scanner.cells() == fit.cells ? 1 : 0;
    const auto row = beginning.substr(begin, at - begin);
    fit.like_prose += is_like_prose(row, fit.form.separator) ? 1 : 0;
    fit.quoted += is_quoted(row, fit.form) ? 1 : 0;
    fit.tight += is_tight(row, fit.form.separator) ? 1 : 0;
    if (ask == Ask::kWhether && (fit.known_names > 0 || fit.alike < fit.rows)) break;
  }
  return fit;
}

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

// Double quotes may come in rows behind the beginning. Tables by tabs are often written without.
bool may_quote(char separator, char quote, std::string_view rows) {
  if (quote == '"') return true;
  if (quote == '\0') return separator == '\t' || separator == '|';
  return rows.find(std::string{separator, quote}) != std::string_view::npos;
}

std::vector<Fit> fits_of(std::string_view beginning, bool is_whole, Ask ask) {
  std::string_view separators = kSeparators;
  const auto text = without_mark(beginning);
  const std::size_t told = separator_line_bytes(beginning);
  if (told > 0) separators = text.substr(4, 1);
  const auto rows = told > 0 ? beginning.substr(told) : text;
  const auto first_line = rows.substr(0, rows.find('\n'));
  std::vector<Fit> fits;
  for (const char separator : separators) {
    if (ask == Ask::kWhether && first_line.find(separator) == std::string_view::npos) continue;
    for (const char quote : kQuotes) {
      if (!may_quote(separator, quote, rows)) continue;
      Fit fit = fit_of({separator, quote, {}}, rows, is_whole, ask);
      if (fit.cells >= 2) fits.push_back(std::move(fit));
    }
  }
  return fits;
}

// So regular that it is a table though no name in it is known.
bool is_regular(const Fit& fit) {
  constexpr std::size_t kEnoughRows = 3, kEnoughRowsWithCommas = 5;
  const bool by_commas = fit.form.separator == ',';
  const auto& first = fit.form.first_row.empty() ? std::string() : fit.form.first_row.front();
  if (fit.rows < kEnoughRows && !by_commas && fit.opens_quotes && is_name_like(first)) return true;
  if (fit.alike < fit.rows || fit.like_prose == fit.rows) return false;
  if (fit.rows > 1 && fit.quoted == fit.rows) return true;
  if (!by_commas || fit.tight == fit.rows) return fit.rows >= kEnoughRows;
  return fit.rows >= kEnoughRowsWithCommas && fit.cells >= 3;
}

// A quote inside of a cell that is not doubled: "We will," she said.
bool has_lone_quote(std::string_view row) {
  for (std::size_t i = 1; i + 1 < row.size(); ++i) {
    if (row[i] != '"') continue;
    if (row[i + 1] != '"') return true;
    ++i;
  }
  return false;
}

// Every row is one cell in quotes; the last may be cut.
bool is_column_of_quotes(std::string_view text) {
  const TableForm form;
  RowScanner scanner(form);
  std::size_t rows = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    scanner.begin_row();
    const bool has_ended = scanner.follow(text, at);
    if (scanner.is_blank()) continue;
    const auto row = trim(text.substr(begin, at - begin));
    if (!row.starts_with('"') || scanner.cells() != 1 || has_lone_quote(row)) return false;
    if (has_ended && !row.ends_with('"')) return false;
    ++rows;
  }
  return rows > 0;
}

// "text" above lines in quotes: a table of one column.
bool is_one_column(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return false;
  const auto first_row = cells_of_row(text.substr(0, end), TableForm{});
  if (first_row.size() != 1) return false;
  const auto match = FieldMap().match(name_key(first_row.front()));
  const bool is_text = match && match->surety == Surety::kSure &&
                       (match->role == Role::kHeadline || match->role == Role::kBody);
  return is_text && is_column_of_quotes(text.substr(end + 1));
}

bool has_separator_in_first_line(std::string_view text) {
  const auto line = text.substr(0, text.find('\n'));
  return line.find_first_of(kSeparators) != std::string_view::npos;
}

}  // namespace

std::size_t separator_line_bytes(std::string_view beginning) {
  const auto text = without_mark(beginning);
  const std::size_t mark = beginning.size() - text.size();
  if (!starts_folded(text, "sep=") || text.size() < 6) return 0;
  std::size_t end = 5;
  if (text[end] == '\r') ++end;
  if (end < text.size() && text[end] == '\n') ++end;
  return end == 5 ? 0 : mark + end;
}

// Double quotes are what tables are written with, so others must fit better than they do.
TableForm recognise_table_form(std::string_view beginning, bool is_whole) {
  auto fits = fits_of(beginning, is_whole, Ask::kHowWell);
  const auto worth = [](const Fit& fit) {
    return std::make_tuple(fit.known_names, fit.regularity(), fit.rows, fit.cells);
  };
  const auto best = std::ranges::max_element(fits, {}, worth);
  if (best != fits.end()) return std::move(best->form);
  TableForm one_column;
  const auto text = without_mark(beginning);
  one_column.first_row = cells_of_row(text.substr(0, text.find('\n')), one_column);
  return one_column;
}

bool looks_like_table(std::string_view head) {
  constexpr std::size_t kHeadBytes = 4'096;
  auto text = without_mark(head);
  while (!text.empty() && (text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
  if (separator_line_bytes(text) > 0) return true;
  if (!has_separator_in_first_line(text)) return is_one_column(text);
  const auto fits = fits_of(text, head.size() < kHeadBytes, Ask::kWhether);
  return std::ranges::any_of(
      fits, [](const Fit& fit) { return fit.known_names >= 2 || is_regular(fit); });
}

std::vector<std::string> cells_of_row(std::string_view row, const TableForm& form) {
  std::vector<std::string> first;
  CsvCells reader(form, [&first](std::vector<std::string>& cells) {
    if (first.empty()) first = std::move(cells);
  });
  reader.read(row);
  return first;
}

}  // namespace dateline::indexer
