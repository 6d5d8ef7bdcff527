// Reads archives the way a run does, and tells what came out in one line each.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/sources/archive_reader.h"
#include "indexer/sources/parse.h"
#include "tests/temporary_folder.h"

namespace dateline::indexer::test {

// For fixtures. Files are written to a folder of their own; in what is told, its path is left out.
class Reading {
 public:
  // Writes a file, and the folders on its way.
  void has(const std::string& name, std::string_view content) const {
    std::filesystem::create_directories((folder_.path() / name).parent_path());
    folder_.write(name, content);
  }

  std::filesystem::path path(const std::string& name = "") const { return folder_.path() / name; }

  // "id: headline", "bad origin: reason", "beside origin" for all that these inputs hold; "" is the
  // folder itself.
  std::vector<std::string> read(const std::vector<std::string>& names = {""}) {
    std::vector<std::string> inputs;
    for (const auto& name : names) inputs.push_back(name == "-" ? name : path(name).string());
    std::istringstream standard_input(standard_input_);
    ArchiveReader reader(inputs, options_, standard_input);
    std::vector<std::string> told;
    articles_.clear();
    while (auto record = reader.next()) tell(*std::move(record), told);
    return told;
  }

  std::vector<std::string> read_standard_input(std::string content) {
    standard_input_ = std::move(content);
    return read({"-"});
  }

  ReadOptions& options() { return options_; }
  ParseOptions& parse_options() { return parse_options_; }
  const SourceNotes& notes() const { return notes_; }
  const std::vector<Article>& articles() const { return articles_; }

 private:
  void tell(ArchiveRecord record, std::vector<std::string>& told) {
    if (const auto* bad = std::get_if<BadArticle>(&record)) return told.push_back(tell_bad(*bad));
    if (const auto* companion = std::get_if<Companion>(&record)) {
      return told.push_back("beside " + without_folder(to_string(companion->origin)));
    }
    for (const auto& parsed :
         parse(std::get<RawDocument>(std::move(record)), parse_options_, notes_)) {
      if (const auto* bad = std::get_if<BadArticle>(&parsed)) {
        told.push_back(tell_bad(*bad));
      } else {
        articles_.push_back(std::get<Article>(parsed));
        told.push_back(without_folder(articles_.back().id) + ": " + articles_.back().headline);
      }
    }
  }

  std::string tell_bad(const BadArticle& bad) const {
    return "bad " + without_folder(to_string(bad.origin)) + ": " + bad.reason;
  }

  std::string without_folder(std::string text) const {
    const std::string prefix = folder_.path().string() + "/";
    return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
  }

  dateline::test::TemporaryFolder folder_;
  std::string standard_input_;
  ReadOptions options_;
  ParseOptions parse_options_;
  SourceNotes notes_;
  std::vector<Article> articles_;
};

}  // namespace dateline::indexer::test
