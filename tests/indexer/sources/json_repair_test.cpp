#include "indexer/sources/json_repair.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer {
namespace {

TEST(JsonRepair, MendsWhatCanBeMeantInOneWayOnly) {
  const std::pair<std::string, std::string> cases[] = {
      {R"({"a": NaN, "b": [-Infinity, Infinity]})", R"({"a": null, "b": [null, null]})"},
      {R"({"a": [1, 2,], "b": 3, })", R"({"a": [1, 2], "b": 3 })"},
      {"{\"a\": \"x\ty\nz\"}", R"({"a": "x\u0009y\u000az"})"},
      {R"({"a": "it\'s \x41"})", R"({"a": "it's \u0041"})"},
      {R"({"a": "\ud83d x \udcf0"})", R"({"a": "\ufffd x \ufffd"})"},
      {R"({'a': True, 'b': None, 'c': False})", R"({"a": true, "b": null, "c": false})"},
      {R"({'a': 'say "no"', "b": "it's", 'c': 'it\'s'})",
       R"({"a": "say \"no\"", "b": "it's", "c": "it's"})"},
      {R"({'a': '\U0001f600'})", R"({"a": "\ud83d\ude00"})"},
      {R"({'d': datetime.datetime(2020, 1, 2, 3, 4)})", R"({"d": "2020-01-02T03:04:00"})"},
      {R"({"_id": ObjectId("5f"), "d": ISODate("2020-01-02T00:00:00Z"), "n": NumberLong(5)})",
       R"({"_id": "5f", "d": "2020-01-02T00:00:00Z", "n": 5})"},
  };
  for (const auto& [written, json] : cases) {
    const auto repaired = repair_json(written);
    ASSERT_TRUE(repaired) << written;
    EXPECT_EQ(repaired->json, json);
  }
}

TEST(JsonRepair, LeavesAloneWhatItDoesNotKnow) {
  for (const auto* json : {R"({"a": 1})", R"({title: 1})", R"({"a": "None, \"NaN\""})",
                           R"({"a": 01})", R"({"a": "C:\d"})", ""}) {
    EXPECT_FALSE(repair_json(json)) << json;
  }
}

TEST(JsonRepair, SurvivesACutAtEveryByte) {
  const std::string whole =
      R"({'a': '\U0001f600', "b": "\ud83d\x41", 'd': datetime.datetime(2020, 1, 2), "c": [N,]})";
  for (std::size_t size = 0; size <= whole.size(); ++size) repair_json(whole.substr(0, size));
}

}  // namespace
}  // namespace dateline::indexer
