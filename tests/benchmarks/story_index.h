// A small real index of stories with words of every band, for tests of what is drawn and checked.
#pragma once

#include <fmt/format.h>

#include <sstream>
#include <string>

#include "indexer/update/update.h"
#include "tests/temporary_folder.h"

namespace dateline::bench {

// "the ministers said" is in every story, "harbour" in a third, "storyNumberword" in one each.
inline std::string stories(int count) {
  static constexpr const char* kPlaces[] = {"LISBON", "OSLO", "CAIRO"};
  std::string lines;
  for (int i = 0; i < count; ++i) {
    const std::string own = fmt::format("{}{}word", static_cast<char>('a' + i % 26),
                                        static_cast<char>('a' + i / 26 % 26));
    lines += fmt::format(
        R"({{"id": "story-{}", "title": "Council meets {}", "date": "2007-{:02}-11", "text": "{}, )"
        R"(The ministers said in the {} that the {} of a year was to be seen in it."}})"
        "\n",
        i, own, 1 + i % 12, kPlaces[i % 3], i % 3 == 0 ? "harbour" : "council hall", own);
  }
  return lines;
}

inline std::filesystem::path build_story_index(const test::TemporaryFolder& folder,
                                               int count = 120) {
  indexer::UpdateOptions options;
  options.index_dir = folder.path() / "index";
  options.inputs = {folder.write("stories.jsonl", stories(count)).string()};
  std::ostringstream ignored;
  std::istringstream no_input;
  indexer::run_update(options, {no_input, ignored, ignored});
  return options.index_dir;
}

}  // namespace dateline::bench
