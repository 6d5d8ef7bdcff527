// Articles with the words already made: the one file that every peer indexes.
//
// Words and stems are those of Dateline's own analyser and stemmer, so that all engines have the
// same terms and none spends time on finding them. An article is four lines:
//
//   minutes since 1970 in the article's own zone, 0 where undated
//   headline and body as printed, each line break as the byte 1
//   words in order, a space between
//   their stems, one for each word
//
// Engines would cut some terms apart or fold their case. Such terms are spelt so that none does: of
// letters and digits alone, all in lower case, marked by "0caps" where capitals tell them from
// another word.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::bench {

struct PreparedArticle {
  std::int64_t minutes = 0;
  std::string text;
  std::string words;
  std::string stems;
};

// Writes all live articles of an index. Returns how many.
std::uint64_t prepare_articles(const std::filesystem::path& index_dir,
                               const std::filesystem::path& file);

class PreparedReader {
 public:
  // Throws Error(kInput) if the file cannot be read.
  explicit PreparedReader(const std::filesystem::path& file);

  bool next(PreparedArticle& article);

 private:
  std::ifstream in_;
};

// A term of the analyser as it is spelt for the peers.
std::string plain_spelling(std::string_view term);

// The stem of a word of an English query, so spelt.
std::vector<std::string> stems_of(const std::vector<std::string>& words);

std::vector<std::string_view> split_words(std::string_view line);

}  // namespace dateline::bench
