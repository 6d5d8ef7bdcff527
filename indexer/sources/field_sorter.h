// The fields of one record -> an article: the best field for each part, all others kept by name.
//
// Serves JSON, CSV and TSV alike. What is chosen where several fields could be a part:
//
//   - mapped fields (--map) come before all others, in the order in which they were mapped;
//   - of texts the longest, but a whole page only where there is no other, and a summary,
//     description or lead only where there is neither; of two forms of one text (body_html and
//     body_text) the one that stands first in the table of names;
//   - of dates the first in the table that can be read, else the fields for year, month and day
//     (see date_columns.h); of all others the first in the table.
//
// Placeholders ("None", "nan", "N/A", "-", "[]") are nothing. A number is no author, section or
// source. A URL as the source is the URL of the article where there is no other, and its host the
// source; the URL of a site without a page is no URL of an article but under the name "url".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/sources/field_map.h"
#include "indexer/sources/source_notes.h"

namespace dateline::indexer {

// For one record; not thread-safe.
class FieldSorter {
 public:
  explicit FieldSorter(SourceNotes& notes) : notes_(notes) {}

  // Takes a field that may serve as a part. `path` is as the archive spells it, its steps parted by
  // dots; `text` is prose (see field_value.h) but for URLs, ids, dates and languages.
  void offer(const FieldMap::Match& match, std::string_view path, std::string text);

  // Takes one value of a field that is the archive's own.
  void keep(std::string_view path, std::string value);

  // Notes a value that is there and not kept, such as one nested too deep.
  void note_beyond(std::string_view path, std::string_view value);

  // Whether a text was offered.
  bool has_text() const;

  // The article, without an id where the record has none. Call it once.
  Article finish();

 private:
  struct Candidate {
    Role role = Role::kHeadline;
    FieldMap::Match match;
    std::string path;
    std::string text;
    bool used = false;
  };
  struct OwnField {
    std::string path;
    std::string value;
  };

  struct BeyondField {
    std::string path;
    std::string example;
    std::size_t bytes = 0;
  };

  bool has(std::string_view key) const;
  Candidate* best(Role role);
  Candidate* choose_body();
  std::string use(Candidate* candidate);
  std::string take_line(Role role);
  std::string take_url();
  void take_sites_for_sources();
  std::string take_source();
  std::string take_id();
  PublicationTime take_date();
  PublicationTime take_date_of_columns();
  void settle_newspaper_titles();
  void drop_repeats(const Candidate& body);
  void keep_unused();
  void note(const Article& article);

  SourceNotes& notes_;
  std::vector<Candidate> candidates_;
  std::vector<OwnField> own_;
  std::vector<BeyondField> beyond_;
};

}  // namespace dateline::indexer
