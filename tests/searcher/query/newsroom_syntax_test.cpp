// The operators of Nexis, Factiva and ProQuest, as the parser reads them.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/parser.h"

namespace dateline::searcher {
namespace {

std::string newsroom_reading(std::string_view typed) {
  const auto parsed = parse_query(typed, {});
  if (const auto* mistake = std::get_if<QueryMistake>(&parsed)) {
    return "mistake at " + std::to_string(mistake->column) + ": " + mistake->message;
  }
  return to_string(std::get<Query>(parsed));
}

std::vector<std::string> notes(std::string_view typed) {
  return std::get<Query>(parse_query(typed, {})).notes;
}

struct SyntaxCase {
  std::string_view typed;
  std::string_view read_as;
};

TEST(NewsroomSyntax, ReadsProximityInAnyCase) {
  const SyntaxCase cases[] = {
      {"oil NEAR/5 price", "oil NEAR/5 price"},
      {"oil near/5 price", "oil NEAR/5 price"},
      {"oil w/5 price", "oil NEAR/5 price"},
      {"oil W/5 price", "oil NEAR/5 price"},
      {"oil ADJ/3 price", "oil ADJ/3 price"},
      {"oil pre/3 price", "oil ADJ/3 price"},
      {"oil /s price", "oil /s price"},
      {"oil w/s price", "oil /s price"},
      {"oil /P price", "oil /p price"},
      {"oil w/255 price", "oil NEAR/255 price"},
      {"oil NOT NEAR/5 price", "oil NOT NEAR/5 price"},
      {"oil not w/5 price", "oil NOT NEAR/5 price"},
      {"oil NOT /s price", "oil NOT /s price"},
      {"oil /5 price", "oil NEAR/5 price"},  // Nexis, Westlaw
      {"oil +5 price", "oil ADJ/5 price"},
      {"oil pre/s price", "oil ADJ/s price"},
      {"oil +p price", "oil ADJ/p price"},
      {"oil N/5 price", "oil NEAR/5 price"},  // ProQuest
      {"oil p/5 price", "oil ADJ/5 price"},
      {"oil w/sent price w/para rise", "(oil /s price) /p rise"},
      {"\"climate change\" w/5 (polic* OR treaty)", "\"climate change\" NEAR/5 (polic* OR treaty)"},
      {"(a w/3 b) /s (c pre/2 \"d e\")", "(a NEAR/3 b) /s (c ADJ/2 \"d e\")"},
      {"a w/1 b w/2 c", "(a NEAR/1 b) NEAR/2 c"},  // from left to right
      {"headline:(a w/3 b)", "headline:a NEAR/3 headline:b"},
  };
  for (const SyntaxCase& c : cases) EXPECT_EQ(newsroom_reading(c.typed), c.read_as) << c.typed;
}

TEST(NewsroomSyntax, BindsProximityTighterThanAndButLooserThanNot) {
  const SyntaxCase cases[] = {
      {"a b w/3 c d", "a AND (b NEAR/3 c) AND d"}, {"a OR b w/3 c", "a OR (b NEAR/3 c)"},
      {"-(a w/3 b) c", "NOT (a NEAR/3 b) AND c"},  {"NOT (a w/3 b)", "NOT (a NEAR/3 b)"},
      {"(a w/3 b)^2 c", "(a NEAR/3 b)^2 AND c"},
  };
  for (const SyntaxCase& c : cases) EXPECT_EQ(newsroom_reading(c.typed), c.read_as) << c.typed;
}

TEST(NewsroomSyntax, ReadsCountsSynonymsAndWeights) {
  const SyntaxCase cases[] = {
      {"atleast3(oil)", "atleast3(oil)"},
      {"ATLEAST3(oil OR gas)", "atleast3(oil OR gas)"},
      {"atleast2(\"oil price\") export", "atleast2(\"oil price\") AND export"},
      {"syn(oil petroleum \"crude oil\")", "syn(oil petroleum \"crude oil\")"},
      {"SYN(oil petroleum) w/5 price", "syn(oil petroleum) NEAR/5 price"},
      {"syn (oil)", "syn AND oil"},  // only with the bracket behind it
      {"oil^2 price", "oil^2 AND price"},
      {"\"oil price\"^0.5", "\"oil price\"^0.5"},
      {"(oil OR gas)^3 price", "(oil OR gas)^3 AND price"},
      {"headline:oil^2", "headline:oil^2"},
      {"id:x^2", "id:x^2"},  // an id is read as it stands
  };
  for (const SyntaxCase& c : cases) EXPECT_EQ(newsroom_reading(c.typed), c.read_as) << c.typed;
}

TEST(NewsroomSyntax, TakesAWeightOfAnIdForPartOfIt) {
  const Query query = std::get<Query>(parse_query("id:x^2", {}));
  EXPECT_EQ(query.root.weight, 1);
  EXPECT_EQ(std::get<WordNode>(query.root.value).typed, "x^2");
}

TEST(NewsroomSyntax, ReadsPatternsAsWords) {
  const SyntaxCase cases[] = {
      {"missil* organi?ation *nesia blinkn~ blinkn~1",
       "missil* AND organi?ation AND *nesia AND blinkn~ AND blinkn~1"},
      {"\"climat* change\" \"a * c\"", "\"climat* change\" AND \"a * c\""},
  };
  for (const SyntaxCase& c : cases) EXPECT_EQ(newsroom_reading(c.typed), c.read_as) << c.typed;
}

TEST(NewsroomSyntax, ReadsFieldsAsOtherToolsWriteThem) {
  const SyntaxCase cases[] = {
      {"hlead:oil", "hlead:oil"},
      {"HEADLINE(oil price)", "headline:oil AND headline:price"},
      {"hlead(oil w/3 price)", "hlead:oil NEAR/3 hlead:price"},
      {"byline(jane)", "byline:jane"},
      {"SOURCE(reuters) DATE(1987)", "source:reuters AND date:1987"},
      {"source(s)", "source AND s"},
      {"headline:syn(oil gas)", "syn(headline:oil headline:gas)"},
      {"headline:atleast2(oil)", "atleast2(headline:oil)"},
      {"words:>1000", "words:1001.."},
      {"words:>=1000", "words:1000.."},
      {"words:<200", "words:0..199"},
      {"words:200..1000", "words:200..1000"},
      {"copies:3", "copies:3"},
      {"since:2008 oil", "date:2008-01-01.. AND oil"},
      {"after:2008 oil", "date:2009-01-01.. AND oil"},
      {"before:2001-09-11", "date:..2001-09-10"},
      {"until:1970", "date:..1970-12-31"},
  };
  for (const SyntaxCase& c : cases) EXPECT_EQ(newsroom_reading(c.typed), c.read_as) << c.typed;
}

TEST(NewsroomSyntax, TakesAColonBeforeABlankForPunctuation) {
  EXPECT_EQ(newsroom_reading("Star Wars: a new hope"), "Star AND Wars AND a AND new AND hope");
  EXPECT_EQ(newsroom_reading("re: summit"), "re AND summit");
}

TEST(NewsroomSyntax, ReadsPercentagesAsOneThing) {
  const SyntaxCase cases[] = {
      {"rates 2 percent", "rates AND \"2 percent\""},
      {"4.5 per cent growth", "\"4.5 per cent\" AND growth"},
      {"per cent", "per AND cent"},
      {"syn((5) percent)", "syn(5 percent)"},
      {"two percent", "two AND percent"},
  };
  for (const SyntaxCase& c : cases) EXPECT_EQ(newsroom_reading(c.typed), c.read_as) << c.typed;
}

TEST(NewsroomSyntax, TakesAsManyWordsForADateAsMakeOne) {
  const SyntaxCase cases[] = {
      {"date:feb 1987 flood", "date:1987-02 AND flood"},
      {"flood date:q3 2008", "flood AND date:2008q3"},
      {"date:1980s flood", "date:1980s AND flood"},
      {"date:\"feb 5, 1987\" flood", "date:1987-02-05 AND flood"},
      {"date:last week flood", "date:2009-03-02..2009-03-08 AND flood"},
      {"since:feb 1987 flood", "date:1987-02-01.. AND flood"},
      {"before:q3 2008 flood", "date:..2008-06-30 AND flood"},
      {"date:(feb 1987 OR mar 1988)", "date:1987-02 OR date:1988-03"},
  };
  using namespace std::chrono;
  ParseOptions options;
  options.today = 2009y / March / 13;
  for (const SyntaxCase& c : cases) {
    const auto parsed = parse_query(c.typed, options);
    ASSERT_TRUE(std::holds_alternative<Query>(parsed)) << std::get<QueryMistake>(parsed).message;
    EXPECT_EQ(to_string(std::get<Query>(parsed)), c.read_as) << c.typed;
  }
}

TEST(NewsroomSyntax, PutsAUsersSynonymsInForPlainWords) {
  const Synonyms synonyms =
      std::get<Synonyms>(read_synonyms("oil, petroleum, \"crude oil\"\ncar => automobile\n"));
  const SyntaxCase cases[] = {
      {"Oil price", "syn(Oil petroleum \"crude oil\") AND price"},
      {"oil^2", "syn(oil petroleum \"crude oil\")^2"},
      {"headline:car", "syn(headline:car headline:automobile)"},
      {"automobile", "automobile"},
      {"\"oil\" =oil oil* byline:oil", "\"oil\" AND =oil AND oil* AND byline:oil"},
      {"-car", "NOT syn(car automobile)"},
      {"car w/3 crash", "syn(car automobile) NEAR/3 crash"},
      {"syn(car lorry)", "syn(car lorry automobile)"},
  };
  ParseOptions options;
  options.synonyms = &synonyms;
  for (const SyntaxCase& c : cases) {
    EXPECT_EQ(to_string(std::get<Query>(parse_query(c.typed, options))), c.read_as) << c.typed;
  }
}

struct Mistake {
  std::string_view typed;
  std::size_t column;
  std::string_view message;
};

TEST(NewsroomSyntax, MarksWhatItCannotReadAndSaysWhatToWrite) {
  const Mistake cases[] = {
      {"oil near5 price", 4, "did you mean NEAR/5?"},
      {"oil near/5, price", 4, "an operator stands between blanks"},
      {"oil w/seg price", 4, "write w/5, /s (same sentence)"},
      {"atleast 3 (oil)", 0, "how often is part of the word: atleast3(word)"},
      {"=syn(oil gas)", 1, "'=' asks for one exact word"},
      {"source:transit*", 7, "'source:' knows no words with '*'"},
      {"before:1000", 7, "no article is before 1000"},
      {"after:3041", 6, "no article is after 3041"},
      {"date:1987 feb", 10, "'feb' does not belong to the date '1987'"},
      {"date:1999 to 2007", 10, "write date:1999..2007"},
      {"date:1999 .. 2007", 13, "write date:1999..2007"},
      {"oil NEAR price", 4, "did you mean NEAR/5?"},
      {"oil adj2 price", 4, "did you mean ADJ/2?"},
      {"oil w/0 price", 4, "a distance is 1 (neighbours) to 255"},
      {"oil w/300 price", 4, "write /s (same sentence)"},
      {"oil w/5", 4, "there is nothing after 'w/5'"},
      {"w/5 oil", 0, "there is nothing before 'w/5'"},
      {"(a b) w/5 c", 1, "words that stand anywhere have no one place"},
      {"a w/5 -b", 6, "what is left out has no place"},
      {"NOT a w/5 b", 0, "put brackets around what NOT is about"},
      {"byline:jane w/5 oil", 0, "w/5 works in the text only, not in 'byline:'"},
      {"a w/5 date:2008", 6, "this is none"},
      {"a^2 w/5 b", 0, "a weight inside of w/5 says nothing"},
      {"atleast3 oil", 0, "a bracket must follow: atleast3(word)"},
      {"atleast0(oil)", 0, "1 to 10000 times"},
      {"atleast3(oil price)", 0, "words that stand anywhere have no one place"},
      {"syn()", 3, "nothing between these brackets"},
      {"syn(oil (gas coal))", 8, "syn() takes words and phrases"},
      {"syn(oil", 3, "this bracket is never closed"},
      {"oil^0", 3, "a weight is a number from 0.01 to 100"},
      {"oil^1000", 3, "a weight is a number from 0.01 to 100"},
      {"oil ^2", 4, "one weight stands directly after"},
      {"oil~3", 0, "one or two edits"},
      {"\"oil price\"~5", 11, "write its words with NEAR/5"},
      {"words:many", 6, "'many' is no number of words"},
      {"words:9..3", 6, "is no number of words"},
      {"since:", 0, "write since:2023"},
  };
  for (const auto& [typed, column, message] : cases) {
    SCOPED_TRACE(typed);
    const auto parsed = parse_query(typed, {});
    const auto* mistake = std::get_if<QueryMistake>(&parsed);
    ASSERT_NE(mistake, nullptr);
    EXPECT_EQ(mistake->column, column);
    EXPECT_NE(mistake->message.find(message), std::string::npos) << mistake->message;
  }
}

TEST(NewsroomSyntax, NotesWhatOtherToolsReadInAnotherWay) {
  struct Noted {
    std::string_view typed;
    std::string_view note;
  };
  const Noted cases[] = {
      {"iran or iraq", "'or' in small letters is read as a word; the operator is OR"},
      {"iran not iraq", "the operator is NOT"},
      {"Iran Or Iraq", "'Or' in small letters is read as a word; the operator is OR"},
      {"not iraq", "the operator is NOT"},
      {"oil !gas", "'!gas' is read as the word 'gas'; to leave it out write -gas"},
      {"oil −gas", "to leave it out write -gas"},
      {"source:Transit Weekly", "source: takes 'Transit' alone"},
      {"terroris! attack", "for all words that begin so write terroris*"},
      {"supreme court w/5 ruling", "w/5 takes 'court' alone; \"supreme court\" in quotes"},
      {"oil w/5 price rise", "w/5 takes 'price' alone; \"price rise\" in quotes"},
      {"oil OR gas w/5 price", "OR is looser than w/5: only 'gas' is near"},
  };
  for (const auto& [typed, note] : cases) {
    SCOPED_TRACE(typed);
    const auto found = notes(typed);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find(note), std::string::npos) << found[0];
  }
}

TEST(NewsroomSyntax, HasNothingToNoteWhereNothingIsDoubtful) {
  for (const std::string_view typed :
       {"oil price", "\"supreme court\" w/5 ruling", "(oil OR gas) w/5 price", "oil not w/5 price",
        "or", "place:or", "oil AND (price w/5 rise)", "Wow! oil"}) {
    EXPECT_TRUE(notes(typed).empty()) << typed << ": " << notes(typed)[0];
  }
}

}  // namespace
}  // namespace dateline::searcher
