#include "searcher/batch.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>
#include <variant>

#include "common/error.h"
#include "common/terminal_text.h"

namespace dateline::searcher {
namespace {

constexpr std::string_view kMarkOfBatch = "\xEF\xBB\xBF";  // Excel and Notepad write it first

class Batch {
 public:
  Batch(Answers& answers, const BatchWriter& writer, const Streams& streams)
      : answers_(answers), writer_(writer), streams_(streams) {}

  ExitStatus answer_all(std::istream& queries) {
    is_asked_ = &queries == &streams_.in;
    write(writer_.heading());
    for (std::string line; streams_.out && std::getline(queries, line);) {
      ++line_number_;
      if (line_number_ == 1 && line.starts_with(kMarkOfBatch)) line.erase(0, kMarkOfBatch.size());
      if (line.ends_with('\r')) line.pop_back();
      if (!line.empty()) answer(line);
    }
    if (any_mistaken_) return kFailed;
    return any_found_ ? kFound : kNothing;
  }

 private:
  void answer(std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) {
      return reject("", line, {0, "there is no tab; a line is an id, a tab and a query"});
    }
    const std::string_view id = line.substr(0, tab);
    const std::string_view query = line.substr(tab + 1);
    const Answer answer = answers_.answer(query);
    if (const auto* mistake = std::get_if<QueryMistake>(&answer)) {
      return reject(id, query, *mistake);
    }
    const auto& result = std::get<SearchResult>(answer);
    any_found_ = any_found_ || result.total.value > 0;
    answers_.tell_notes(result, about(id) + ": ", streams_.log);
    write(writer_.answer(id, result));
  }

  void reject(std::string_view id, std::string_view query, const QueryMistake& mistake) {
    any_mistaken_ = true;
    streams_.log << fmt::format("dateline-search: {}, column {}: {}\n", about(id),
                                mistake.column + 1, printable(mistake.message));
    write(writer_.mistake(id, query, mistake));
  }

  void write(const std::string& text) {
    streams_.out << text;
    if (is_asked_) streams_.out.flush();
  }

  std::string about(std::string_view id) const {
    return fmt::format("query '{}', line {}", printable(id), line_number_);
  }

  Answers& answers_;
  const BatchWriter& writer_;
  const Streams& streams_;
  bool is_asked_ = false;  // somebody may wait for each answer before the next query is written
  std::size_t line_number_ = 0;
  bool any_found_ = false;
  bool any_mistaken_ = false;
};

}  // namespace

ExitStatus run_batch(Answers& answers, const std::string& file, const BatchWriter& writer,
                     const Streams& streams) {
  Batch batch(answers, writer, streams);
  if (file == "-") return batch.answer_all(streams.in);
  // A folder opens and an empty file ends as one that cannot be read does: only errno parts them.
  errno = 0;
  std::ifstream queries(file);
  if (queries.peek() == std::ifstream::traits_type::eof() && errno != 0) {
    throw Error(ErrorKind::kInput,
                fmt::format("cannot read the queries in '{}': {}", file, std::strerror(errno)));
  }
  return batch.answer_all(queries);
}

}  // namespace dateline::searcher
