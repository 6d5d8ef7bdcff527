#include "searcher/output/formats.h"

#include <algorithm>
#include <iterator>

#include "searcher/output/writers.h"

namespace dateline::searcher {
namespace {

std::string page(const SearchResult& result, const PageStyle& style) {
  return hits_page(result, style) + explanation_page(result, style) + facets_page(result, style);
}

// For a person, who may have learnt another language of queries.
std::string terminal_page(const SearchResult& result, const PageStyle& style) {
  return hits_page(result, style) + reading_page(result, style) + explanation_page(result, style) +
         facets_page(result, style);
}

template <std::string (*write)(const SearchResult&)>
std::string unstyled(const SearchResult& result, const PageStyle&) {
  return write(result);
}

template <TableForm form>
std::string table(const SearchResult& result, const PageStyle&) {
  return to_table(result, form);
}

// The id that a single query goes by in a run file.
std::string run_file(const SearchResult& result) {
  return to_trec("1", result);
}

std::string no_heading() {
  return "";
}

std::string no_mistake(std::string_view, std::string_view, const QueryMistake&) {
  return "";
}

constexpr BatchWriter kJsonBatch{
    .name = "jsonl",
    .heading = no_heading,
    .answer = to_batch_json,
    .mistake = to_batch_json,
    .carries_counts = true,
};

template <TableForm form>
std::string table_heading() {
  return batch_table_header(form);
}

template <TableForm form>
std::string table_rows(std::string_view id, const SearchResult& result) {
  return to_batch_table(id, result, form);
}

constexpr BatchWriter kCsvBatch{"csv", table_heading<TableForm::kCsv>, table_rows<TableForm::kCsv>,
                                no_mistake};
constexpr BatchWriter kTsvBatch{"tsv", table_heading<TableForm::kTsv>, table_rows<TableForm::kTsv>,
                                no_mistake};
constexpr BatchWriter kRunFileBatch{"trec", no_heading, to_trec, no_mistake};

// A page or a bibliography is of one search: in a batch whose reference is whose could not be told.
constexpr OutputFormat kFormats[] = {
    {.name = "terminal",
     .is_page = true,
     .is_styled = true,
     .write = terminal_page,
     .carries_counts = true},
    {.name = "plain", .is_page = true, .write = page, .carries_counts = true},
    {.name = "json",
     .write = unstyled<to_json>,
     .batch = &kJsonBatch,
     .carries_notes = true,
     .carries_counts = true},
    // A line is a hit, so counts of all matches have no line; of a batch a line is a query.
    {.name = "jsonl",
     .write = unstyled<to_json_lines>,
     .batch = &kJsonBatch,
     .carries_notes = true},
    {.name = "csv", .write = table<TableForm::kCsv>, .batch = &kCsvBatch},
    {.name = "tsv", .write = table<TableForm::kTsv>, .batch = &kTsvBatch},
    {.name = "html", .write = unstyled<to_html>},
    {.name = "ris", .write = unstyled<to_ris>},
    {.name = "bibtex", .write = unstyled<to_bibtex>},
    {.name = "trec",
     .write = unstyled<run_file>,
     .batch = &kRunFileBatch,
     .detail = Detail::kScores},
};

}  // namespace

std::span<const OutputFormat> output_formats() {
  return kFormats;
}

const OutputFormat* find_format(std::string_view name) {
  const auto* found = std::ranges::find(kFormats, name, &OutputFormat::name);
  return found == std::end(kFormats) ? nullptr : found;
}

}  // namespace dateline::searcher
