#include "searcher/output/writers.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/searcher/output/results.h"

namespace dateline::searcher {
namespace {

using Json = nlohmann::ordered_json;

struct Key {
  std::string name;
  std::string type;
  bool nullable = false;
};

// The cells of a table row, without the bars: "`id` ", " string ", " its meaning ".
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream row(line.substr(1));
  for (std::string cell; std::getline(row, cell, '|');) cells.push_back(cell);
  return cells;
}

// The tables of docs/json-output.md, by the heading that they stand under.
std::map<std::string, std::vector<Key>> documented() {
  std::ifstream file(DATELINE_SOURCE_DIR "/docs/json-output.md");
  std::map<std::string, std::vector<Key>> tables;
  std::string heading;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) heading = line.substr(3);
    if (!line.starts_with("| `")) continue;
    const std::vector<std::string> cells = cells_of(line);
    const std::string& type = cells.at(1);
    tables[heading].push_back({cells[0].substr(2, cells[0].rfind('`') - 2),
                               type.substr(1, type.find(' ', 1) - 1), type.ends_with("or null ")});
  }
  return tables;
}

std::string type_of(const Json& value) {
  if (value.is_number_integer()) return "integer";
  return value.type_name();
}

// Keys, their order and types are as documented.
void expect_documented(const Json& object, const std::vector<Key>& keys) {
  std::vector<std::string> expected;
  std::vector<std::string> names;
  for (const Key& key : keys) expected.push_back(key.name);
  for (const auto& [name, value] : object.items()) names.push_back(name);
  ASSERT_EQ(names, expected);
  for (const Key& key : keys) {
    const std::string type = type_of(object[key.name]);
    if (key.nullable && type == "null") continue;
    EXPECT_EQ(type, key.type) << key.name;
  }
}

void expect_explanation_documented(const Json& explanation) {
  expect_documented(explanation, documented()["Explanation"]);
  for (const Json& part : explanation["parts"]) {
    expect_documented(part, documented()["Part"]);
    for (const Json& form : part["forms"]) expect_documented(form, documented()["Form"]);
  }
  for (const Json& part : explanation["without"]) {
    expect_documented(part, documented()["Without"]);
  }
}

void expect_result_documented(const Json& result, std::vector<Key> keys) {
  expect_documented(result, keys);
  expect_documented(result["total"], documented()["Total"]);
  for (const Json& hit : result["hits"]) {
    expect_documented(hit, documented()["Hit"]);
    for (const char* related : {"copies", "versions"}) {
      for (const Json& article : hit[related]) {
        expect_documented(article, documented()["Related article"]);
      }
    }
  }
  for (const Json& facet : result["facets"]) {
    expect_documented(facet, documented()["Facet"]);
    for (const Json& value : facet["values"]) expect_documented(value, documented()["Value"]);
  }
  if (!result["explanation"].is_null()) expect_explanation_documented(result["explanation"]);
  if (result["timeline"].is_null()) return;
  expect_documented(result["timeline"], documented()["Timeline"]);
  for (const Json& period : result["timeline"]["periods"]) {
    expect_documented(period, documented()["Period"]);
  }
}

TEST(JsonOutput, IsAsDocumented) {
  for (const SearchResult& result : {full_result(), sparse_result(), SearchResult{}}) {
    expect_result_documented(Json::parse(to_json(result)), documented()["Result"]);
  }
}

TEST(JsonOutput, IsNullExactlyWhereDocumented) {
  auto tables = documented();
  const Json full = Json::parse(to_json(full_result()));
  const Json sparse = Json::parse(to_json(sparse_result()));
  for (const Key& key : tables["Result"]) {
    EXPECT_FALSE(full[key.name].is_null()) << key.name;
    EXPECT_EQ(sparse[key.name].is_null(), key.nullable) << key.name;
  }
  for (const Key& key : tables["Hit"]) {
    EXPECT_FALSE(full["hits"][0][key.name].is_null()) << key.name;
    EXPECT_EQ(sparse["hits"][0][key.name].is_null(), key.nullable) << key.name;
  }
}

TEST(JsonOutput, OfABatchIsAsDocumented) {
  auto tables = documented();
  std::vector<Key> keys = tables["Batch result"];
  keys.insert(keys.end(), tables["Result"].begin(), tables["Result"].end());
  expect_result_documented(Json::parse(to_batch_json("q1", full_result())), keys);

  const Json error = Json::parse(to_batch_json("q2", "a OR", {2, "there is nothing after 'OR'"}));
  expect_documented(error, tables["Batch error"]);
  expect_documented(error["error"], tables["Error"]);
}

TEST(JsonOutput, HoldsTheValues) {
  const Json result = Json::parse(to_json(full_result()));
  EXPECT_EQ(result["total"]["value"], 234);
  EXPECT_EQ(result["elapsed_us"], 317);
  EXPECT_EQ(result["hits"][0]["published"], "2023-01-13T09:41+05:30");
  EXPECT_EQ(result["hits"][1]["precision"], "month");
  EXPECT_EQ(result["hits"][0]["highlights"], Json::parse("[[4, 11]]"));
  EXPECT_EQ(result["facets"][0]["values"][1],
            Json::parse(R"({"value": "Östermouth Post", "articles": 99})"));
  EXPECT_EQ(result["timeline"]["periods"][1],
            Json::parse(R"({"period": "2023-03", "articles": 22})"));
}

TEST(JsonOutput, IsOneLineOfUtf8WhateverTheArticleHolds) {
  SearchResult result = sparse_result();
  result.query = "a\nb";
  result.hits.front().snippet.text = std::string("bad \xff\x1b\n\0 bytes", 14);
  const std::string json = to_json(result);
  EXPECT_EQ(json.find('\n'), json.size() - 1);
  for (const unsigned char c : json.substr(0, json.size() - 1)) EXPECT_GE(c, 0x20u);
  EXPECT_EQ(Json::parse(json)["hits"][0]["snippet"], std::string("bad \uFFFD\x1b\n\0 bytes", 16));
}

TEST(JsonOutput, EscapesWhatDrivesATerminalWithoutChangingIt) {
  const std::string evil = "a\x1b\x7f\u009b\u202e\u2028\U000e0041é";
  SearchResult result = sparse_result();
  result.hits.front().article.id = evil;
  const std::string json = to_json(result);
  EXPECT_NE(json.find(R"("a\u001b\u007f\u009b\u202e\u2028\udb40\udc41é")"), std::string::npos)
      << json;
  EXPECT_EQ(Json::parse(json)["hits"][0]["id"], evil);
}

TEST(JsonLines, AreAHitEach) {
  const std::string lines = to_json_lines(full_result());
  Json first = Json::parse(lines.substr(0, lines.find('\n')));
  first.erase("search");
  EXPECT_EQ(first, Json::parse(to_json(full_result()))["hits"][0]);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
}

TEST(JsonLines, EachSayWhichSearchTheyAreOf) {
  auto tables = documented();
  std::vector<Key> keys = tables["Hit"];
  keys.insert(keys.end(), tables["Line"].begin(), tables["Line"].end());
  std::istringstream lines(to_json_lines(full_result()));
  for (std::string line; std::getline(lines, line);) {
    const Json json = Json::parse(line);
    expect_documented(json, keys);
    expect_documented(json["search"], tables["Search"]);
    EXPECT_EQ(json["search"]["generation"], 42);
    EXPECT_EQ(json["search"]["read_as"], "harbour AND date:2023");
    EXPECT_EQ(json["search"]["groups"], 201);
    EXPECT_EQ(json["search"]["notes"][0], full_result().notes.at(0));
  }
}

TEST(JsonLines, AreNullWithinTheSearchExactlyWhereDocumented) {
  auto tables = documented();
  const Json search = Json::parse(to_json_lines(sparse_result()))["search"];
  for (const Key& key : tables["Search"]) {
    EXPECT_EQ(search[key.name].is_null(), key.nullable) << key.name;
  }
}

TEST(JsonLines, SayOnlyTheSearchWhereThereIsNoHit) {
  auto tables = documented();
  const Json json = Json::parse(to_json_lines({}));
  expect_documented(json, tables["Line"]);
  expect_documented(json["search"], tables["Search"]);
}

}  // namespace
}  // namespace dateline::searcher
