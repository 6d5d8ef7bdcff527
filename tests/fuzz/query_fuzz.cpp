// Any bytes are a query or a mistake with a column inside them; what is read is printed and read
// back as the same. Any bytes are also a word or phrase, whose patterns match what they stand for.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "common/text/analyser.h"
#include "common/text/initialisms.h"
#include "common/utf8.h"
#include "searcher/meaning/resolve.h"
#include "searcher/query/interpretation.h"
#include "searcher/query/parser.h"
#include "searcher/query/query.h"
#include "searcher/words/typed_words.h"
#include "searcher/words/word_filter.h"

namespace {

using namespace dateline::searcher;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_reading(std::string_view typed, const ParseOptions& options) {
  const auto first = parse_query(typed, options);
  if (const auto* mistake = std::get_if<QueryMistake>(&first)) {
    check(mistake->column <= dateline::count_characters(typed));
    check(!mistake->message.empty());
    check(!mark(typed, *mistake).empty());
    return;
  }
  const Query& query = std::get<Query>(first);
  resolve(query);
  check(changed_text(typed, query, with_replacements(query, {})) == typed);
  const std::string printed = to_string(query);
  if (printed.size() > kMaxQueryBytes) return;
  const auto again = parse_query(printed, options);
  check(std::holds_alternative<Query>(again));
  check(to_string(std::get<Query>(again)) == printed);
}

// What is printed is in Dateline's own language, whatever it was read from.
void check_dialect(std::string_view typed, Dialect dialect) {
  ParseOptions options;
  options.dialect = dialect;
  const auto first = parse_query(typed, options);
  if (const auto* mistake = std::get_if<QueryMistake>(&first)) {
    check(mistake->column <= dateline::count_characters(typed));
    return;
  }
  const std::string printed = to_string(std::get<Query>(first));
  if (printed.size() > kMaxQueryBytes) return;
  const auto again = parse_query(printed, {});
  check(std::holds_alternative<Query>(again));
  check(to_string(std::get<Query>(again)) == printed);
}

// What is quick has to come to the same as what defines it. `words` ascend.
void check_pattern(const WordPattern& pattern, const std::set<std::string>& words) {
  check(pattern.text.find("**") == std::string::npos);
  check(pattern.text.find_first_not_of("*?") != std::string::npos);
  const auto filter = make_filter(pattern);
  for (const std::string& word : words) {
    if (!word.starts_with(filter->prefix())) {
      check(!matches(pattern, word));
      continue;
    }
    const Verdict verdict = filter->look_at(word);
    check(verdict.matches == matches(pattern, word));
    check(verdict.hopeless_bytes <= word.size());
  }
}

void check_interpretation(std::string_view typed) {
  dateline::Analyser analyser;
  std::set<std::string> words;
  for (const dateline::Token& token : analyser.analyse(typed)) {
    if (dateline::find_initialism(token.term).empty()) words.emplace(token.term);
  }
  for (const Form form : {Form::kStem, Form::kExact}) {
    const Interpretation meant = interpret(typed, form);
    check(meant.readings.size() <= kMaxReadings);
    for (const Reading& reading : meant.readings) {
      check(!reading.empty() && !reading.front().is_hole() && !reading.back().is_hole());
      for (const AcceptedWords& accepted : reading) {
        check(!accepted.pattern || accepted.terms.empty());
        if (accepted.pattern) check_pattern(*accepted.pattern, words);
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view typed(reinterpret_cast<const char*>(bytes), size);
  check_reading(typed, {SideBySide::kAll, {"topics"}});
  check_reading(typed, {SideBySide::kAny, {}});
  for (const Dialect dialect : {Dialect::kFactiva, Dialect::kNexis, Dialect::kWestlaw}) {
    check_dialect(typed, dialect);
  }
  if (size <= kMaxQueryBytes) check_interpretation(typed);
  return 0;
}
