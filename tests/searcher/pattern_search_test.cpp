// Patterns and suggestions on an index: what is found, lit and offered.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "indexer/update/update.h"
#include "searcher/meaning/resolve.h"
#include "searcher/query/parser.h"
#include "searcher/search/searcher.h"
#include "tests/temporary_folder.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class PatternSearch : public testing::Test {
 protected:
  // An article for each text, with its place from 0 on as id.
  void has(const std::vector<std::string>& texts) {
    std::string lines;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      lines += R"({"id": ")" + std::to_string(i) + R"(", "text": ")" + texts[i] + "\"}\n";
    }
    update(lines);
  }

  void update(const std::string& json_lines) {
    std::istringstream in(json_lines);
    std::ostringstream out;
    std::ostringstream log;
    indexer::UpdateOptions options;
    options.index_dir = folder_.path() / "index";
    options.inputs = {"-"};
    run_update(options, {in, out, log});
  }

  SearchResult search(const Query& query, const std::string& typed) {
    SearchOptions options;
    options.page.limit = 50;
    options.tell.suggest = true;
    options.tell.typed = typed;
    return Searcher(folder_.path() / "index").search(query, options);
  }

  SearchResult search(const std::string& typed) {
    return search(std::get<Query>(parse_query(typed, {})), typed);
  }

  std::vector<std::string> found(const Node& node) {
    std::vector<std::string> ids;
    for (const Hit& hit : search(Query{node}, "").hits) ids.push_back(hit.article.id);
    return ids;
  }

  std::vector<std::string> found_word(const std::string& typed) {
    return found(Node{WordNode{typed, Form::kStem, ""}});
  }

  std::vector<std::string> found_phrase(const std::string& typed) {
    return found(Node{PhraseNode{typed, Form::kSpelling, ""}});
  }

  std::string suggestion(const std::string& typed) {
    const SearchResult result = search(typed);
    return result.suggestion ? result.suggestion->text : "";
  }

  test::TemporaryFolder folder_;
};

TEST_F(PatternSearch, FindsTheWordsOfAPattern) {
  has({"The missile flew.", "Missiles were fired.", "An organization of organisations.",
       "Indonesia and Polynesia met.", "Anti-terrorism laws.", "An antiterror squad.", "Terror."});

  EXPECT_THAT(found_word("missil*"), UnorderedElementsAre("0", "1"));
  EXPECT_THAT(found_word("organi?ation*"), UnorderedElementsAre("2"));
  EXPECT_THAT(found_word("*nesia"), UnorderedElementsAre("3"));
  EXPECT_THAT(found_word("mi*le"), UnorderedElementsAre("0"));
  EXPECT_THAT(found_word("misile~"), UnorderedElementsAre("0", "1"));
  EXPECT_THAT(found_word("misile~1"), UnorderedElementsAre("0"));
  EXPECT_THAT(found_word("anti-terror*"), UnorderedElementsAre("4", "5"));
  EXPECT_THAT(found_word("zeppelin*"), IsEmpty());
}

TEST_F(PatternSearch, FindsPhrasesWithPatterns) {
  has({"Climate change is here.", "Climatic changes are here.", "Change the climate.",
       "The climates change."});

  EXPECT_THAT(found_phrase("climat* change"), UnorderedElementsAre("0", "3"));
  EXPECT_THAT(found_phrase("climat* chang*"), UnorderedElementsAre("0", "1", "3"));
  EXPECT_THAT(found_phrase("* change * here *"), UnorderedElementsAre("0"));
  EXPECT_THAT(found_phrase("zebra* change"), IsEmpty());
}

TEST_F(PatternSearch, LightsTheWordsOfAPattern) {
  has({"Missiles and a missile shield."});
  const SearchResult result = search(Query{Node{WordNode{"missil*", Form::kStem, ""}}}, "");
  ASSERT_EQ(result.hits.size(), 1u);
  EXPECT_THAT(result.hits[0].snippet.highlights,
              ElementsAre(testing::Pair(0, 8), testing::Pair(15, 22)));
}

TEST_F(PatternSearch, SaysWhatItCutAfterTheNotesOfTheQuery) {
  std::string text;
  for (std::size_t i = 0; i < 1'100; ++i) text += "word" + std::to_string(i) + ' ';
  has({text});
  Query query{Node{WordNode{"word*", Form::kStem, ""}}};
  query.notes = {"one"};
  EXPECT_THAT(search(query, "").notes,
              ElementsAre("one", "word* stands for 1,024 of 1,100 words; the rest was left out"));
}

// The limits of resolve.h keep it quick; how quick is measured, not tested.
TEST_F(PatternSearch, AnswersALetterOfTheAlphabetEach) {
  std::vector<std::string> texts;
  for (int article = 0; article < 10; ++article) {
    std::string text;
    for (int word = 0; word < 2'600; ++word) {
      text += static_cast<char>('a' + word % 26);
      text += std::to_string(word * 7'919 + article * 31) + "x ";
    }
    texts.push_back(text);
  }
  has(texts);
  AndNode all;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    all.children.push_back(Node{WordNode{std::string(1, letter) + '*', Form::kStem, ""}});
  }
  const SearchResult result = search(Query{Node{all}}, "");
  EXPECT_GT(result.total.value, 0u);
  EXPECT_THAT(result.notes, testing::SizeIs(26));
}

TEST_F(PatternSearch, SuggestsWordsOfTheArchive) {
  has({"Blinken and Kishida met.", "Blinken spoke to Kishida.", "The White House said.",
       "White smoke. A house."});

  EXPECT_EQ(suggestion("Blinkn"), "Blinken");
  EXPECT_EQ(suggestion("kishida BLINKN"), "kishida BLINKEN");
  EXPECT_EQ(suggestion("\"the wihte house\""), "\"the white house\"");
  EXPECT_EQ(suggestion("whitehouse"), "\"white house\"");
  EXPECT_EQ(suggestion("kishda -blinken blinkn"), "");  // finds no more
  EXPECT_EQ(suggestion("Blinken"), "");
  EXPECT_EQ(suggestion("zeppelin"), "");
  EXPECT_EQ(suggestion("source:blinkn"), "");
}

TEST_F(PatternSearch, SuggestsWhatFindsMuchMoreThanAFewHits) {
  std::vector<std::string> texts(30, "The minister spoke.");
  texts.push_back("The minster spoke.");
  texts.push_back("The minestir slept.");
  has(texts);

  EXPECT_EQ(suggestion("minster"), "minister");
  EXPECT_EQ(suggestion("minster slept"), "");
}

TEST_F(PatternSearch, TakesOfSeveralWordsTheOneThatFindsMost) {
  std::vector<std::string> texts(12, "A blink.");
  texts.push_back("Antony Blinken spoke.");
  has(texts);

  EXPECT_EQ(suggestion("blinkn"), "blink");
  EXPECT_EQ(suggestion("antony blinkn"), "antony blinken");
}

TEST_F(PatternSearch, NeverSuggestsAWordThatOnlyDeletedArticlesHold) {
  has({"Nothing.", "Nothing."});
  update("{\"id\": \"speech\", \"text\": \"Blinken spoke.\"}\n");
  EXPECT_EQ(suggestion("blinkn OR zeppelin"), "blinken OR zeppelin");
  update("{\"id\": \"speech\", \"text\": \"Corrected.\"}\n");

  EXPECT_EQ(suggestion("blinkn OR zeppelin"), "");
}

}  // namespace
}  // namespace dateline::searcher
