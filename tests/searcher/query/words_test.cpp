// What a word is, as readers see it: which texts a typed query finds, and what of them is lit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "common/utf8.h"
#include "indexer/update/update.h"
#include "searcher/highlight/snippet.h"
#include "searcher/meaning/resolve.h"
#include "searcher/query/parser.h"
#include "searcher/search/searcher.h"
#include "tests/temporary_folder.h"

namespace dateline::searcher {
namespace {

struct WordsCase {
  std::string_view typed;
  std::string_view
      text;  // what is found stands in square brackets; a text without any is not found
};

// A number alone would be a counter, which names another text another time.
std::string id_of(std::size_t number) {
  return "case-" + std::to_string(number);
}

std::string without_brackets(std::string_view text) {
  std::string bare(text);
  std::erase_if(bare, [](char c) { return c == '[' || c == ']'; });
  return bare;
}

std::string with_brackets(const HighlightedText& lit) {
  std::string text;
  std::string_view rest = lit.text;
  for (std::size_t character = 0;; ++character) {
    for (const auto& [begin, end] : lit.highlights) {
      if (end == character) text += ']';
    }
    for (const auto& [begin, end] : lit.highlights) {
      if (begin == character) text += '[';
    }
    if (rest.empty()) return text;
    const std::size_t bytes = first_character(rest).bytes;
    text += rest.substr(0, bytes);
    rest.remove_prefix(bytes);
  }
}

// The texts of a table become an index of one article each.
class WordsTest : public testing::Test {
 protected:
  void expect(const std::vector<WordsCase>& cases, const std::string& language = "en") {
    index_texts(cases, language);
    Searcher searcher(index_dir());
    for (std::size_t i = 0; i < cases.size(); ++i) {
      SCOPED_TRACE(std::string(cases[i].typed) + " in: " + std::string(cases[i].text));
      const auto parsed = parse_query(cases[i].typed, {});
      ASSERT_TRUE(std::holds_alternative<Query>(parsed)) << std::get<QueryMistake>(parsed).message;
      const Query& query = std::get<Query>(parsed);
      const bool wanted = cases[i].text.find('[') != std::string_view::npos;
      EXPECT_EQ(finds(searcher, query, id_of(i)), wanted);
      EXPECT_EQ(lit_in(searcher, query, id_of(i)), cases[i].text);
    }
  }

 private:
  std::filesystem::path index_dir() const { return folder_.path() / "index"; }

  void index_texts(const std::vector<WordsCase>& cases, const std::string& language) {
    std::string lines;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const nlohmann::json article = {{"id", id_of(i)},
                                      {"title", ""},
                                      {"text", without_brackets(cases[i].text)},
                                      {"language", language}};
      lines += article.dump() + '\n';
    }
    std::istringstream in(lines);
    std::ostringstream out;
    std::ostringstream log;
    indexer::UpdateOptions options;
    options.index_dir = index_dir();
    options.inputs = {"-"};
    run_update(options, {in, out, log});
  }

  static bool finds(Searcher& searcher, const Query& query, const std::string& id) {
    SearchOptions options;
    options.page.limit = 1'000;
    const auto result = searcher.search(query, options);
    return std::any_of(result.hits.begin(), result.hits.end(),
                       [&](const Hit& hit) { return hit.article.id == id; });
  }

  static std::string lit_in(Searcher& searcher, const Query& query, const std::string& id) {
    const auto article = searcher.find(id);
    return article ? with_brackets(Highlighter(resolve(query)).highlight_body(*article))
                   : "no article";
  }

  test::TemporaryFolder folder_;
};

TEST_F(WordsTest, TellInitialismsFromPronouns) {
  expect({
      {"US", "the [US] Senate"},
      {"US", "the [U.S.] Senate"},
      {"US", "the [U.S] Senate"},
      {"US", "the [US]'s allies"},
      {"US", "they told us"},
      {"U.S.", "the [US] Senate"},
      {"U.S.", "they told us"},
      {"us", "they told [us]"},
      {"us", "the [US] Senate"},
      {"us", "the [U.S.] Senate"},
      {"=us", "they told [us]"},
      {"=us", "the US Senate"},
      {"=US", "the [U.S.] Senate"},
      {"=US", "they told us"},
      {"\"told us\"", "he [told us] so"},
      {"\"told us\"", "he [told US] officials"},
      {"\"told US\"", "he [told US] officials"},
      {"\"told US\"", "he told us so"},
      {"IT", "the [IT] industry"},
      {"IT", "so it rained"},
      {"IT", "It rained"},
      {"it", "[It] rained"},
      {"it", "the [IT] industry"},
      {"WHO", "the [WHO] warned"},
      {"WHO", "the [W.H.O.] warned"},
      {"WHO", "those who warned"},
      {"who", "those [who] warned"},
      {"AIDS", "an [AIDS] clinic"},
      {"AIDS", "hearing aids"},
      {"aids", "hearing [aids]"},
      {"aids", "first [aid]"},
      {"aids", "an [AIDS] clinic"},
      {"UN", "the [U.N.] said"},
      {"U.N.", "the [UN] said"},
      {"un", "the [UN] said"},
      {"USA", "in the [U.S.A.] today"},
  });
}

TEST_F(WordsTest, TakeNoEvidenceFromHeadlinesInCapitals) {
  expect({
      {"US", "JAPAN, US AGREE ON TRADE"},
      {"us", "JAPAN, [US] AGREE ON TRADE"},
      {"US", "JAPAN, [U.S.] AGREE ON TRADE"},
      {"WHO", "VOTERS ASK WHO WILL LEAD"},
      {"who", "VOTERS ASK [WHO] WILL LEAD"},
      {"US", "JAPAN, US AGREE ON TRADE\n\nthe [US] said"},
      {"trade", "JAPAN, US AGREE ON [TRADE]"},
      {"\"US agree\"", "JAPAN, US AGREE ON TRADE"},
      {"\"us agree\"", "JAPAN, [US AGREE] ON TRADE"},
      {"\"US AGREE ON TRADE\"", "JAPAN, [US AGREE ON TRADE]"},
  });
}

TEST_F(WordsTest, AreFoundWithAndWithoutPossessives) {
  expect({
      {"nasa", "[NASA]'s plan"},
      {"nasa", "[NASA]’s plan"},
      {"NASA's", "a [NASA] plan"},
      {"NASA’s", "[NASA]'s plan"},
      {"workers", "the [workers]' union"},
      {"workers’", "the [workers] union"},
      {"\"reuters poll\"", "a [Reuters' poll] of many"},
      {"it's", "so [it] is"},
      {"don't", "we [don’t] know"},
      {"dont", "we [don't] know"},
      {"O'Neill", "Mr. [O’Neill] left"},
      {"oneill", "Mr. [O'Neill] left"},
      {"neill", "Mr. O'Neill left"},
      {"I'll", "and [I’ll] go"},
      {"ill", "and I'll go"},
      {"I'll", "he was ill"},
      {"shell", "and she'll go"},
      {"wed", "what we'd seen"},
      {"were", "as we're told"},
      {"well", "and we'll go"},
      {"ID", "so I'd go"},
      {"wont", "and won't go"},
      {"won't", "and [won’t] go"},
      {"homme", "l'[homme] est"},
      {"italia", "dell’[Italia] e"},
  });
}

TEST_F(WordsTest, MeetAcrossHyphens) {
  expect({
      {"email", "an [e-mail] came"},
      {"e-mail", "an [email] came"},
      {"e-mail", "an [e mail] came"},
      {"e-mail", "an [e-mail] came"},
      {"e-mails", "an [e-mail] came"},
      {"\"e mail\"", "an [e-mail] came"},
      {"\"e mail\"", "an email came"},
      {"=email", "an [e-mail] came"},
      {"mail", "an e-[mail] came"},
      {"\"an email came\"", "[an e-mail came]"},
      {"\"an e-mail came\"", "[an email came]"},
      {"US-made", "a [US-made] car"},
      {"US-made", "a [U.S.-made] car"},
      {"US-made", "what made us"},
      {"\"US made\"", "a [US-made] car"},
      {"made", "a US-[made] car"},
      {"US", "a [US]-made car"},
      {"week-long", "a [week-long] strike"},
      {"week-long", "a [weeklong] strike"},
      {"week-long", "a [week long] strike"},
      {"weeklong", "a [week-long] strike"},
      {"weeklong", "a week long strike"},
      {"\"week long\"", "a [week-long] strike"},
      {"\"week long\"", "a weeklong strike"},
      {"\"a weeklong strike\"", "in [a week-long strike]"},
      {"ceasefire", "a [cease-fire] held"},
      {"cease-fires", "a [ceasefire] held"},
      {"mother-in-law", "my [mother in law] left"},
      {"G7", "the [G-7] summit"},
      {"G-7", "the [G7] summit"},
      {"G-7", "the [G-7] summit"},
      {"G-7", "the [G‑7] summit"},
      {"\"the G7 summit\"", "at [the G-7 summit]"},
      {"\"G-7 summit\"", "the [G7 summit] ended"},
      {"G7", "the G-8 summit"},
      {"C130", "a [C-130] landed"},
      {"C-130", "a [C130] landed"},
      {"COVID-19", "with [Covid19] again"},
  });
}

TEST_F(WordsTest, MeetNumbersHoweverTheyAreGrouped) {
  expect({
      {"1000", "some [1,000] men"},
      {"1,000", "some [1000] men"},
      {"1,000", "some 1 000 men"},
      {"1,000", "some 10,000 men"},
      {"1234567", "[1,234,567] votes"},
      {"4.5", "some [4.5] billion"},
      {"4.5", "some 4 to 5 billion"},
      {"4", "some 4.5 billion"},
      {"1980s", "in the [1980s] again"},
      {"1980", "in the 1980s again"},
  });
}

TEST_F(WordsTest, MeetScoresAndRangesOnlyAsTyped) {
  expect({
      {"2-1", "won [2-1] at home"},
      {"2-1", "won [2–1] at home"},
      {"2–1", "won [2-1] at home"},
      {"2-1", "won 21 games"},
      {"2-1", "won 1-2 at home"},
      {"21", "won 2-1 at home"},
      {"=21", "won 2-1 at home"},
      {"=2-1", "won [2-1] at home"},
      {"9-11", "dial 911 now"},
      {"911", "the 9-11 attacks"},
      {"\"21 people\"", "won 2-1 people"},
      {"2", "won [2]-1 at home"},
      {"\"won 2-1\"", "they [won 2-1] again"},
      {"191418", "the war of 1914-18"},
      {"1914-18", "the war of [1914–18]"},
      {"03-2387", "case [03-2387] opens"},
      {"2020-01-02", "day [2020-01-02] here"},
  });
}

TEST_F(WordsTest, MeetSignsOnlyAsTyped) {
  expect({
      {"2+2", "a [2+2] meeting"},
      {"2+2", "2 and 2"},
      {"2+2", "2 2"},
      {"2", "a [2]+[2] meeting"},
      {"9/11", "since [9/11] began"},
      {"9/11", "on 9 11"},
      {"9/11", "on 9-11"},
      {"\"since 9/11 began\"", "[since 9/11 began]"},
      {"$4.5m", "paid [$4.5m] for it"},
      {"$4.5m", "some 4.5m votes"},
      {"4.5m", "paid $[4.5m] for it"},
      {"€5", "paid [€5] for it"},
      {"€5", "paid $5 for it"},
      {"AT&T", "[AT&T]'s shares"},
      {"AT&T", "at the T junction"},
  });
}

TEST_F(WordsTest, MeetPercentagesHoweverTheyAreWritten) {
  for (const std::string_view typed :
       {"2%", "\"2%\"", "\"2 percent\"", "\"2 per cent\"", "\"2 pct\"", "2-percent"}) {
    expect({
        {typed, "rose [2%] in May"},
        {typed, "rose [2 percent] in May"},
        {typed, "rose [2 per cent] in May"},
        {typed, "rose [2 pct] in May"},
        {typed, "a [2-percent] rise"},
        {typed, "SHARES RISE [2 PERCENT]"},
        {typed, "rose 12 percent in May"},
        {typed, "rose 1.2 percent in May"},
        {typed, "rose 12% in May"},
        {typed, "rose by 2 in May"},
        {typed, "2 in a hundred are 2 cent per head"},
    });
  }
  expect({
      {"4.5%", "rose [4.5 per cent] in May"},
      {"2", "rose [2]% in May"},
      {"=2%", "rose [2%] in May"},
      {"=2%", "rose 2 percent in May"},
      {"=\"2 percent\"", "rose 2% in May"},
      {"=\"2 percent\"", "rose 2 per cent in May"},
      {"=\"2 percent\"", "rose [2 percent] in May"},
      {"\"rose 2% in May\"", "they [rose 2 per cent in May]"},
      {"\"rose 2 per cent in\"", "they [rose 2% in] May"},
      {"\"rose 2 percent from 3 percent\"", "they [rose 2% from 3 per cent]"},
      {"\"forty percent\"", "some [forty per cent] of it"},
      {"\"forty per cent of\"", "some [forty percent of] it"},
      {"percent", "some forty per cent"},
      {"\"per cent\"", "some forty percent"},
      {"\"per cent\"", "some forty [per cent]"},
  });
}

TEST_F(WordsTest, MeetBritishAndAmericanSpellings) {
  expect({
      {"defence", "the [defense] minister"},
      {"defense", "the [defence] minister"},
      {"=defence", "the defense minister"},
      {"=defence", "the [defence] minister"},
      {"\"defence minister\"", "the [defense minister] left"},
      {"=\"defence minister\"", "the defense minister left"},
      {"organised", "they [organized] it"},
      {"organisation", "two [organizations] met"},
      {"labor", "the [Labour] party"},
      {"neighbours", "its [neighbor] said"},
      {"centre", "in the [center] of"},
      {"programme", "a [program] began"},
      {"travelled", "she is [traveling] now"},
      {"aluminum", "cheap [aluminium] cans"},
      {"grey", "a [gray] day"},
      {"paediatric", "a [pediatric] ward"},
      {"cheque", "a check of papers"},  // other words as well
      {"tyre", "we tire of it"},
      {"storey", "a long story"},
  });
}

TEST_F(WordsTest, MeetWithoutAccentsStrokesAndLigatures) {
  expect({
      {"muller", "Herr [Müller] sagt"},
      {"Müller", "Mr. [Muller] said"},
      {"mueller", "Herr Müller sagt"},  // as it is typed abroad; German writers need no help
      {"cafe", "the [café] closed"},
      {"cafe", "the [cafe\u0301] closed"},
      {"café", "the [CAFÉ] closed"},
      {"lodz", "in [Łódź] today"},
      {"erdogan", "Mr. [Erdoğan] said"},
      {"strasse", "in der [Straße] heute"},
      {"oresund", "the [Øresund] bridge"},
      {"final", "the [ﬁnal] whistle"},
      {"ﬁnal", "the [final] whistle"},
      {"oﬀice", "an [office] block"},
      {"aeon", "an [Æon] ago"},
      {"oeuvre", "his [œuvre] grew"},
      {"œuvre", "his [oeuvre] grew"},
      {"encyclopædia", "the [encyclopedia] says"},
      {"москва", "[МОСКВА] сегодня"},
  });
}

TEST_F(WordsTest, PairTheCharactersOfEastAsia) {
  expect(
      {
          {"東京", "[東京]都の人口"},
          {"京都", "東[京都]の人口"},
          {"東京都", "[東京都]の人口"},
          {"東京都", "京都と東京"},
          {"大阪", "東京都の人口"},
          {"京", "東京都の人口"},  // a lone character is a word only where it stands alone
          {"\"東京都の人口\"", "昨日の[東京都の人口]は"},
          {"서울", "[서울]시 소식"},
          {"トヨタ", "[ﾄﾖﾀ]の車"},
          {"2023年", "in [2023年] again"},
      },
      "ja");
}

TEST_F(WordsTest, AreStemmedInEnglish) {
  expect({
      {"election", "the [elections] came"},
      {"elect", "they were [elected] twice"},
      {"=election", "the elections came"},
      {"\"election day\"", "on elections day"},
      {"Wahl", "die Wahlen kamen"},
  });
}

TEST_F(WordsTest, AreStemmedInGerman) {
  expect(
      {{"Wahl", "die [Wahlen] kamen"}, {"Häuser", "des [Hauses] Tür"}, {"elected", "they elect"}},
      "de");
}

TEST_F(WordsTest, AreStemmedInFrench) {
  expect({{"ministre", "les [ministres] sont"},
          {"grèves", "la [grève] générale"},
          {"manifestation", "des [manifestations] ici"},
          {"national", "les [nationales] et"}},
         "fr");
}

TEST_F(WordsTest, AreStemmedInSpanish) {
  expect({{"elección", "las [elecciones] del"},
          {"elecciones", "una [elección] de"},
          {"organización", "las [organizaciones] de"}},
         "es");
}

TEST_F(WordsTest, AreStemmedInPortuguese) {
  expect({{"ministro", "os [ministros] do"},
          {"governo", "os [governos] do"},
          {"organização", "as [organizações] do"},
          {"eleições", "a [eleição] do"}},
         "pt");
}

TEST_F(WordsTest, AreStemmedInItalian) {
  expect({{"elezione", "le [elezioni] di"},
          {"ministro", "i [ministri] di"},
          {"governo", "i [governi] di"}},
         "it");
}

TEST_F(WordsTest, AreStemmedInDutch) {
  expect({{"verkiezing", "de [verkiezingen] van"},
          {"minister", "de [ministers] van"},
          {"regering", "de [regeringen] van"}},
         "nl");
}

}  // namespace
}  // namespace dateline::searcher
