#include "searcher/words/typed_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "searcher/query/parser.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Query parsed(const std::string& typed) {
  return std::get<Query>(parse_query(typed, {}));
}

std::vector<std::string> terms(const std::string& typed) {
  std::vector<std::string> terms;
  for (const TypedWord& word : typed_words(parsed(typed))) terms.push_back(word.term);
  return terms;
}

// The text of the query with `by` in place of its words `term`.
std::string replaced(const std::string& typed, const std::string& term, const std::string& by) {
  const Query query = parsed(typed);
  std::vector<Replacement> replacements;
  for (const TypedWord& word : typed_words(query)) {
    if (word.term == term) replacements.push_back({word, in_capitals_of(word.as_typed, by)});
  }
  return changed_text(typed, query, with_replacements(query, replacements));
}

TEST(TypedWords, AreThoseWantedInTheText) {
  EXPECT_THAT(terms("Kishida \"White House\" headline:summit -japan NOT china"),
              ElementsAre("kishida", "white", "house", "summit"));
  EXPECT_THAT(terms("(a1 OR biden) source:reuters date:2023 climat* blinkn~ US 9/11"),
              ElementsAre("biden"));
  EXPECT_THAT(terms("*"), IsEmpty());
}

TEST(TypedWords, AreReplacedWhereTheyStand) {
  EXPECT_EQ(replaced("(Kishida  OR Blinkn) -japan", "blinkn", "blinken"),
            "(Kishida  OR Blinken) -japan");
  EXPECT_EQ(replaced("headline:\"the wite house\"", "wite", "white"),
            "headline:\"the white house\"");
  EXPECT_EQ(replaced("=blinkn blinkn", "blinkn", "blinken"), "=blinken blinken");
  EXPECT_EQ(replaced("\"Köln\" Blinkn", "blinkn", "blinken"), "\"Köln\" Blinken");
  EXPECT_EQ(replaced("anti-terrer", "terrer", "terror"), "anti-terror");
}

TEST(TypedWords, BecomeAPhraseWhereTheyAreParted) {
  EXPECT_EQ(replaced("whitehouse staff", "whitehouse", "white house"), "\"white house\" staff");
  EXPECT_EQ(replaced("=whitehouse", "whitehouse", "white house"), "=\"white house\"");
  EXPECT_EQ(replaced("\"the whitehouse staff\"", "whitehouse", "white house"),
            "\"the white house staff\"");
}

TEST(TypedWords, AreWrittenOutWithoutTheQueryText) {
  const Query query = parsed("kishida blinkn");
  const auto words = typed_words(query);
  const Query changed = with_replacements(query, {{words.at(1), "blinken"}});
  EXPECT_EQ(changed_text("", query, changed), "kishida AND blinken");
}

TEST(TypedWords, KeepTheCapitalsTyped) {
  EXPECT_EQ(in_capitals_of("Blinkn", "blinken"), "Blinken");
  EXPECT_EQ(in_capitals_of("BLINKN", "blinken"), "BLINKEN");
  EXPECT_EQ(in_capitals_of("blinkn", "blinken"), "blinken");
  EXPECT_EQ(in_capitals_of("McCian", "mccain"), "Mccain");
}

}  // namespace
}  // namespace dateline::searcher
