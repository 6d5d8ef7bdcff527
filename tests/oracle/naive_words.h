// What the words of a query stand for in an archive, and where they stand: interpretation.h and
// resolve.h, carried out by looking at every term and every occurrence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "searcher/query/interpretation.h"
#include "searcher/words/vocabulary.h"
#include "tests/oracle/naive_archive.h"

namespace dateline::oracle {

// Terms that count as one list: in all articles, or in those of a language.
struct Family {
  std::set<TermId> terms;
  std::optional<std::size_t> language;
};

// What may stand at one position: any term of any family, in a hole any word at all.
struct NaiveWord {
  std::vector<std::string> terms;  // as the interpretation or the expansion has them
  std::vector<Family> families;
  bool is_hole = false;
};

using NaiveReading = std::vector<NaiveWord>;

// Positions by article, from 0.
using StartsByArticle = std::map<std::uint32_t, std::set<std::uint32_t>>;

class NaiveWords {
 public:
  // The archive must outlive it.
  explicit NaiveWords(NaiveArchive& archive) : archive_(archive) {}

  // Without those readings in which a pattern stands for nothing.
  std::vector<NaiveReading> read(const std::string& typed, searcher::Form form);

  // All patterns that were read so far, for the engine's highlighter.
  searcher::Expansions expansions() const;

  // Of the articles that hold the word; those of its families add up. Of a hole 0, of several words
  // the sum.
  double idf(const NaiveWord& word) const;
  double idf(const NaiveReading& reading) const;

  // Whether the archive has each of its words, wherever they stand.
  bool has_all(const NaiveReading& reading) const;

  // Adds where the reading begins.
  void mark_starts(const NaiveReading& reading, StartsByArticle& starts) const;

 private:
  std::optional<NaiveReading> read(const searcher::Reading& reading);
  const std::vector<std::string>& expand(const searcher::WordPattern& pattern);
  std::size_t articles_with(TermId term) const;
  std::vector<Family> families(const searcher::AcceptedWords& accepted);
  std::size_t occurrences(const NaiveWord& word) const;
  bool starts_at(const NaiveReading& reading, const NaiveArticle& article,
                 std::uint32_t position) const;
  bool stands_at(const NaiveWord& word, const NaiveArticle& article, std::uint32_t position) const;

  NaiveArchive& archive_;
  std::map<searcher::WordPattern, std::vector<std::string>> expansions_;
};

}  // namespace dateline::oracle
