// The conventions of this tree that no compiler checks, each as a function from a file to
// complaints.
//
// A complaint reads "path:line: what is wrong", so that an editor jumps to it. An empty list is
// praise. Nothing here touches the disk except read_tree and dead_links.
#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::architecture {

struct SourceFile {
  std::string path;  // from the root, with '/': "common/article.h"
  std::vector<std::string> lines;

  bool is_header() const { return path.ends_with(".h"); }
  bool is_code() const { return is_header() || path.ends_with(".cpp"); }
  // The first part of the path: "common"; "" for files in the root.
  std::string_view folder() const;
};

using Complaints = std::vector<std::string>;

// The one header or the folder of headers by which a library enters, and who may let it in.
struct Door {
  std::string_view header;                // "zstd.h", or with a '/' at the end "roaring/"
  std::vector<std::string_view> allowed;  // files, or folders with a '/' at the end
  std::size_t most_files = 0;             // outside tests and benchmarks, which may open any door
};

// A header that may have more of our headers behind it than others, and why.
struct Weighty {
  std::string_view header;
  std::string_view reason;
};

// What must not be written in more than so many files of a folder, and why. The text begins a word.
struct Unwanted {
  std::string_view text;
  std::string_view folder;   // "searcher/highlight/"
  std::string_view endings;  // ".h", or "" for all files
  std::size_t most_files = 0;
  std::string_view reason;
};

// All files of the tree with these endings, sorted by path; without .git and build folders.
std::vector<SourceFile> read_tree(const std::filesystem::path& root,
                                  const std::set<std::string>& endings);

// common includes nothing upward; indexer and searcher never see each other; corpus sees none of
// them.
Complaints layers(const SourceFile& file);

// Includes are paths from the root: no "../", no bare name.
Complaints include_paths(const SourceFile& file);

// A header opens with a comment that says what it is, and has #pragma once.
Complaints header_opening(const SourceFile& file);

Complaints length(const SourceFile& file, std::size_t most_lines);

// Whoever leaves work behind names the issue: the word and "(#12)".
Complaints unfinished_work(const SourceFile& file);

// A test's name is a sentence; one that ends in a digit is a number.
Complaints test_names(const SourceFile& file);

// Each library enters only where its door allows, by no more files than that, and every header that
// is neither ours nor the system's has a door.
// A door that nobody uses is a mistake too.
Complaints doors(const std::vector<SourceFile>& tree, const std::vector<Door>& doors);

// A header of the programs has at most so many headers of ours behind it, unless it is listed. What
// is listed without need comes off the list.
Complaints weights(const std::vector<SourceFile>& tree, std::size_t most,
                   const std::vector<Weighty>& listed);

// No folder is named as builds name theirs: tools and people pass over such folders.
Complaints folder_names(const std::vector<SourceFile>& tree);

// No line of a comment holds one to three words in the middle of a sentence, the rest of a line that
// a formatter cut at its end.
Complaints torn_comments(const SourceFile& file);

// Comments, tests and benchmarks may say what is unwanted in the code.
Complaints unwanted(const std::vector<SourceFile>& tree, const std::vector<Unwanted>& texts);

// Links of a Markdown file to files, and paths in backticks that begin with one of our folders,
// that lead nowhere. Links to the web and to parts of the same page are not followed.
Complaints dead_links(const SourceFile& file, const std::filesystem::path& root);

}  // namespace dateline::architecture
