// Hits as rows of a table: the formats "csv" and "tsv". A test holds the columns to
// docs/output-formats.md.
//
// CSV is RFC 4180: lines end in CR LF, a cell with a comma or a quote stands in quotes. TSV is what
// IANA registered as text/tab-separated-values: no quotes, so that no cell holds a tab or newline.
// In both, a break inside of a text becomes a space, and what a terminal must not see is escaped
// visibly, as neither format has an escape of its own.
//
// A spreadsheet takes a cell that begins with = + - or @ for a formula, which may run programs and
// send what stands in other cells away. Such a text gets an apostrophe before it, also where only
// blanks or apostrophes go before the sign: taking one apostrophe away from a cell of that form
// gives the text back. Numbers of our own are left as they are.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "common/publication_time.h"
#include "common/terminal_text.h"
#include "searcher/output/writers.h"

namespace dateline::searcher {
namespace {

// = + - @ and the full-width forms, which Japanese spreadsheets take for the same.
constexpr std::array<std::string_view, 8> kFormulaSigns = {"=",  "+",  "-",  "@",
                                                           "＝", "＋", "－", "＠"};

std::string guarded(std::string text) {
  const std::size_t start = text.find_first_not_of(" '");
  if (start == std::string::npos) return text;
  const std::string_view rest = std::string_view(text).substr(start);
  const bool is_formula =
      std::any_of(kFormulaSigns.begin(), kFormulaSigns.end(),
                  [rest](std::string_view sign) { return rest.starts_with(sign); });
  return is_formula ? text.insert(0, 1, '\'') : text;
}

std::string cell(std::string_view text) {
  return guarded(printable(text, Breaks::kSpace));
}

std::string if_known(const std::optional<std::uint64_t>& count) {
  return count ? fmt::to_string(*count) : "";
}

template <typename Row>
struct Column {
  std::string_view name;
  std::string (*cell)(const Row&);
};

constexpr std::array<Column<Hit>, 15> kHitColumns = {{
    {"rank", [](const Hit& hit) { return fmt::to_string(hit.rank); }},
    {"score", [](const Hit& hit) { return fmt::to_string(hit.score); }},
    {"id", [](const Hit& hit) { return cell(hit.article.id); }},
    {"headline", [](const Hit& hit) { return cell(hit.article.headline); }},
    {"published", [](const Hit& hit) { return to_iso(hit.article.published); }},
    {"precision",
     [](const Hit& hit) { return std::string(to_string(hit.article.published.precision)); }},
    {"source", [](const Hit& hit) { return cell(hit.article.source); }},
    {"agency", [](const Hit& hit) { return cell(hit.article.agency); }},
    {"byline", [](const Hit& hit) { return cell(hit.article.byline); }},
    {"place", [](const Hit& hit) { return cell(hit.article.place); }},
    {"section", [](const Hit& hit) { return cell(hit.article.section); }},
    {"language", [](const Hit& hit) { return cell(hit.article.language); }},
    {"url", [](const Hit& hit) { return cell(hit.article.url); }},
    {"snippet", [](const Hit& hit) { return cell(hit.snippet.text); }},
    {"copies",
     [](const Hit& hit) { return hit.copies ? fmt::to_string(hit.copies->count) : std::string(); }},
}};

constexpr std::array<Column<SearchResult>, 8> kSearchColumns = {{
    {"query", [](const SearchResult& result) { return cell(result.query); }},
    {"read_as", [](const SearchResult& result) { return cell(result.read_as); }},
    {"total", [](const SearchResult& result) { return fmt::to_string(result.total.value); }},
    {"total_exact", [](const SearchResult& result) { return fmt::to_string(result.total.exact); }},
    {"undated_left_out",
     [](const SearchResult& result) { return if_known(result.undated_left_out); }},
    {"generation", [](const SearchResult& result) { return fmt::to_string(result.generation); }},
    {"groups", [](const SearchResult& result) { return if_known(result.groups); }},
    {"notes",
     [](const SearchResult& result) {
       return cell(fmt::format("{}", fmt::join(result.notes, "; ")));
     }},
}};

std::string quoted(const std::string& text) {
  const bool is_plain = text.find_first_of(",\"") == std::string::npos && !text.starts_with(' ') &&
                        !text.ends_with(' ');
  if (is_plain) return text;
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

class Line {
 public:
  explicit Line(TableForm form) : form_(form) {}

  void add(const std::string& cell) {
    const bool is_csv = form_ == TableForm::kCsv;
    if (!is_first_) text_ += is_csv ? ',' : '\t';
    text_ += is_csv ? quoted(cell) : cell;
    is_first_ = false;
  }

  std::string ended() const { return text_ + (form_ == TableForm::kCsv ? "\r\n" : "\n"); }

 private:
  TableForm form_;
  bool is_first_ = true;
  std::string text_;
};

std::string header(Line line) {
  for (const auto& column : kHitColumns) line.add(std::string(column.name));
  for (const auto& column : kSearchColumns) line.add(std::string(column.name));
  return line.ended();
}

// `line` has what comes before the columns of the hit; no hit leaves them empty.
std::string row(Line line, const Hit* hit, const SearchResult& result) {
  for (const auto& column : kHitColumns) line.add(hit == nullptr ? "" : column.cell(*hit));
  for (const auto& column : kSearchColumns) line.add(column.cell(result));
  return line.ended();
}

std::string rows(const Line& start, const SearchResult& result) {
  if (result.hits.empty()) return row(start, nullptr, result);
  std::string text;
  for (const Hit& hit : result.hits) text += row(start, &hit, result);
  return text;
}

}  // namespace

std::string to_table(const SearchResult& result, TableForm form) {
  return header(Line(form)) + rows(Line(form), result);
}

std::string batch_table_header(TableForm form) {
  Line line(form);
  line.add("query_id");
  return header(line);
}

std::string to_batch_table(std::string_view query_id, const SearchResult& result, TableForm form) {
  Line line(form);
  line.add(cell(query_id));
  return rows(line, result);
}

}  // namespace dateline::searcher
