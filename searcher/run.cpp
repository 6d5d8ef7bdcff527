#include "searcher/run.h"

#include <string>
#include <utility>
#include <variant>

#include "common/error.h"
#include "common/terminal_text.h"
#include "searcher/batch.h"
#include "searcher/corrected_search.h"
#include "searcher/output/bibtex.h"
#include "searcher/output/explanation_page.h"
#include "searcher/output/facets_page.h"
#include "searcher/output/html.h"
#include "searcher/output/json.h"
#include "searcher/output/page.h"
#include "searcher/output/ris.h"
#include "searcher/output/table.h"
#include "searcher/output/trec.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"
#include "searcher/snippet.h"

namespace dateline::searcher {
namespace {

// The id that a single query goes by in a run file.
constexpr std::string_view kOnlyQuery = "1";

PageStyle page_style(const CommandLine& line, const Screen& screen) {
  // Colours that are asked for are for a pager, so they bring the terminal's format along.
  const bool wants_terminal = screen.is_terminal || line.colour == ColourWhen::kAlways;
  if (line.format == Format::kPlain || (line.format == Format::kAutomatic && !wants_terminal))
    return {};
  PageStyle style;
  style.width = screen.columns;
  const bool automatic = screen.is_terminal && !screen.wants_no_colour;
  const bool coloured =
      line.colour == ColourWhen::kAutomatic ? automatic : line.colour == ColourWhen::kAlways;
  style.colour = coloured ? Colour::kOn : Colour::kOff;
  return style;
}

std::string written(const SearchResult& result, const CommandLine& line, const Screen& screen) {
  switch (line.format) {
    case Format::kJson:
      return to_json(result) + '\n';
    case Format::kJsonLines:
      return to_json_lines(result);
    case Format::kTrec:
      return to_trec(kOnlyQuery, result);
    case Format::kCsv:
      return to_table(result, TableForm::kCsv);
    case Format::kTsv:
      return to_table(result, TableForm::kTsv);
    case Format::kRis:
      return to_ris(result);
    case Format::kBibtex:
      return to_bibtex(result);
    case Format::kHtml:
      return to_html(result);
    default: {
      const PageStyle style = page_style(line, screen);
      return hits_page(result, style) + explanation_page(result, style) +
             facets_page(result, style);
    }
  }
}

// No words at all are every article: --since alone lists a period.
std::variant<Query, QueryMistake> read_query(const Searcher& searcher, const CommandLine& line) {
  if (line.query.empty()) return Query{};
  Synonyms synonyms;
  if (line.synonyms) synonyms = load_synonyms(*line.synonyms);
  return parse_query(line.query,
                     {line.side_by_side, searcher.archive_fields(), line.today, &synonyms});
}

ExitStatus report(const QueryMistake& mistake, std::string_view query, std::ostream& log) {
  log << "dateline-search: " << printable(mistake.message) << '\n' << mark(query, mistake) << '\n';
  return kFailed;
}

// JSON has them where nobody overlooks them; a note within a table or run file may be unseen.
void write_notes(const SearchResult& result, Format format, std::ostream& log) {
  if (format == Format::kJson || format == Format::kJsonLines) return;
  for (const std::string& note : result.notes)
    log << "dateline-search: " << printable(note) << '\n';
}

ExitStatus nothing_with(std::string_view id, std::ostream& log) {
  log << "dateline-search: no article with the id '" << printable(id) << "'\n";
  return kNothing;
}

ExitStatus search(Searcher& searcher, const CommandLine& line, const Screen& screen,
                  const Streams& streams) {
  auto read = read_query(searcher, line);
  if (const auto* mistake = std::get_if<QueryMistake>(&read)) {
    return report(*mistake, line.query, streams.log);
  }
  Query& query = std::get<Query>(read);
  if (line.similar_id) {
    const auto similar = searcher.similar_to(*line.similar_id);
    if (!similar) return nothing_with(*line.similar_id, streams.log);
    query.root = line.query.empty() ? similar->root : Node{AndNode{{similar->root, query.root}}};
  }
  SearchOptions options = line.search;
  if (line.format == Format::kTrec) options.page.detail = Detail::kScores;
  options.tell.suggest = !line.similar_id;
  options.tell.typed = line.query;
  SearchResult result = searcher.search(query, options);
  if (line.correct) search_corrected(searcher, options, result);
  result.query = line.query;
  write_notes(result, line.format, streams.log);
  streams.out << written(result, line, screen);
  return result.total.value > 0 ? kFound : kNothing;
}

ExitStatus show(Searcher& searcher, const CommandLine& line, const Screen& screen,
                const Streams& streams) {
  const auto query = read_query(searcher, line);
  if (const auto* mistake = std::get_if<QueryMistake>(&query)) {
    return report(*mistake, line.query, streams.log);
  }
  const auto article = searcher.find(*line.show_id);
  if (!article) return nothing_with(*line.show_id, streams.log);
  ArticleText text{{article->headline, {}}, {article->body, {}}};
  if (!line.query.empty()) {
    const Query& lit = std::get<Query>(query);
    Highlighter highlighter(lit, searcher.expansions(lit));
    text = {highlighter.highlight_headline(*article), highlighter.highlight_body(*article)};
  }
  streams.out << article_page(*article, text, page_style(line, screen));
  return kFound;
}

}  // namespace

ExitStatus run(const CommandLine& line, const Screen& screen, const Streams& streams) {
  Searcher searcher(line.index_dir);
  if (line.batch_file) return run_batch(searcher, line, streams);
  if (line.show_id) return show(searcher, line, screen, streams);
  return search(searcher, line, screen, streams);
}

}  // namespace dateline::searcher
