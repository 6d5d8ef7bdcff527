#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

struct KnownAnswer {
  std::string name;
  std::string query;
  std::set<std::string> articles;
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

// corpus/queries.tsv, as corpus/README.md describes it.
std::vector<KnownAnswer> known_answers() {
  std::vector<KnownAnswer> answers;
  std::ifstream in(sample_archive().parent_path() / "queries.tsv");
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> columns = split(line, '\t');
    columns.resize(3);
    const auto articles = split(columns[2], ';');
    answers.push_back({columns[0], columns[1], {articles.begin(), articles.end()}});
  }
  return answers;
}

class EndToEndKnownAnswers : public EndToEndTest {
 protected:
  void SetUp() override { update_sample(); }
};

TEST_F(EndToEndKnownAnswers, AreFoundExactly) {
  ASSERT_GT(known_answers().size(), 40U);
  for (const KnownAnswer& answer : known_answers()) {
    SCOPED_TRACE(answer.name + ": " + answer.query);
    EXPECT_EQ(found(answer.query), answer.articles);
  }
}

TEST_F(EndToEndKnownAnswers, AreTheSameWhenTheQueryIsTypedAsItWasReadAs) {
  for (const KnownAnswer& answer : known_answers()) {
    SCOPED_TRACE(answer.name + ": " + answer.query);
    EXPECT_EQ(found(result({"--", answer.query}).at("read_as")), answer.articles);
  }
}

TEST_F(EndToEndKnownAnswers, AreCountedExactly) {
  for (const KnownAnswer& answer : known_answers()) {
    SCOPED_TRACE(answer.name + ": " + answer.query);
    const Json counted = result({"--limit", "0", "--", answer.query});
    EXPECT_EQ(counted.at("total"), Json({{"value", answer.articles.size()}, {"exact", true}}));
  }
}

TEST_F(EndToEndKnownAnswers, DoNotDependOnTheOrderOfHits) {
  for (const KnownAnswer& answer : known_answers()) {
    SCOPED_TRACE(answer.name + ": " + answer.query);
    for (const char* order : {"newest", "oldest"}) {
      const auto hits = ids({"--limit", "1000", "--sort", order, "--", answer.query});
      EXPECT_EQ(std::set<std::string>(hits.begin(), hits.end()), answer.articles);
    }
  }
}

}  // namespace
}  // namespace dateline::test
