#include "searcher/query/parser.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/searcher/query/same_query.h"

namespace dateline::searcher {
namespace {

const ParseOptions kReuters{SideBySide::kAll, {"topics", "places", "color"}};
const ParseOptions kAnyOfReuters{SideBySide::kAny, {"topics", "places", "color"}};

std::string reading(std::string_view typed, const ParseOptions& options = kReuters) {
  const auto parsed = parse_query(typed, options);
  if (const auto* mistake = std::get_if<QueryMistake>(&parsed)) {
    return "mistake at " + std::to_string(mistake->column) + ": " + mistake->message;
  }
  return to_string(std::get<Query>(parsed));
}

struct Parsed {
  std::string_view typed;
  std::string_view read_as;
};

TEST(ParseQuery, ReadsWhatIsTyped) {
  const Parsed cases[] = {
      {"kishida", "kishida"},
      {"  white   house ", "white AND house"},
      {"kishida AND biden", "kishida AND biden"},
      {"kishida OR biden", "kishida OR biden"},
      {"a b OR c d", "(a AND b) OR (c AND d)"},  // side by side binds tighter than OR
      {"a (b OR c)", "a AND (b OR c)"},
      {"(a b) c", "(a AND b) AND c"},
      {"((((a))))", "a"},
      {"a(b)c", "a AND b AND c"},
      {"\"white house\"", "\"white house\""},
      {"“white house”", "\"white house\""},
      {"„Weißes Haus“", "\"Weißes Haus\""},
      {"\"white house”", "\"white house\""},  // one of two quotes was turned
      {"“white house\" talks", "\"white house\" AND talks"},
      {"a „b c\" OR \"d e\"", "(a AND \"b c\") OR \"d e\""},
      {"«white house»", "\"white house\""},
      {"「white house」 ＂a b＂", "\"white house\" AND \"a b\""},
      {"\"he said “hi” there\"", "\"he said “hi” there\""},
      {"“he said \"hi\" there”", "“he said \"hi\" there”"},
      {"foo\"bar\"baz", "foo AND \"bar\" AND baz"},
      {"Kishida’s visit", "Kishida’s AND visit"},
  };
  for (const Parsed& c : cases) EXPECT_EQ(reading(c.typed), c.read_as) << c.typed;
}

TEST(ParseQuery, ReadsOperatorsInCapitalsOnly) {
  const Parsed cases[] = {
      {"either or not and", "either AND or AND not AND and"},
      {"NOT a", "NOT a"},
      {"a NOT b", "a AND NOT b"},
      {"a AND NOT b OR c", "(a AND NOT b) OR c"},
      {"NOT (a OR b)", "NOT (a OR b)"},
      {"NOT NOT a", "NOT NOT a"},
      {"\"OR\" ORegon", "\"OR\" AND ORegon"},
      {"place:OR", "place:OR"},  // what follows a field is taken literally
      {"=AND", "=AND"},
  };
  for (const Parsed& c : cases) EXPECT_EQ(reading(c.typed), c.read_as) << c.typed;
}

TEST(ParseQuery, NegatesByAMinusAtTheStartOfAWordOnly) {
  const Parsed cases[] = {
      {"kishida -japan", "kishida AND NOT japan"},
      {"-japan", "NOT japan"},
      {"-\"white house\"", "NOT \"white house\""},
      {"-(a b)", "NOT (a AND b)"},
      {"-headline:a", "NOT headline:a"},
      {"-=US", "NOT =US"},
      {"e-mail C-130 COVID-19", "e-mail AND C-130 AND COVID-19"},
      {"\"white house\"-led talks", "\"white house\" AND led AND talks"},
      {"(a b)-c", "(a AND b) AND c"},
  };
  for (const Parsed& c : cases) EXPECT_EQ(reading(c.typed), c.read_as) << c.typed;
}

TEST(ParseQuery, PassesOverSignsThatAreNoWords) {
  const Parsed cases[] = {
      {"PREVIEW - US, Japan Set to Hold 2+2",
       "PREVIEW AND US, AND Japan AND Set AND to AND Hold AND 2+2"},
      {"Biden – Kishida", "Biden AND Kishida"},
      {"AT & T", "AT AND T"},
      {"a = b ... !", "a AND b"},
      {"a -- b -> c", "a AND b AND c"},
      {"U.S. $4.5m 9/11 2% AT&T o'neill", "U.S. AND $4.5m AND 9/11 AND 2% AND AT&T AND o'neill"},
  };
  for (const Parsed& c : cases) EXPECT_EQ(reading(c.typed), c.read_as) << c.typed;
}

TEST(ParseQuery, ReadsFields) {
  const Parsed cases[] = {
      {"headline:kishida", "headline:kishida"},
      {"Headline:Kishida", "headline:Kishida"},
      {"source:\"UrduPoint News\"", "source:\"UrduPoint News\""},
      {"headline:(a OR b) c", "(headline:a OR headline:b) AND c"},
      {"headline:(a -\"b c\")", "headline:a AND NOT headline:\"b c\""},
      {"topics:grain", "topics:grain"},
      {"=US", "=US"},
      {"=\"the US\"", "=\"the US\""},
      {"headline:=US", "headline:=US"},
      {"headline:=\"the US\"", "headline:=\"the US\""},
      {"id:urn:news:17", "id:urn:news:17"},
      {"url:http://example.org/a", "url:http://example.org/a"},
      {"http://example.org 10:30 2023-01-13T09:41",
       "http://example.org AND 10:30 AND 2023-01-13T09:41"},
      {":a", ":a"},
      {"*", "*"},
      {"* -japan", "* AND NOT japan"},
  };
  for (const Parsed& c : cases) EXPECT_EQ(reading(c.typed), c.read_as) << c.typed;
}

TEST(ParseQuery, ReadsDates) {
  const Parsed cases[] = {
      {"date:2023", "date:2023"},
      {"date:\"2023-01\"", "date:2023-01"},
      {"date:2023-01", "date:2023-01"},
      {"date:2023-01-13", "date:2023-01-13"},
      {"date:20230113", "date:2023-01-13"},
      {"date:2023-01-11..2023-01-13", "date:2023-01-11..2023-01-13"},
      {"date:2022..2023", "date:2022-01-01..2023-12-31"},
      {"date:2001-09-11..", "date:2001-09-11.."},
      {"date:..1970", "date:..1970-12-31"},
      {"-date:1987-02", "NOT date:1987-02"},
      {"date:(2001 OR 2003)", "date:2001 OR date:2003"},
      {"kishida undated:", "kishida AND undated:"},
      {"(undated:)", "undated:"},
  };
  for (const Parsed& c : cases) EXPECT_EQ(reading(c.typed), c.read_as) << c.typed;
}

TEST(ParseQuery, UnderAnyOffersWordsAsAlternativesAndKeepsLimits) {
  const Parsed cases[] = {
      {"a b", "a OR b"},
      {"a b -c", "(a OR b) AND NOT c"},
      {"a date:2023 b", "(a OR b) AND date:2023"},
      {"a b AND c", "a OR (b AND c)"},
      {"(a b) OR c", "(a OR b) OR c"},
      {"-a -b", "NOT a AND NOT b"},
      {"headline:(a b)", "headline:a OR headline:b"},
  };
  for (const Parsed& c : cases) EXPECT_EQ(reading(c.typed, kAnyOfReuters), c.read_as) << c.typed;
}

TEST(ParseQuery, TellsFormsApart) {
  const auto parsed = parse_query("a =b \"c\" =\"d\" place:=e", {});
  EXPECT_EQ(
      dump(std::get<Query>(parsed).root),
      "and(word:stem(a), word:exact(b), phrase:spelling(c), phrase:exact(d), word:exact:place(e))");
}

TEST(ParseQuery, KeepsTheColumnsOfEveryNode) {
  const auto query = std::get<Query>(parse_query("é OR (b headline:\"c\")", {}));
  const auto& alternatives = std::get<OrNode>(query.root.value).children;
  const auto& both = std::get<AndNode>(alternatives[1].value).children;
  EXPECT_EQ(query.root.begin, 0u);
  EXPECT_EQ(alternatives[0].end, 1u);  // code points, not bytes
  EXPECT_EQ(both[0].begin, 6u);
  EXPECT_EQ(both[1].begin, 8u);
  EXPECT_EQ(both[1].end, 20u);
  EXPECT_EQ(query.root.end, 20u);
}

struct Mistyped {
  std::string_view typed;
  std::size_t column;
  std::string_view message;  // its beginning
};

void expect_mistakes(std::initializer_list<Mistyped> cases) {
  for (const Mistyped& c : cases) {
    SCOPED_TRACE(c.typed);
    const auto parsed = parse_query(c.typed, kReuters);
    const auto* mistake = std::get_if<QueryMistake>(&parsed);
    if (mistake == nullptr) {
      ADD_FAILURE() << "read as " << to_string(std::get<Query>(parsed));
      continue;
    }
    EXPECT_EQ(mistake->column, c.column);
    EXPECT_EQ(mistake->message.substr(0, c.message.size()), c.message);
  }
}

TEST(ParseQuery, RejectsWhatIsOpenOrEmpty) {
  expect_mistakes({
      {"", 0, "the query holds no word"},
      {"  \t", 0, "the query holds no word"},
      {"- &", 0, "the query holds no word"},
      {"white \"house", 6, "this quote is never closed"},
      {"é “white house", 2, "this quote is never closed"},
      {"a \"\"", 2, "there is no word between these quotes"},
      {"a \" - \"", 2, "there is no word between these quotes"},
      {"(a b", 0, "this bracket is never closed"},
      {"a (", 2, "this bracket is never closed"},
      {"a ((b)", 2, "this bracket is never closed"},
      {"a ()", 2, "there is nothing between these brackets"},
      {"a b) c", 3, "no bracket is open here"},
      {")", 0, "no bracket is open here"},
  });
}

TEST(ParseQuery, RejectsStrayOperators) {
  expect_mistakes({
      {"OR a", 0, "there is nothing before 'OR'"},
      {"a OR", 2, "there is nothing after 'OR'"},
      {"a OR & ", 2, "there is nothing after 'OR'"},
      {"a AND OR b", 6, "there is nothing before 'OR'"},
      {"(a OR) b", 3, "there is nothing after 'OR'"},
      {"a NOT", 2, "there is nothing after 'NOT'"},
      {"a -AND", 3, "there is nothing before 'AND'"},
      {"a --b", 2, "two minus signs"},
      {"==a", 1, "two equals signs"},
      {"=(a b)", 0, "'=' asks for one exact word or phrase"},
  });
}

TEST(ParseQuery, RejectsWhatItWouldMisread) {
  expect_mistakes({
      {"climate near5 change", 8, "'near5' is not understood; did you mean NEAR/5? In quotes"},
      {"caf\xe9", 3, "this is not UTF-8"},
  });
}

TEST(ParseQuery, RejectsFieldsItDoesNotKnow) {
  expect_mistakes({
      {"a colour:red", 2,
       "unknown field 'colour'; did you mean 'color'? known are after, agency, before,"},
      {"haedline:a", 0, "unknown field 'haedline'; did you mean 'headline'?"},
      {"title:a", 0, "unknown field 'title'; did you mean 'headline'?"},
      {"Biden:we will", 0, "unknown field 'Biden'; known are"},
      {"größe:5", 0, "unknown field 'größe'; known are"},
      {"=colour:red", 1, "'=' stands after the field: colour:=word"},
      {"headline: a", 0, "there is nothing after 'headline:'; write headline:word"},
      {"(headline:)", 1, "there is nothing after 'headline:'"},
      {"headline:-a", 9, "a minus stands first of all"},
      {"headline:&", 9, "there is no word or date here"},
      {"headline:(a place:b)", 12, "a field cannot stand inside another field"},
      {"undated:2023", 8, "nothing can follow 'undated:'"},
  });
}

TEST(ParseQuery, RejectsBadDates) {
  expect_mistakes({
      {"a date:2023-13", 7, "'2023-13' is not a date: there is no month 13"},
      {"date:2023-02-29", 5, "'2023-02-29' is not a date: 2023-02 has 28 days"},
      {"date:2023-01-13..2023-02-30", 17, "'2023-02-30' is not a date"},
      {"date:soon", 5, "'soon' is not a date; write 2023,"},
      {"date:yesterday", 5, "'yesterday' cannot be read here: it is not known what day it is"},
      {"date:2023-01-13..2022", 5, "the range '2023-01-13..2022' ends before it begins"},
      {"date:0999", 5, "'0999' is not a date: years run from 1000"},
      {"date:=2023", 5, "'date:' is written without '='"},
      {"date: 2023", 0, "there is nothing after 'date:'; write date:2023"},
      {"date:..", 5, "there is no word or date here"},
  });
}

TEST(ParseQuery, BoundsBytesWordsAndDepth) {
  const std::string long_word(kMaxQueryBytes + 1, 'a');
  std::string words;
  for (std::size_t word = 0; word <= kMaxQueryWords; ++word) words += "a ";
  const std::string phrase = "\"" + words + "\"";
  const std::string brackets = std::string(8'000, '(') + "a" + std::string(8'000, ')');
  std::string nots;
  for (int i = 0; i < 4'000; ++i) nots += "NOT ";
  std::string hyphenated;
  for (std::size_t word = 0; word <= kMaxQueryWords; ++word) hyphenated += "a-";
  expect_mistakes({
      {hyphenated, 0, "too many words; 1024 are the most"},
      {long_word, kMaxQueryBytes, "the query is 16385 bytes long"},
      {words, kMaxQueryWords * 2, "too many words; 1024 are the most"},
      {phrase, 0, "too many words; 1024 are the most"},
      {brackets, kMaxQueryDepth, "brackets and NOTs lie more than 64 deep"},
      {nots + "a", kMaxQueryDepth * 4, "brackets and NOTs lie more than 64 deep"},
  });
}

TEST(ParseQuery, RefusesMoreOfWhatIsCostlyThanItSays) {
  std::string nears = "a0";
  for (std::size_t i = 1; i <= kMaxNearOperators; ++i) nears += " NEAR/5 a" + std::to_string(i);
  std::string patterns = "p0*";
  for (std::size_t i = 1; i < kMaxPatterns; ++i) patterns += " p" + std::to_string(i) + "*";
  EXPECT_TRUE(std::holds_alternative<Query>(parse_query(nears, {})));
  EXPECT_TRUE(std::holds_alternative<Query>(parse_query(patterns, {})));
  expect_mistakes({
      {"(" + nears + ") (b /p c)", nears.size() + 4, "too many of NEAR, ADJ, /s and /p; 32 are"},
      {patterns + " q~", patterns.size() + 1, "too many words with *, ? or ~; 512 are the most"},
  });
}

TEST(ParseQuery, CountsNestingThatIsNotBracketed) {
  std::string typed = "a";
  for (int i = 0; i < 33; ++i) typed = "(b OR c " + typed + ")";  // each an OR over an AND
  EXPECT_TRUE(reading(typed).starts_with("mistake")) << reading(typed);
}

}  // namespace
}  // namespace dateline::searcher
