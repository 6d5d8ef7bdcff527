// Articles taken apart word by word: what the naive scan looks at. Shares the definition of a word
// and of a stem with the engine, and nothing else.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "common/text/analyser.h"
#include "common/text/stemmer.h"

namespace dateline::oracle {

using TermId = std::uint32_t;

// A term at one place of the archive; none is there twice.
struct Occurrence {
  std::uint32_t article = 0;  // from 0
  std::uint32_t position = 0;
};

struct FieldWord {
  std::string term;
  std::uint32_t position = 0;
  bool is_part = false;  // a word by itself, neither a compound nor a symbol over several
};

// One value of a field that every archive has, or of the archive's own.
struct FieldValue {
  std::string name;
  std::vector<FieldWord> words;
};

struct NaiveArticle {
  std::size_t language = 0;                 // its place in NaiveArchive::languages()
  std::uint32_t headline = 0;               // words
  std::uint32_t length = 0;                 // words of headline and body
  std::vector<std::vector<TermId>> places;  // the terms at each position
  std::vector<std::uint32_t> sentences;     // where they begin, those of the headline too
  std::vector<std::uint32_t> paragraphs;
  std::vector<FieldValue> fields;
};

class NaiveArchive {
 public:
  explicit NaiveArchive(const std::vector<Article>& articles);

  const std::vector<NaiveArticle>& articles() const { return articles_; }
  const std::vector<std::string>& languages() const { return languages_; }
  double average_length() const { return average_length_; }

  // Where a term occurs, in order.
  const std::vector<Occurrence>& occurrences(TermId term) const { return occurrences_[term]; }
  std::optional<TermId> find(const std::string& term) const;

  // Every term of the text of any article.
  const std::unordered_map<std::string, TermId>& terms() const { return terms_; }

  std::string stem(std::size_t language, std::string_view word);

  // All terms of articles in the language that have the stem there.
  std::set<TermId> with_stem(std::size_t language, const std::string& stem) const;

 private:
  void add(const Article& article);
  std::uint32_t add_text(std::string_view text, std::uint32_t first_position);
  void note_stem(std::size_t language, TermId term, std::string_view text);
  void add_fields(const Article& article);
  void add_field(const std::string& name, std::string_view value);
  std::size_t language_number(const std::string& language);
  TermId term_number(std::string_view term);

  Analyser analyser_;
  std::vector<NaiveArticle> articles_;
  std::unordered_map<std::string, TermId> terms_;
  std::vector<std::vector<Occurrence>> occurrences_;  // by term
  std::vector<std::string> languages_;
  std::vector<Stemmer> stemmers_;                                         // by language
  std::vector<std::unordered_map<std::string, std::set<TermId>>> stems_;  // by language
  std::vector<std::vector<bool>> stemmed_;                                // by language and term
  double average_length_ = 1;
};

}  // namespace dateline::oracle
