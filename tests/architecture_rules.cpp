#include "tests/architecture_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace dateline::architecture {
namespace {

const std::map<std::string_view, std::set<std::string_view>> kMayInclude = {
    {"common", {"common"}},
    {"indexer", {"common", "indexer"}},
    {"searcher", {"common", "searcher"}},
    {"corpus", {"corpus"}},
    {"tests", {"common", "indexer", "searcher", "corpus", "tests", "benchmarks"}},
    {"benchmarks", {"common", "indexer", "searcher", "corpus", "benchmarks"}},
};

struct Include {
  std::string path;
  std::size_t line;
  bool is_quoted;
};

std::string complaint(const SourceFile& file, std::size_t line, const std::string& what) {
  return file.path + ":" + std::to_string(line) + ": " + what;
}

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<Include> includes(const SourceFile& file) {
  std::vector<Include> found;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    std::string_view line = trimmed(file.lines[i]);
    if (!line.starts_with("#include")) continue;
    line = trimmed(line.substr(8));
    if (line.empty() || (line.front() != '"' && line.front() != '<')) continue;
    const std::size_t close = line.find(line.front() == '"' ? '"' : '>', 1);
    found.push_back({std::string(line.substr(1, close - 1)), i + 1, line.front() == '"'});
  }
  return found;
}

std::string_view first_part(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// Whether `path` is `place`, or lies in it where `place` is a folder.
bool lies_in(std::string_view path, std::string_view place) {
  return place.ends_with('/') ? path.starts_with(place) : path == place;
}

// Headers of the C++ library have neither a dot nor a folder; those of the system are these.
bool comes_with_the_system(std::string_view header) {
  static constexpr std::array<std::string_view, 10> kSystem = {
      "fcntl.h",  "unistd.h",  "signal.h",  "time.h", "poll.h",
      "dirent.h", "pthread.h", "termios.h", "sys/",   "linux/"};
  if (header.find_first_of("./") == std::string_view::npos) return true;
  return std::ranges::any_of(kSystem, [&](auto place) { return lies_in(header, place); });
}

// The text between the round brackets after each of gtest's and rapidcheck's words for a test.
std::vector<std::pair<std::size_t, std::string>> test_declarations(const SourceFile& file) {
  static constexpr std::array<std::string_view, 7> kWords = {"TEST(",
                                                             "TEST_F(",
                                                             "TEST_P(",
                                                             "TYPED_TEST(",
                                                             "TYPED_TEST_P(",
                                                             "RC_GTEST_PROP(",
                                                             "RC_GTEST_FIXTURE_PROP("};
  std::vector<std::pair<std::size_t, std::string>> found;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    for (const auto word : kWords) {
      if (!file.lines[i].starts_with(word)) continue;
      std::string text = file.lines[i].substr(word.size());
      for (std::size_t j = i + 1; text.find(')') == std::string::npos && j < file.lines.size();
           ++j) {
        text += file.lines[j];
      }
      found.emplace_back(i + 1, text.substr(0, text.find(')')));
    }
  }
  return found;
}

// What stands between `open` and `close`, for each pair of them in the line.
std::vector<std::string> between(std::string_view line, std::string_view open, char close) {
  std::vector<std::string> found;
  for (std::size_t at = line.find(open); at != std::string_view::npos; at = line.find(open, at)) {
    at += open.size();
    const std::size_t end = line.find(close, at);
    if (end == std::string_view::npos) break;
    found.emplace_back(line.substr(at, end - at));
    at = end + 1;
  }
  return found;
}

bool is_path_of_ours(std::string_view text) {
  static constexpr std::string_view kNoPath = " *<>{}$=\"";
  return text.find_first_of(kNoPath) == std::string_view::npos &&
         (kMayInclude.contains(first_part(text)) || text.starts_with("scripts/"));
}

// A line that is all comment.
struct CommentLine {
  std::size_t column;  // of the two strokes
  std::size_t indent;  // from there to the text
  std::string_view text;
  std::size_t end;  // where the line ends

  std::size_t words() const { return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1; }
};

std::optional<CommentLine> comment_line(std::string_view line) {
  const std::size_t column = line.find_first_not_of(' ');
  if (column == std::string_view::npos || !line.substr(column).starts_with("//")) {
    return std::nullopt;
  }
  const std::size_t start = line.find_first_not_of(' ', column + 2);
  if (start == std::string_view::npos) return std::nullopt;
  return CommentLine{column, start - column, trimmed(line.substr(start)), line.size()};
}

// Whether `rest` goes on in the middle of a sentence, although its first word did not fit on the line
// before. The last line of a list's entry ends left of what follows, and a sentence ends by a sign.
bool is_torn(const CommentLine& before, const CommentLine& rest, const CommentLine& after) {
  static constexpr std::size_t kColumns = 100;
  static constexpr std::size_t kMostWords = 3;
  const bool is_block = before.column == rest.column && rest.column == after.column;
  const bool is_short = rest.words() <= kMostWords && rest.end < before.end && rest.end < after.end;
  const bool did_not_fit = before.end + 1 + rest.text.find_first_of(' ') > kColumns ||
                           before.end + 1 + rest.text.size() > kColumns;
  const bool goes_on = std::string_view(".:;!?").find(rest.text.back()) == std::string_view::npos &&
                       after.indent >= rest.indent && !after.text.starts_with("- ");
  return is_block && is_short && did_not_fit && goes_on;
}

// Our headers that a file includes, and those that they include.
using Includers = std::map<std::string, std::vector<Include>, std::less<>>;
void add_behind(const std::string& header, const Includers& tree, std::set<std::string>& behind) {
  const auto found = tree.find(header);
  if (found == tree.end()) return;
  for (const Include& include : found->second) {
    if (tree.contains(include.path) && behind.insert(include.path).second) {
      add_behind(include.path, tree, behind);
    }
  }
}

// Whether the text stands in the line, not as the rest of a longer name.
bool begins_a_word(std::string_view line, std::string_view text) {
  for (std::size_t at = line.find(text); at != std::string_view::npos;
       at = line.find(text, at + 1)) {
    const char before = at == 0 ? ' ' : line[at - 1];
    if (std::isalnum(static_cast<unsigned char>(before)) == 0 && before != '_') return true;
  }
  return false;
}

SourceFile read_file(const std::filesystem::path& root, const std::filesystem::path& path) {
  SourceFile file{path.lexically_relative(root).generic_string(), {}};
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) file.lines.push_back(line);
  return file;
}

}  // namespace

std::string_view SourceFile::folder() const {
  return first_part(path);
}

std::vector<SourceFile> read_tree(const std::filesystem::path& root,
                                  const std::set<std::string>& endings) {
  std::vector<SourceFile> tree;
  auto entry = std::filesystem::recursive_directory_iterator(root);
  for (; entry != std::filesystem::recursive_directory_iterator(); ++entry) {
    const std::string name = entry->path().filename().string();
    if (entry->is_directory()) {
      const bool is_foreign = entry.depth() == 0 && (name == ".git" || name.starts_with("build"));
      if (is_foreign) entry.disable_recursion_pending();
    } else if (endings.contains(entry->path().extension().string())) {
      tree.push_back(read_file(root, entry->path()));
    }
  }
  std::ranges::sort(tree, {}, &SourceFile::path);
  return tree;
}

Complaints layers(const SourceFile& file) {
  const auto allowed = kMayInclude.find(file.folder());
  if (allowed == kMayInclude.end()) return {};
  Complaints complaints;
  for (const Include& include : includes(file)) {
    const auto target = first_part(include.path);
    if (!kMayInclude.contains(target) || allowed->second.contains(target)) continue;
    complaints.push_back(complaint(file, include.line,
                                   std::string(file.folder()) + " must not see " + include.path));
  }
  return complaints;
}

Complaints include_paths(const SourceFile& file) {
  Complaints complaints;
  for (const Include& include : includes(file)) {
    const bool is_relative =
        include.path.starts_with('.') || include.path.find("/../") != std::string::npos;
    const bool is_bare = include.is_quoted && include.path.find('/') == std::string::npos;
    if (!is_relative && !is_bare) continue;
    complaints.push_back(
        complaint(file, include.line, include.path + " is not a path from the root"));
  }
  return complaints;
}

Complaints header_opening(const SourceFile& file) {
  Complaints complaints;
  if (file.lines.empty() || !file.lines.front().starts_with("// ")) {
    complaints.push_back(complaint(file, 1, "a header opens with a comment that says what it is"));
  }
  if (std::ranges::find(file.lines, "#pragma once") == file.lines.end()) {
    complaints.push_back(complaint(file, 1, "no #pragma once"));
  }
  return complaints;
}

Complaints length(const SourceFile& file, std::size_t most_lines) {
  if (file.lines.size() <= most_lines) return {};
  return {complaint(file, most_lines + 1,
                    "longer than " + std::to_string(most_lines) + " lines; find its second noun")};
}

Complaints unfinished_work(const SourceFile& file) {
  static const std::string kWord = std::string("TO") + "DO";  // this file is checked too
  Complaints complaints;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const std::size_t at = file.lines[i].find(kWord);
    if (at == std::string::npos) continue;
    const std::string_view rest = std::string_view(file.lines[i]).substr(at + kWord.size());
    const bool names_issue = rest.size() > 3 && rest.starts_with("(#") &&
                             std::isdigit(static_cast<unsigned char>(rest[2])) != 0;
    if (!names_issue) complaints.push_back(complaint(file, i + 1, "unfinished without an issue"));
  }
  return complaints;
}

Complaints test_names(const SourceFile& file) {
  Complaints complaints;
  for (const auto& [line, declaration] : test_declarations(file)) {
    // Suite, Name[, arguments of a property]
    std::string_view rest = declaration;
    rest.remove_prefix(std::min(rest.size(), rest.find(',') + 1));
    const std::string_view name = trimmed(rest.substr(0, rest.find(',')));
    if (!name.empty() && std::isdigit(static_cast<unsigned char>(name.back())) == 0) continue;
    complaints.push_back(
        complaint(file, line, "a test is named by a sentence, not '" + std::string(name) + "'"));
  }
  return complaints;
}

Complaints doors(const std::vector<SourceFile>& tree, const std::vector<Door>& doors) {
  Complaints complaints;
  std::map<std::string_view, std::set<std::string>> users;
  for (const SourceFile& file : tree) {
    if (file.folder() == "tests" || file.folder() == "benchmarks") continue;
    for (const Include& include : includes(file)) {
      if (include.is_quoted || comes_with_the_system(include.path)) continue;
      const auto door = std::ranges::find_if(
          doors, [&](const Door& d) { return lies_in(include.path, d.header); });
      const bool may_pass =
          door != doors.end() &&
          std::ranges::any_of(door->allowed, [&](auto place) { return lies_in(file.path, place); });
      if (!may_pass) {
        complaints.push_back(
            complaint(file, include.line, "no door for " + include.path + " here"));
      } else {
        users[door->header].insert(file.path);
      }
    }
  }
  for (const Door& door : doors) {
    const std::size_t files = users[door.header].size();
    if (files == 0) complaints.push_back(std::string(door.header) + ": nobody uses this door");
    if (files <= door.most_files) continue;
    complaints.push_back(std::string(door.header) + ": included by " + std::to_string(files) +
                         " files, at most " + std::to_string(door.most_files) + " are agreed");
  }
  return complaints;
}

Complaints weights(const std::vector<SourceFile>& tree, std::size_t most,
                   const std::vector<Weighty>& listed) {
  Includers includers;
  for (const SourceFile& file : tree) includers[file.path] = includes(file);
  Complaints complaints;
  for (const SourceFile& file : tree) {
    if (!file.is_header() || file.folder() == "tests" || file.folder() == "benchmarks") continue;
    std::set<std::string> behind;
    add_behind(file.path, includers, behind);
    const bool is_heavy = behind.size() > most;
    if (is_heavy == (std::ranges::count(listed, file.path, &Weighty::header) > 0)) continue;
    complaints.push_back(complaint(file, 1,
                                   std::to_string(behind.size()) +
                                       " headers of ours are behind it" +
                                       (is_heavy ? ", at most " + std::to_string(most) + " may be"
                                                 : "; take it off the list")));
  }
  return complaints;
}

Complaints folder_names(const std::vector<SourceFile>& tree) {
  static const std::set<std::string> kOutputs = {"bin", "build", "dist", "obj", "out", "target"};
  std::set<std::string> found;
  for (const SourceFile& file : tree) {
    for (auto folder = std::filesystem::path(file.path).parent_path(); !folder.empty();
         folder = folder.parent_path()) {
      if (kOutputs.contains(folder.filename().string())) found.insert(folder.generic_string());
    }
  }
  Complaints complaints;
  for (const std::string& folder : found) {
    complaints.push_back(folder + ": a folder is not named as what a build leaves behind");
  }
  return complaints;
}

Complaints torn_comments(const SourceFile& file) {
  Complaints complaints;
  for (std::size_t i = 1; i + 1 < file.lines.size(); ++i) {
    const auto before = comment_line(file.lines[i - 1]);
    const auto rest = comment_line(file.lines[i]);
    const auto after = comment_line(file.lines[i + 1]);
    if (before && rest && after && is_torn(*before, *rest, *after)) {
      complaints.push_back(
          complaint(file, i + 1, "a torn comment: '" + std::string(rest->text) + "'"));
    }
  }
  return complaints;
}

Complaints unwanted(const std::vector<SourceFile>& tree, const std::vector<Unwanted>& texts) {
  Complaints complaints;
  for (const Unwanted& text : texts) {
    std::string where;
    std::size_t files = 0;
    for (const SourceFile& file : tree) {
      if (file.folder() == "tests" || file.folder() == "benchmarks") continue;
      if (!file.path.starts_with(text.folder) || !file.path.ends_with(text.endings)) continue;
      const bool has = std::ranges::any_of(file.lines, [&](const std::string& line) {
        return !comment_line(line) && begins_a_word(line, text.text);
      });
      if (has && ++files > text.most_files) where += " " + file.path;
    }
    if (files <= text.most_files) continue;
    complaints.push_back("'" + std::string(text.text) + "': " + std::string(text.reason) +
                         "; one file too many:" + where);
  }
  return complaints;
}

Complaints dead_links(const SourceFile& file, const std::filesystem::path& root) {
  Complaints complaints;
  const auto folder = (root / file.path).parent_path();
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    for (const std::string& link : between(file.lines[i], "](", ')')) {
      const std::string target = link.substr(0, link.find('#'));
      if (target.empty() || target.find(':') != std::string::npos) continue;
      if (!std::filesystem::exists(folder / target)) {
        complaints.push_back(complaint(file, i + 1, "no file behind the link " + link));
      }
    }
    for (const std::string& code : between(file.lines[i], "`", '`')) {
      if (is_path_of_ours(code) && !std::filesystem::exists(root / code)) {
        complaints.push_back(complaint(file, i + 1, "there is no " + code));
      }
    }
  }
  return complaints;
}

}  // namespace dateline::architecture
