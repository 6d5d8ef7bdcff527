// Any bytes are synonyms or a mistake in one of their lines; alternatives are text of the query
// language, and each word of a group that goes both ways finds another.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searcher/query/parser.h"
#include "searcher/query/synonyms.h"

namespace {

using namespace dateline::searcher;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_alternatives(const Synonyms& synonyms, std::string_view word) {
  const auto alternatives = synonyms.alternatives(word);
  check(alternatives.size() <= kMaxAlternatives);
  for (const std::string& alternative : alternatives) {
    const auto parsed = parse_query(alternative, {});
    check(std::holds_alternative<Query>(parsed));
    const Node& root = std::get<Query>(parsed).root;
    check(std::holds_alternative<WordNode>(root.value) ||
          std::holds_alternative<PhraseNode>(root.value));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto read = read_synonyms(text);
  if (const auto* mistake = std::get_if<SynonymMistake>(&read)) {
    check(mistake->line >= 1 && !mistake->message.empty());
    check(mistake->line <=
          1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    return 0;
  }
  const auto& synonyms = std::get<Synonyms>(read);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(",\n=>", at), text.size());
    check_alternatives(synonyms, text.substr(at, end - at));
    at = end + 1;
  }
  return 0;
}
