#include "searcher/answer.h"

#include <fmt/format.h>

#include <utility>

#include "common/terminal_text.h"

namespace dateline::searcher {

Answers::Answers(Searcher& searcher, const CommandLine& line, const OutputFormat& format)
    : searcher_(searcher), line_(line), format_(format), search_(line.search) {
  // A file of synonyms that cannot be read is no fault of a search without words.
  const bool has_words = line.batch_file || !line.query.empty();
  if (line.synonyms && has_words) synonyms_ = load_synonyms(*line.synonyms);
  reading_ = {line.side_by_side, searcher.archive_fields(), line.today, &synonyms_,
              line.dialect,      searcher.kept_parts()};
  search_.page.detail = format.detail;
  // A suggestion costs searches of its own. Nobody types a batch, and the words of --similar are
  // those of an article.
  search_.tell.suggest = line.batch_file ? line.correct : !line.similar_id && !line.expand;
}

std::variant<Query, QueryMistake> Answers::read(std::string_view typed) const {
  if (typed.empty() && !line_.batch_file) return Query{};
  return parse_query(typed, reading_);
}

// In this order: a mistake in the query is told before an article that is missing, and the result
// goes by the query that was typed, whatever was searched for.
Answer Answers::answer(std::string_view typed) {
  auto parsed = read(typed);
  if (auto* mistake = std::get_if<QueryMistake>(&parsed)) return std::move(*mistake);
  Query& query = std::get<Query>(parsed);
  if (line_.similar_id) {
    const auto similar = searcher_.similar_to(*line_.similar_id);
    if (!similar) return NoSuchArticle{};
    query.root = typed.empty() ? similar->root : Node{AndNode{{similar->root, query.root}}};
  }
  search_.tell.typed = typed;
  if (line_.expand) expand(query);
  SearchResult result = searcher_.search(query, search_);
  if (line_.correct && result.suggestion) search_corrected(result);
  result.query = typed;
  return result;
}

// The note is the query itself, to be typed with words left out or weighed otherwise.
void Answers::expand(Query& query) const {
  const std::string before = to_string(query);
  query = searcher_.expanded(query, search_.days);
  std::string after = to_string(query);
  if (after == before) {
    query.notes.push_back("no words of the best articles were added");
  } else {
    query.notes.push_back("words of the best articles were added: " + std::move(after));
  }
}

// Once: what is suggested has no better spelling of its own.
void Answers::search_corrected(SearchResult& result) {
  const Suggestion suggestion = *std::exchange(result.suggestion, std::nullopt);
  SearchOptions once = search_;
  once.tell.suggest = false;
  result = searcher_.search(suggestion.query, once);
  result.notes.insert(result.notes.begin(), fmt::format("searched for {} instead of {}",
                                                        suggestion.text, search_.tell.typed));
}

void Answers::tell_notes(const SearchResult& result, std::string_view about,
                         std::ostream& log) const {
  if (format_.carries_notes) return;
  for (const std::string& note : result.notes) {
    log << fmt::format("dateline-search: {}{}\n", about, printable(note));
  }
}

}  // namespace dateline::searcher
