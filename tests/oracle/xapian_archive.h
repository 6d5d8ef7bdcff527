// The same articles in a database of Xapian alone: the second opinion of the oracle.
//
// Terms, after what they stand for:
//   W<word>, H<word>, L<word>   a term of the text, of the headline, of headline and first
//   paragraph;
//                        with positions
//   S<key>, T<key>, K<key>      a stem of the same
//   F<field>:<word>      any term of a field
//   P<field>:<word>      a word of a field; with positions, values far apart
//   Q<hash of the id>    cut ids would meet
//   U                    undated
// Value slots 0 and 1: the first and the last day that the article may be from; 2: its words.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyser.h"
#include "common/text/stemmer.h"
#include "searcher/query/interpretation.h"
#include "searcher/query/query.h"
#include "tests/oracle/archive.h"

namespace dateline::oracle {

class XapianArchive {
 public:
  // Writes the database to `folder`. All articles must be live.
  XapianArchive(const IndexedArchive& archive, const std::filesystem::path& folder);

  // The articles that match, ascending, from 0. The query is one of xapian_scope.h.
  std::vector<std::uint32_t> search(const searcher::Query& query);

 private:
  Xapian::Document document_of(const Article& article);
  struct Text {
    std::string_view text;
    std::uint32_t first_position = 0;
    std::string_view prefixes;  // of words
    std::string_view stem_prefixes;
  };
  // Returns the position after its last word.
  std::uint32_t add_text(const Text& text, const std::string& language, Xapian::Document& document);
  std::size_t lead_end(std::string_view body);
  void add_fields(const Article& article, Xapian::Document& document);
  void add_field(const std::string& name, std::string_view value, Xapian::termpos first_position,
                 Xapian::Document& document);

  Xapian::Query compile(const searcher::Node& node);
  Xapian::Query compile_any(const std::vector<searcher::Node>& children);
  Xapian::Query compile_and(const std::vector<searcher::Node>& children);
  Xapian::Query compile_text(const searcher::Interpretation& meant, const std::string& field) const;

  Xapian::WritableDatabase database_;
  Analyser analyser_;
  std::vector<std::string> languages_;
  Xapian::doccount articles_ = 0;
};

}  // namespace dateline::oracle
