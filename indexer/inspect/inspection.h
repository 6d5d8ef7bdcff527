// What an archive holds and how a run would read it: the answer of dateline-index inspect.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/inspect/sample.h"
#include "indexer/sources/exclusions.h"
#include "indexer/sources/field_map.h"
#include "indexer/sources/source_notes.h"

namespace dateline::indexer {

// The parts of an article by their names, as --map takes them, in the order of Role.
inline constexpr std::array<std::string_view, kRoles> kPartNames = {
    "headline", "body",    "date", "source", "agency",  "byline",
    "place",    "section", "url",  "id",     "language"};

// An article as a run would read it.
struct ExampleArticle {
  std::string where;
  Article article;
  std::size_t input = 0;  // of those on the command line
};

// Something met several times, and where for the first time.
struct Met {
  std::uint64_t times = 0;
  std::string first;
};

// A place or byline that many articles have and that looks like a headline.
struct HeadlineLike {
  Role role = Role::kPlace;
  std::string value;
  std::uint64_t articles = 0;
};

struct Inspection {
  Sample sample;
  bool is_cut = false;           // it was larger than it looked, and its end was not read
  std::uint64_t bytes_read = 0;  // of records
  std::map<std::string, std::uint64_t> forms;  // files and members by the form of their articles
  std::uint64_t articles = 0;
  std::uint64_t empty = 0;                      // without headline and text
  std::array<std::uint64_t, kRoles> have = {};  // articles that have the part
  std::vector<ExampleArticle> examples;
  SourceNotes notes;  // with a survey
  std::map<std::string, std::uint64_t> languages;
  std::map<std::string, Met> refused;      // by their reason
  std::map<std::string, Met> no_articles;  // files that are rightly none, by their reason
  std::vector<HeadlineLike> headline_like;
  PassedOver passed_over;
  std::vector<std::string> day_orders;  // how days were decided that can be read in two ways
};

// Counts for people, and one JSON object: read (what, whole, files, files_in_all, bytes_in_all,
// record_bytes), articles, empty, forms, refused and no_articles (reason, times, first),
// passed_over, parts (of each articles and from), date_forms, languages, unused_fields,
// headline_like, notes, examples.
std::string to_text(const Inspection& inspection);
std::string to_json(const Inspection& inspection);

// "the first 5.3 MB of each of 1,000 of 2,400 files", "all of 12 files, 3.1 MB": what was read.
std::string extent_of(const Inspection& inspection);

}  // namespace dateline::indexer
