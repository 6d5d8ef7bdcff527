// What holds for the tokens of every text, tried on random ones.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/text/analyser.h"
#include "common/text/ascii.h"
#include "common/text/initialisms.h"
#include "common/text/unicode.h"
#include "tests/common/text/token_matchers.h"

namespace dateline {
namespace {

// Pieces that meet the rules more often than random characters do.
rc::Gen<std::string> newslike_text() {
  // clang-format off
  const std::vector<std::string> pieces = {
      "US",  "us",   "U.S.", "who", "WHO",  "a",  "e",  "mail", "O", "l",  "qu", "1",  "000", "23",
      ".",   ".",    ",",    "-",   "-",    "'",  "’",  "s",    "+", "/",  "&",  "$",  "€",   "%",
      " ",   " ",    " ",    "\n",  "\n\n", "!",  "“",  "(",    "é", "É",  "ß",  "ø",  "ﬁ",   "東",
      "京",  "が",   "한",   "½",   "²",    "\u0301", "\u200D", "\u093F", "ŉ", "İ", "ϓ", "ｶ",
      "\uFF9E", "\u1161", "ㄱ", "ㅏ", "㊀", "\xC3", "\xFF", "JAPAN", std::string(70, 'x'),
      std::string(62, '7'),
  };
  // clang-format on
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const std::vector<std::string>& chosen) {
                        std::string text;
                        for (const auto& piece : chosen) text += piece;
                        return text;
                      });
}

rc::Gen<std::string> unicode_text() {
  const auto character = rc::gen::oneOf(
      rc::gen::inRange<char32_t>(0x20, 0x250), rc::gen::inRange<char32_t>(0x250, 0x3000),
      rc::gen::inRange<char32_t>(0x3000, 0xD800), rc::gen::inRange<char32_t>(0xE000, 0x11000),
      rc::gen::inRange<char32_t>(0x11000, 0x20000));
  return rc::gen::map(rc::gen::container<std::vector<char32_t>>(character),
                      [](const std::vector<char32_t>& chosen) {
                        std::string text;
                        for (const char32_t c : chosen) append_utf8(c, text);
                        return text;
                      });
}

rc::Gen<std::string> any_text() {
  return rc::gen::oneOf(newslike_text(), unicode_text(), rc::gen::string<std::string>());
}

bool is_on_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 ||
         !is_valid_utf8(text);
}

RC_GTEST_PROP(AnalyserProperty, PlacesLieInTheTextOnCharacters, ()) {
  const std::string text = *any_text();
  Analyser analyser;
  for (const Token& token : analyser.analyse(text)) {
    RC_ASSERT(token.begin < token.end);
    RC_ASSERT(token.end <= text.size());
    RC_ASSERT(is_on_boundary(text, token.begin));
    RC_ASSERT(is_on_boundary(text, token.end));
  }
}

RC_GTEST_PROP(AnalyserProperty, PositionsAscendWithoutGapsAndTermsDifferAtEach, ()) {
  const std::string text = *any_text();
  Analyser analyser;
  std::uint32_t next = 5;
  std::set<std::string_view> terms_here;
  for (const Token& token : analyser.analyse(text, 5)) {
    RC_ASSERT(token.position == next || token.position + 1 == next);
    if (token.position == next) {
      terms_here.clear();
      ++next;
    }
    RC_ASSERT(terms_here.insert(token.term).second);
  }
  RC_ASSERT(analyser.next_position() == next);
}

RC_GTEST_PROP(AnalyserProperty, EveryPositionHoldsExactlyOneWord, ()) {
  const std::string text = *any_text();
  Analyser analyser;
  std::uint32_t words = 0;
  for (const Token& token : analyser.analyse(text)) {
    words += token.kind == TokenKind::kWord ? 1 : 0;
    RC_ASSERT(token.kind == TokenKind::kWord || !(token.starts_sentence || token.starts_paragraph));
    RC_ASSERT(!token.starts_paragraph || token.starts_sentence);
  }
  RC_ASSERT(analyser.next_position() == words);
}

RC_GTEST_PROP(AnalyserProperty, TermsAreFoldedValidAndShort, ()) {
  const std::string text = *any_text();
  Analyser analyser;
  for (const Token& token : analyser.analyse(text)) {
    RC_ASSERT(!token.term.empty());
    RC_ASSERT(token.term.size() <= kMaxTermBytes);
    RC_ASSERT(is_valid_utf8(token.term));
    const bool has_capital = std::any_of(token.term.begin(), token.term.end(), ascii::is_upper);
    RC_ASSERT(!has_capital || !find_initialism(token.term).empty());
  }
}

RC_GTEST_PROP(AnalyserProperty, AWordAnalysedAgainIsItself, ()) {
  const std::string text = *any_text();
  Analyser analyser;
  std::vector<std::string> words;
  for (const Token& token : analyser.analyse(text)) {
    if (token.kind == TokenKind::kWord) words.emplace_back(token.term);
  }
  for (const std::string& word : words) RC_ASSERT(analysed(word) == word);
}

RC_GTEST_PROP(AnalyserProperty, ASecondTextLeavesNoTraceOfTheFirst, ()) {
  const std::string first = *any_text();
  const std::string second = *any_text();
  Analyser analyser;
  analyser.analyse(first);
  RC_ASSERT(show(analyser.analyse(second)) == analysed(second));
}

TEST(AnalyserProperty, EveryLetterLeavesATermThatStaysTheSame) {
  Analyser analyser;
  for (char32_t c = 0x80; c < 0x30000; ++c) {
    if (0xD800 <= c && c < 0xE000) continue;
    const CharacterClass kind = classify(c);
    if (kind != CharacterClass::kWord && kind != CharacterClass::kIdeograph) continue;
    std::string text;
    append_utf8(c, text);
    const auto& tokens = analyser.analyse(text);
    ASSERT_FALSE(tokens.empty()) << std::hex << static_cast<unsigned>(c);
    for (const auto& word : std::vector<Token>(tokens)) {
      const std::string term(word.term);
      ASSERT_EQ(analysed(term), term) << std::hex << static_cast<unsigned>(c);
    }
  }
}

}  // namespace
}  // namespace dateline
