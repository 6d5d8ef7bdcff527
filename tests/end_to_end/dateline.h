// An archive, an index and the two programs: what an end-to-end test is told in.
#pragma once

#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/end_to_end/program.h"
#include "tests/temporary_folder.h"

namespace dateline::test {

using Json = nlohmann::json;
using Arguments = std::vector<std::string>;

// The folder of the sample archive.
std::filesystem::path sample_archive();

// A line of JSON, for archives of JSON Lines.
std::string json_line(const Json& article);

class EndToEndTest : public testing::Test {
 protected:
  EndToEndTest();

  // Puts a file into the archive, with the folders above it.
  void has(const std::filesystem::path& name, std::string_view content) const;

  // Calls of the programs with --index given. Updates run in the archive's folder, so that its
  // articles are named by their paths below it.
  Invocation index_call(const std::string& command, const Arguments& arguments) const;
  Invocation search_call(const Arguments& arguments) const;
  Ended update(const Arguments& arguments = {"."}) const;
  Ended update_sample() const;
  Ended info(const Arguments& arguments = {}) const;
  Ended check() const;
  Ended search(const Arguments& arguments) const;

  // The members of `info --format json`, and what `search --format json` answers.
  Json info_json() const;
  Json result(Arguments arguments) const;

  // The ids of all articles that the query finds: as a set, and in their order.
  std::set<std::string> found(const std::string& query) const;
  std::vector<std::string> ids(Arguments arguments) const;

  const TemporaryFolder folder_;
  const std::filesystem::path archive_ = folder_.path() / "archive";
  const std::filesystem::path index_ = folder_.path() / "index";
};

// Changes one bit of the byte at `at`.
void flip_bit(const std::filesystem::path& file, std::size_t at);

}  // namespace dateline::test
