// Copies and versions of stories through both programs.
#include <algorithm>
#include <random>

#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

using Words = std::vector<std::string>;

// A story in words that are drawn for it, the word "ferry" before them.
Words story(unsigned seed, std::size_t words = 150) {
  const Words known = {"amber", "birch",  "cedar", "delta", "ember", "fjord",  "grove", "harbour",
                       "inlet", "jetty",  "kelp",  "lake",  "marsh", "north",  "oar",   "pier",
                       "quay",  "rudder", "sail",  "tide",  "upper", "vessel", "wharf", "yacht"};
  std::mt19937 random(seed);
  Words text = {"ferry"};
  while (text.size() < words) text.push_back(known[random() % known.size()]);
  return text;
}

Words first_of(Words text, std::size_t words) {
  text.resize(words);
  return text;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text + ".";
}

class EndToEndCopies : public EndToEndTest {
 protected:
  static std::string article(const std::string& id, const Words& text,
                             const std::string& headline = "Ferry news") {
    return json_line({{"id", id},
                      {"title", headline},
                      {"source", "Paper " + id},
                      {"date", "2001-02-03"},
                      {"text", joined(text)}});
  }

  // A run of its own.
  void adds(const std::string& file, const std::string& articles) const {
    has(file, articles);
    ASSERT_EQ(update().status, 0);
  }

  Json grouped(Arguments arguments = {"ferry"}) const {
    arguments.insert(arguments.begin(), {"--group"});
    return result(arguments);
  }

  static std::vector<std::string> ids_of(const Json& related) {
    std::vector<std::string> ids;
    for (const Json& article : related) ids.push_back(article["id"]);
    return ids;
  }

  // The groups that are hits, each as a set.
  std::set<std::set<std::string>> groups() const {
    std::set<std::set<std::string>> groups;
    const Json answer = grouped();
    for (const Json& hit : answer["hits"]) {
      const auto copies = ids_of(hit["copies"]);
      std::set<std::string> group(copies.begin(), copies.end());
      group.insert(std::string(hit["id"]));
      groups.insert(group);
    }
    return groups;
  }
};

using Groups = std::set<std::set<std::string>>;

TEST_F(EndToEndCopies, AreOneHitThatNamesTheOthers) {
  adds("a.jsonl", article("one", story(1)) + article("two", story(1)) +
                      article("abridged", first_of(story(1), 60)) + article("other", story(2)));
  EXPECT_EQ(groups(), (Groups{{"one", "two", "abridged"}, {"other"}}));
  const Json answer = grouped();
  EXPECT_EQ(answer["total"]["value"], 4);
  EXPECT_EQ(answer["groups"], 2);
  EXPECT_EQ(answer["hits"].size(), 2U);
  EXPECT_EQ(answer["hits"][1]["rank"], 2);
  const std::string page = search({"--group", "ferry"}).out;
  EXPECT_THAT(page, HasSubstr("also in Paper "));
  EXPECT_THAT(page, HasSubstr("1-2 of 2 in 4 articles\n"));
}

TEST_F(EndToEndCopies, AreHitsOfTheirOwnUnlessGroupingIsAskedFor) {
  adds("a.jsonl", article("one", story(1)) + article("two", story(1)));
  for (const Arguments& arguments : {Arguments{"ferry"}, Arguments{"--group=off", "ferry"}}) {
    const Json answer = result(arguments);
    EXPECT_EQ(answer["hits"].size(), 2U);
    EXPECT_TRUE(answer["groups"].is_null());
    EXPECT_THAT(answer["hits"][0]["copies"], IsEmpty());
    EXPECT_TRUE(answer["hits"][0]["copies_count"].is_null());
  }
  EXPECT_EQ(search({"--group=maybe", "ferry"}).status, 2);
}

TEST_F(EndToEndCopies, AreNotTextsThatShareAPassageOnly) {
  Words half = first_of(story(1), 75);
  for (const std::string& word : story(3)) half.push_back(word);
  adds("a.jsonl", article("one", story(1)) + article("half", half));
  EXPECT_EQ(groups(), (Groups{{"one"}, {"half"}}));
}

TEST_F(EndToEndCopies, AreFoundInLaterRunsAndStayTogetherWhenSegmentsAreMerged) {
  std::set<std::string> all;
  for (unsigned run = 0; run < 7; ++run) {
    const std::string id = "run" + std::to_string(run);
    adds(id + ".jsonl", article(id, story(1)) + article("other" + id, story(10 + run)));
    all.insert(id);
    SCOPED_TRACE(run);
    EXPECT_TRUE(groups().contains(all));
    EXPECT_EQ(grouped()["groups"], run + 2);
  }
  EXPECT_LT(info_json()["segments"], 5);
  EXPECT_EQ(check().status, 0);
}

TEST_F(EndToEndCopies, AreFoundBetweenTheRunsOfALargeArchive) {
  std::string lines = article("early", story(1));
  for (unsigned i = 0; i < 1'500; ++i) {
    lines += article("filler" + std::to_string(i), story(100 + i, 250));
  }
  has("large.jsonl", lines + article("late", story(1)));
  ASSERT_EQ(update({"--memory", "16M", "."}).status, 0);
  const Json hit = grouped({"id:late"})["hits"][0];
  EXPECT_THAT(ids_of(hit["copies"]), ElementsAre("early"));
}

TEST_F(EndToEndCopies, LoseAnArticleThatIsReplacedByAnotherText) {
  adds("a.jsonl", article("one", story(1)));
  adds("b.jsonl", article("two", story(1)) + article("three", story(1)));
  adds("a.jsonl", article("one", story(2)));
  EXPECT_EQ(groups(), (Groups{{"one"}, {"two", "three"}}));
  adds("c.jsonl", article("four", story(1)) + article("five", story(2)));
  EXPECT_EQ(groups(), (Groups{{"one", "five"}, {"two", "three", "four"}}));
}

TEST_F(EndToEndCopies, AreNoCopiesOfWhatTheyReplace) {
  adds("a.jsonl", article("one", story(1)));
  adds("a.jsonl", article("one", story(1), "Ferry news again"));
  const Json answer = grouped();
  EXPECT_EQ(answer["groups"], 1);
  EXPECT_EQ(answer["hits"][0]["copies_count"], 0);
}

TEST_F(EndToEndCopies, ThatAreMarkedAsAnotherVersionStayApartAndKnowEachOther) {
  adds("a.jsonl", article("first", story(1)) + article("copy", story(1)) +
                      article("corrected", story(1), "CORRECTED-Ferry news"));
  adds("b.jsonl", article("corrected copy", story(1), "Corrected: Ferry news"));
  EXPECT_EQ(groups(), (Groups{{"first", "copy"}, {"corrected", "corrected copy"}}));
  const Json first = grouped({"id:first"})["hits"][0];
  EXPECT_THAT(ids_of(first["versions"]), UnorderedElementsAre("corrected", "corrected copy"));
  EXPECT_EQ(first["versions_count"], 2);
  const Json corrected = grouped({"id:corrected"})["hits"][0];
  EXPECT_THAT(ids_of(corrected["versions"]), UnorderedElementsAre("first", "copy"));
  EXPECT_THAT(search({"--group", "id:first"}).out, HasSubstr("other versions: Paper corrected"));
}

TEST_F(EndToEndCopies, AreToldWithTheVersionThatTheyRepeat) {
  adds("a.jsonl", article("second", story(1), "UPDATE 2-Ferry news") +
                      article("repeat", story(1), "RPT-UPDATE 2-Ferry news") +
                      article("third", story(1), "UPDATE 3-Ferry news"));
  EXPECT_EQ(groups(), (Groups{{"second", "repeat"}, {"third"}}));
}

// Wherever the note stands: one that was corrected does not hide behind the one that was wrong.
TEST_F(EndToEndCopies, AreNotWhatSaysOfItselfThatItWasCorrected) {
  const auto noted = [](const std::string& id, const std::string& before,
                        const std::string& after) {
    return json_line({{"id", id},
                      {"title", "Ferry news"},
                      {"source", "Wire"},
                      {"date", "2001-02-03"},
                      {"text", before + joined(story(1)) + after}});
  };
  adds("a.jsonl",
       noted("first", "", "") + article("headline", story(1), "CORRECTED-Ferry news") +
           noted("dateline", "OSLO, Feb 3 (Wire) - (Corrects length in paragraph 4) ", "") +
           noted("end", "", "\n\nCorrection: An earlier version of this article gave nine days.") +
           noted("top", "Editor's note: This story has been corrected.\n\n", ""));
  EXPECT_EQ(groups(), (Groups{{"first"}, {"headline", "dateline", "end", "top"}}));
  EXPECT_EQ(grouped({"id:first"})["hits"][0]["versions_count"], 4);
}

TEST_F(EndToEndCopies, AreNotReportsOfOneTemplate) {
  const auto report = [](const std::string& id, const std::string& date, const std::string& change,
                         const std::string& index) {
    Words text = story(1, 60);
    text.insert(text.begin() + 20, {"closed", change, "percent", "higher"});
    text.insert(text.begin() + 40, {"at", index, "points"});
    return json_line({{"id", id}, {"source", "Wire"}, {"date", date}, {"text", joined(text)}});
  };
  adds("a.jsonl", report("march", "1987-03-02", "1.2", "4,311") +
                      report("april", "1987-04-13", "0.4", "4,328") +
                      report("repeat", "1987-04-13", "0.4", "4328"));
  adds("b.jsonl", report("june", "1987-06-22", "2.9", "4,203"));
  EXPECT_EQ(groups(), (Groups{{"march"}, {"april", "repeat"}, {"june"}}));
  EXPECT_EQ(grouped({"id:march"})["hits"][0]["versions_count"], 0);
}

TEST_F(EndToEndCopies, FillAPageHoweverManyOfThemThereAre) {
  std::string lines;
  for (unsigned copy = 0; copy < 60; ++copy) {
    lines += article("a" + std::to_string(copy), story(1));
  }
  for (unsigned other = 0; other < 30; ++other) {
    lines += article("b" + std::to_string(other), first_of(story(20 + other), 100 + other));
  }
  adds("a.jsonl", lines);
  const Json whole = grouped({"--limit", "1000", "ferry"});
  EXPECT_EQ(whole["groups"], 31);
  ASSERT_EQ(whole["hits"].size(), 31U);
  std::vector<std::string> paged;
  for (int offset = 0; offset < 40; offset += 7) {
    const Json page = grouped({"--limit", "7", "--offset", std::to_string(offset), "ferry"});
    EXPECT_EQ(page["groups"], 31);
    for (const std::string& id : ids_of(page["hits"])) paged.push_back(id);
  }
  EXPECT_EQ(paged, ids_of(whole["hits"]));
  const Json copied = grouped({"id:a0"})["hits"][0];
  EXPECT_EQ(copied["copies_count"], 59);
  EXPECT_EQ(copied["copies"].size(), 20U);
}

TEST_F(EndToEndCopies, AreCountedTheSameWhereFieldsAreAskedToo) {
  adds("a.jsonl", article("one", story(1)) + article("two", story(1)) + article("three", story(2)));
  const Json answer = grouped({"ferry source:paper"});
  EXPECT_EQ(answer["total"]["value"], 3);
  EXPECT_EQ(answer["groups"], 2);
  EXPECT_EQ(grouped({"--limit", "0", "ferry"})["groups"], 2);
  EXPECT_TRUE(grouped({"--total", "estimate", "ferry"}).contains("groups"));
}

TEST_F(EndToEndCopies, AreFoundByTheirNumber) {
  adds("a.jsonl", article("one", story(1)) + article("two", story(1)) + article("three", story(1)));
  adds("b.jsonl",
       article("pair", story(2)) + article("pair too", story(2)) + article("alone", story(3)));
  EXPECT_EQ(found("ferry copies:>1"), (std::set<std::string>{"one", "two", "three"}));
  EXPECT_EQ(found("ferry copies:1"), (std::set<std::string>{"pair", "pair too"}));
  EXPECT_EQ(found("ferry copies:0"), (std::set<std::string>{"alone"}));
  EXPECT_EQ(found("copies:<2"), (std::set<std::string>{"pair", "pair too", "alone"}));
  EXPECT_EQ(found("ferry -copies:>=1"), (std::set<std::string>{"alone"}));
  adds("a.jsonl", article("one", story(4)) + article("two", story(1)) + article("three", story(1)));
  EXPECT_THAT(found("copies:>1"), IsEmpty());
}

TEST_F(EndToEndCopies, DamagedAreAnErrorOnlyForThoseWhoAsk) {
  adds("a.jsonl", article("one", story(1)) + article("two", story(1)));
  const auto file = index_ / "segments/000001/copies.index";
  flip_bit(file, std::filesystem::file_size(file) - 20);
  EXPECT_EQ(search({"ferry"}).status, 0);
  const Ended ended = search({"--group", "ferry"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("copies.index' is damaged"));
}

}  // namespace
}  // namespace dateline::test
