#include <csignal>

#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kEscape = "\x1b[";

class EndToEndOutput : public EndToEndTest {
 protected:
  void SetUp() override { update_sample(); }

  static std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
  }

  Ended search_with(Output output, const Arguments& arguments,
                    std::map<std::string, std::string> environment = {}) const {
    Invocation call = search_call(arguments);
    call.output = output;
    call.environment = std::move(environment);
    return run(call);
  }
};

TEST_F(EndToEndOutput, IsPlainTextWhereThereIsNoTerminal) {
  const Ended ended = search({"--limit", "1", "flood", "barrier"});
  EXPECT_EQ(ended.out, search({"--format", "plain", "--limit", "1", "flood", "barrier"}).out);
  EXPECT_THAT(ended.out, testing::StartsWith(" 1. Flood barrier at Wexmoor opens, two winters "
                                             "late\n    The Valley Sentinel · 1993-11-12\n"));
  EXPECT_THAT(ended.out, testing::EndsWith("    titled/flood-barrier-opens.txt\n\n1-1 of 2\n"));
}

TEST_F(EndToEndOutput, HasColoursOnATerminal) {
  const Ended ended = search_with(Output::kTerminal, {"flood", "barrier"}, {{"TERM", "xterm"}});
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.out, HasSubstr("\x1b[1;31mbarrier\x1b[0m"));
}

TEST_F(EndToEndOutput, HasNoColoursWhereTheyAreNotWanted) {
  const std::map<std::string, std::string> environments[] = {{{"NO_COLOR", "1"}},
                                                             {{"TERM", "dumb"}}};
  for (const auto& environment : environments) {
    EXPECT_THAT(search_with(Output::kTerminal, {"flood"}, environment).out,
                Not(HasSubstr(kEscape)));
  }
  EXPECT_THAT(search_with(Output::kTerminal, {"--color", "never", "flood"}).out,
              Not(HasSubstr(kEscape)));
}

TEST_F(EndToEndOutput, HasColoursInAFileWhereTheyAreAskedFor) {
  const Ended ended =
      search_with(Output::kFile, {"--color", "always", "flood"}, {{"NO_COLOR", "1"}});
  EXPECT_THAT(ended.out, HasSubstr(kEscape));
}

TEST_F(EndToEndOutput, IsWrappedToTheTerminal) {
  const Ended ended =
      search_with(Output::kTerminal, {"--color", "never", "barrier"}, {{"COLUMNS", "60"}});
  for (const std::string& line : lines(ended.out)) EXPECT_LE(line.size(), 62U) << line;
}

TEST_F(EndToEndOutput, TellsAllOfAHitInJson) {
  const Json answer = result({"--limit", "1", "lighthouse", "keepers", "strike"});
  EXPECT_EQ(answer.at("query"), "lighthouse keepers strike");
  EXPECT_EQ(answer.at("read_as"), "lighthouse AND keepers AND strike");
  EXPECT_EQ(answer.at("total"), Json({{"value", 2}, {"exact", true}}));
  EXPECT_EQ(answer.at("generation"), 1);
  const Json& hit = answer.at("hits").at(0);
  EXPECT_EQ(hit.at("rank"), 1);
  EXPECT_GT(hit.at("score"), 0);
  EXPECT_EQ(hit.at("published"), "1987-03-02");
  EXPECT_EQ(hit.at("precision"), "day");
  EXPECT_EQ(hit.at("place"), "HALIFAX");
  EXPECT_FALSE(hit.at("highlights").empty());
}

TEST_F(EndToEndOutput, GivesPublicationToItsPrecision) {
  const std::pair<const char*, Json> cases[] = {
      {"kestrel oil fine", "2006-10-20T18:15-04:00"},
      {"id:titled/flood-barrier-opens.txt", "1993-11-12"},
      {"id:datelines/wheat-rust-undated.txt", nullptr},
  };
  for (const auto& [query, published] : cases) {
    SCOPED_TRACE(query);
    const Json hits = result({query}).at("hits");
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits.at(0).at("published"), published);
  }
}

TEST_F(EndToEndOutput, HoldsTheSameHitsALineEachInJsonLines) {
  const Json whole = result({"bridge"});
  const Ended ended = search({"--format", "jsonl", "bridge"});
  Json hits = Json::array();
  for (const std::string& line : lines(ended.out)) {
    hits.push_back(Json::parse(line));
    EXPECT_EQ(hits.back().at("search").at("total"), whole.at("total"));
    hits.back().erase("search");
  }
  EXPECT_EQ(hits, whole.at("hits"));
}

TEST_F(EndToEndOutput, CountsByFieldsAndDates) {
  const Ended ended = search({"--limit", "0", "--facets", "place,year", "--facet-values", "2",
                              "--timeline", "year", "bridge"});
  EXPECT_EQ(ended.out,
            "5 articles, none shown\n"
            "\n"
            "place: 1 different, 1 article without\n"
            "    4  PORT ALDWYN\n"
            "\n"
            "year: 5 different\n"
            "    1  1989\n"
            "    1  1999\n"
            "    and 3 more\n"
            "\n"
            "by year\n"
            "1989  1  ████████████████████████████████████████\n"
            "…  9 years\n"
            "1999  1  ████████████████████████████████████████\n"
            "…  5 years\n"
            "2005  1  ████████████████████████████████████████\n"
            "2006  0\n"
            "2007  0\n"
            "2008  1  ████████████████████████████████████████\n"
            "…  9 years\n"
            "2018  1  ████████████████████████████████████████\n");
}

TEST_F(EndToEndOutput, CountsTheSameInJsonAndInABatch) {
  const Json one = result({"--facets", "topics,source", "--timeline", "month", "the"});
  EXPECT_EQ(one.at("facets").size(), 2U);
  EXPECT_EQ(one.at("facets").at(0).at("field"), "topics");
  std::uint64_t counted = one.at("timeline").at("undated");
  for (const Json& period : one.at("timeline").at("periods")) {
    counted += period.at("articles").get<std::uint64_t>();
  }
  EXPECT_EQ(counted, one.at("total").at("value"));
  const auto file = folder_.write("queries", "q\tthe\n");
  const Ended batch =
      search({"--facets", "topics,source", "--timeline", "month", "--batch", file.string()});
  EXPECT_EQ(Json::parse(batch.out).at("facets"), one.at("facets"));
  EXPECT_EQ(Json::parse(batch.out).at("timeline"), one.at("timeline"));
}

TEST_F(EndToEndOutput, RefusesAFacetThatIsNot) {
  const Ended ended = search({"--facets", "plce", "the"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("there is no facet 'plce'; did you mean 'place'?"));
}

TEST_F(EndToEndOutput, SaysOnlyTheSearchInJsonLinesWhereNothingIsFound) {
  const Ended ended = search({"--format", "jsonl", "xylophonist"});
  EXPECT_EQ(ended.status, 1);
  ASSERT_EQ(lines(ended.out).size(), 1U);
  EXPECT_EQ(Json::parse(ended.out).at("search").at("read_as"), "xylophonist");
}

TEST_F(EndToEndOutput, CitesTheSearchInEveryFormatForPrograms) {
  for (const char* format : {"json", "jsonl", "csv", "tsv", "html", "ris", "bibtex", "trec"}) {
    SCOPED_TRACE(format);
    const Ended ended = search({"--format", format, "--since", "1993", "flood", "barrier"});
    EXPECT_EQ(ended.status, 0);
    std::string cited = ended.out;
    for (std::size_t at = 0; (at = cited.find("%20")) != std::string::npos;) {
      cited.replace(at, 3, " ");
    }
    EXPECT_THAT(cited, HasSubstr("flood AND barrier"));
    EXPECT_THAT(cited, HasSubstr("date:1993-01-01.."));
    EXPECT_THAT(cited,
                testing::AnyOf(HasSubstr("\"value\":2"), HasSubstr("total=2"),
                               HasSubstr("2 articles match"), HasSubstr(",2,true,0,1"),
                               HasSubstr("\t2\ttrue\t0\t1"), HasSubstr("<dd dir=\"auto\">2")));
  }
}

TEST_F(EndToEndOutput, PrintsTheQueryLanguageWithoutAnIndex) {
  Invocation call = search_call({});
  call.command.resize(1);
  call.command.push_back("--help-query");
  const Ended ended = run(call);
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.out, testing::StartsWith("THE QUERY LANGUAGE\n"));
}

TEST_F(EndToEndOutput, IsARunFileForTrec) {
  const auto hits = lines(search({"--format", "trec", "bridge"}).out);
  ASSERT_GE(hits.size(), 3U);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    EXPECT_THAT(hits[i],
                ContainsRegex("^1 Q0 [^ ]+ " + std::to_string(i + 1) + " [0-9.]+ dateline;[^ ]+$"));
  }
}

TEST_F(EndToEndOutput, LightsAPhraseWhereItStandsAndNowhereElse) {
  const Json hit = result({"--limit", "1", "\"flood barrier\""}).at("hits").at(0);
  const std::string snippet = hit.at("snippet");  // ASCII: code points are bytes
  for (const Json& light : hit.at("highlights")) {
    const std::size_t begin = light.at(0);
    EXPECT_EQ(snippet.substr(begin, light.at(1).get<std::size_t>() - begin), "flood barrier");
  }
  EXPECT_FALSE(hit.at("highlights").empty());
}

TEST_F(EndToEndOutput, EndsWithoutAWordWhenItsReaderHasGone) {
  const Ended ended = search_with(Output::kBrokenPipe, {"--limit", "1000", "*"});
  EXPECT_EQ(ended.signal, SIGPIPE);
  EXPECT_EQ(ended.err, "");
}

TEST_F(EndToEndOutput, SaysWhatTheProgramsDoAndWhichTheyAre) {
  EXPECT_THAT(search({"--help"}).out, HasSubstr("Exit status: 0 articles found, 1 none, 2 error."));
  EXPECT_THAT(search({"--version"}).out, ContainsRegex("^dateline-search [0-9.]+\n$"));
  EXPECT_THAT(info({"--help"}).out, HasSubstr("  75   another run is writing this index"));
}

}  // namespace
}  // namespace dateline::test
