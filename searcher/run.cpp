#include "searcher/run.h"

#include <string>
#include <variant>

#include "common/terminal_text.h"
#include "searcher/answer.h"
#include "searcher/batch.h"
#include "searcher/highlight/snippet.h"
#include "searcher/meaning/meaning.h"
#include "searcher/output/page.h"

namespace dateline::searcher {
namespace {

const OutputFormat& format_of(const CommandLine& line, const Screen& screen) {
  if (line.format != nullptr) return *line.format;
  if (line.batch_file) return *find_format("jsonl");
  // Colours that are asked for are for a pager, so they bring the terminal's format along.
  const bool wants_terminal = screen.is_terminal || line.colour == ColourWhen::kAlways;
  return *find_format(wants_terminal ? "terminal" : "plain");
}

PageStyle style_of(const OutputFormat& format, const CommandLine& line, const Screen& screen) {
  if (!format.is_styled) return {};
  const bool automatic = screen.is_terminal && !screen.wants_no_colour;
  const bool coloured =
      line.colour == ColourWhen::kAutomatic ? automatic : line.colour == ColourWhen::kAlways;
  return {coloured ? Colour::kOn : Colour::kOff, screen.columns};
}

ExitStatus report(const QueryMistake& mistake, std::string_view query, std::ostream& log) {
  log << "dateline-search: " << printable(mistake.message) << '\n' << mark(query, mistake) << '\n';
  return kFailed;
}

ExitStatus nothing_with(std::string_view id, std::ostream& log) {
  log << "dateline-search: no article with the id '" << printable(id) << "'\n";
  return kNothing;
}

// What a single search is written with.
struct Page {
  const CommandLine& line;
  const OutputFormat& format;
  PageStyle style;
};

ExitStatus search(Answers& answers, const Page& page, const Streams& streams) {
  const Answer answer = answers.answer(page.line.query);
  if (const auto* mistake = std::get_if<QueryMistake>(&answer)) {
    return report(*mistake, page.line.query, streams.log);
  }
  if (std::holds_alternative<NoSuchArticle>(answer)) {
    return nothing_with(*page.line.similar_id, streams.log);
  }
  const auto& result = std::get<SearchResult>(answer);
  answers.tell_notes(result, "", streams.log);
  streams.out << page.format.write(result, page.style);
  return result.total.value > 0 ? kFound : kNothing;
}

ExitStatus show(Searcher& searcher, const Answers& answers, const Page& page,
                const Streams& streams) {
  const auto query = answers.read(page.line.query);
  if (const auto* mistake = std::get_if<QueryMistake>(&query)) {
    return report(*mistake, page.line.query, streams.log);
  }
  const auto article = searcher.find(*page.line.show_id);
  if (!article) return nothing_with(*page.line.show_id, streams.log);
  ArticleText text{{article->headline, {}}, {article->body, {}}};
  // No words are every article, of which nothing is lit: the text is not looked through.
  if (!page.line.query.empty()) {
    Highlighter highlighter(searcher.meaning(std::get<Query>(query)));
    text = {highlighter.highlight_headline(*article), highlighter.highlight_body(*article)};
  }
  streams.out << article_page(*article, text, page.style);
  return kFound;
}

}  // namespace

ExitStatus run(const CommandLine& line, const Screen& screen, const Streams& streams) {
  Searcher searcher(line.index_dir);
  const OutputFormat& format = format_of(line, screen);
  Answers answers(searcher, line, format);
  if (line.batch_file) return run_batch(answers, *line.batch_file, *format.batch, streams);
  const Page page{line, format, style_of(format, line, screen)};
  if (line.show_id) return show(searcher, answers, page, streams);
  return search(answers, page, streams);
}

}  // namespace dateline::searcher
