// A query's text -> its answer. The one way to it, for a single search and for each of a batch.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <variant>

#include "searcher/command_line.h"
#include "searcher/output/formats.h"
#include "searcher/query/parser.h"
#include "searcher/search/searcher.h"

namespace dateline::searcher {

// --similar names an article that is not in the index.
struct NoSuchArticle {};

using Answer = std::variant<SearchResult, QueryMistake, NoSuchArticle>;

// Answers the queries of one run. Not thread-safe.
class Answers {
 public:
  // What it is given must outlive it. Throws as load_synonyms() does.
  Answers(Searcher& searcher, const CommandLine& line, const OutputFormat& format);
  Answers(const Answers&) = delete;
  Answers& operator=(const Answers&) = delete;

  // No words at all are every article, so that --since alone lists a period; but a line of a batch
  // without words is a mistake.
  std::variant<Query, QueryMistake> read(std::string_view typed) const;

  // Reads and searches, articles like that of --similar if one is named, and where --correct asks
  // for it what is suggested instead, with a note that says so. Throws as Searcher::search() does.
  Answer answer(std::string_view typed);

  // Writes the notes that the format has no safe place for, each behind the program's name and
  // `about`, which says whose they are: "query 'q1', line 3: ", or nothing.
  void tell_notes(const SearchResult& result, std::string_view about, std::ostream& log) const;

 private:
  void expand(Query& query) const;
  void search_corrected(SearchResult& result);

  Searcher& searcher_;
  const CommandLine& line_;
  const OutputFormat& format_;
  Synonyms synonyms_;
  ParseOptions reading_;
  SearchOptions search_;
};

}  // namespace dateline::searcher
