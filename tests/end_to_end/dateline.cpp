#include "tests/end_to_end/dateline.h"

#include <utility>

namespace dateline::test {
namespace {

Arguments joined(Arguments first, const Arguments& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

Json parsed(const Ended& ended) {
  EXPECT_EQ(ended.err, "");
  Json json = Json::parse(ended.out, nullptr, false);
  EXPECT_FALSE(json.is_discarded()) << ended.out;
  return json;
}

}  // namespace

std::filesystem::path sample_archive() {
  return std::filesystem::path(DATELINE_SOURCE_DIR) / "corpus/sample";
}

std::string json_line(const Json& article) {
  return article.dump() + '\n';
}

EndToEndTest::EndToEndTest() {
  std::filesystem::create_directory(archive_);
}

void EndToEndTest::has(const std::filesystem::path& name, std::string_view content) const {
  std::filesystem::create_directories((archive_ / name).parent_path());
  folder_.write(("archive" / name).string(), content);
}

Invocation EndToEndTest::index_call(const std::string& command, const Arguments& arguments) const {
  Invocation call;
  call.command = joined({DATELINE_INDEX_PROGRAM, command, "--index", index_.string()}, arguments);
  call.folder = archive_;
  return call;
}

Invocation EndToEndTest::search_call(const Arguments& arguments) const {
  Invocation call;
  call.command = joined({DATELINE_SEARCH_PROGRAM, "--index", index_.string()}, arguments);
  call.folder = folder_.path();
  return call;
}

Ended EndToEndTest::update(const Arguments& arguments) const {
  return run(index_call("update", arguments));
}

Ended EndToEndTest::update_sample() const {
  Invocation call = index_call("update", {"."});
  call.folder = sample_archive();
  return run(call);
}

Ended EndToEndTest::info(const Arguments& arguments) const {
  return run(index_call("info", arguments));
}

Ended EndToEndTest::check() const {
  return run(index_call("check", {}));
}

Ended EndToEndTest::search(const Arguments& arguments) const {
  return run(search_call(arguments));
}

Json EndToEndTest::info_json() const {
  return parsed(info({"--format", "json"}));
}

Json EndToEndTest::result(Arguments arguments) const {
  return parsed(search(joined({"--format", "json"}, arguments)));
}

std::vector<std::string> EndToEndTest::ids(Arguments arguments) const {
  std::vector<std::string> ids;
  const Json answer = result(std::move(arguments));
  for (const Json& hit : answer.at("hits")) ids.push_back(hit.at("id"));
  return ids;
}

std::set<std::string> EndToEndTest::found(const std::string& query) const {
  const auto all = ids({"--limit", "1000", "--", query});
  return {all.begin(), all.end()};
}

void flip_bit(const std::filesystem::path& file, std::size_t at) {
  std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
  bytes.seekg(static_cast<std::streamoff>(at));
  const int byte = bytes.get();
  bytes.seekp(static_cast<std::streamoff>(at));
  bytes.put(static_cast<char>(byte ^ 0x10));
}

}  // namespace dateline::test
