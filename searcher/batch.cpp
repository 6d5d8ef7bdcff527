#include "searcher/batch.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/error.h"
#include "common/terminal_text.h"
#include "searcher/corrected_search.h"
#include "searcher/output/json.h"
#include "searcher/output/table.h"
#include "searcher/output/trec.h"
#include "searcher/query/parser.h"

namespace dateline::searcher {
namespace {

struct BatchQuery {
  std::string_view id;
  std::string_view text;
};

std::variant<BatchQuery, QueryMistake> split_line(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) {
    return QueryMistake{0, "there is no tab; a line is an id, a tab and a query"};
  }
  return BatchQuery{line.substr(0, tab), line.substr(tab + 1)};
}

class Batch {
 public:
  Batch(Searcher& searcher, const CommandLine& line, const Streams& streams)
      : searcher_(searcher), line_(line), streams_(streams), options_(line.search) {
    if (line.synonyms) synonyms_ = load_synonyms(*line.synonyms);
    parse_options_ = {line.side_by_side, searcher.archive_fields(), line.today, &synonyms_};
    options_.tell.suggest = line_.correct;
    if (is_run_file()) options_.page.detail = Detail::kScores;
  }

  ExitStatus answer_all(std::istream& queries) {
    if (const auto form = table_form()) write(batch_table_header(*form));
    for (std::string line; streams_.out && std::getline(queries, line);) {
      ++line_number_;
      if (line.ends_with('\r')) line.pop_back();
      if (!line.empty()) answer(line);
    }
    if (any_mistaken_) return kFailed;
    return any_found_ ? kFound : kNothing;
  }

 private:
  void answer(std::string_view line) {
    const auto split = split_line(line);
    if (const auto* mistake = std::get_if<QueryMistake>(&split))
      return reject({"", line}, *mistake);
    const auto& query = std::get<BatchQuery>(split);
    const auto parsed = parse_query(query.text, parse_options_);
    if (const auto* mistake = std::get_if<QueryMistake>(&parsed)) return reject(query, *mistake);
    options_.tell.typed = query.text;
    SearchResult result = searcher_.search(std::get<Query>(parsed), options_);
    if (line_.correct) search_corrected(searcher_, options_, result);
    result.query = query.text;
    any_found_ = any_found_ || result.total.value > 0;
    if (!is_json()) tell_notes(query.id, result);
    write(written(query.id, result));
  }

  std::string written(std::string_view id, const SearchResult& result) const {
    if (is_run_file()) return to_trec(id, result);
    if (const auto form = table_form()) return to_batch_table(id, result, *form);
    return to_batch_json(id, result) + '\n';
  }

  void tell_notes(std::string_view id, const SearchResult& result) const {
    for (const std::string& note : result.notes) {
      streams_.log << fmt::format("dateline-search: query '{}', line {}: {}\n", printable(id),
                                  line_number_, printable(note));
    }
  }

  void reject(const BatchQuery& query, const QueryMistake& mistake) {
    any_mistaken_ = true;
    streams_.log << fmt::format("dateline-search: query '{}', line {}, column {}: {}\n",
                                printable(query.id), line_number_, mistake.column + 1,
                                printable(mistake.message));
    if (is_json()) write(to_batch_json(query.id, query.text, mistake) + '\n');
  }

  void write(const std::string& text) {
    streams_.out << text;
    if (line_.batch_file == "-") streams_.out.flush();
  }

  bool is_json() const { return !is_run_file() && !table_form(); }
  bool is_run_file() const { return line_.format == Format::kTrec; }

  std::optional<TableForm> table_form() const {
    if (line_.format == Format::kCsv) return TableForm::kCsv;
    if (line_.format == Format::kTsv) return TableForm::kTsv;
    return std::nullopt;
  }

  Searcher& searcher_;
  const CommandLine& line_;
  const Streams& streams_;
  SearchOptions options_;
  Synonyms synonyms_;
  ParseOptions parse_options_;
  std::size_t line_number_ = 0;
  bool any_found_ = false;
  bool any_mistaken_ = false;
};

}  // namespace

ExitStatus run_batch(Searcher& searcher, const CommandLine& line, const Streams& streams) {
  Batch batch(searcher, line, streams);
  if (line.batch_file == "-") return batch.answer_all(streams.in);
  errno = 0;
  std::ifstream file(*line.batch_file);
  if (file.peek() == std::ifstream::traits_type::eof() && errno != 0) {
    throw Error(ErrorKind::kInput, fmt::format("cannot read the queries in '{}': {}",
                                               *line.batch_file, std::strerror(errno)));
  }
  return batch.answer_all(file);
}

}  // namespace dateline::searcher
