// A document in, an article out: encoding, format and identity. The parallel half of reading.
//
// Each format has a source file of its own, named as its function here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article.h"
#include "indexer/sources/archive_record.h"
#include "indexer/sources/field_map.h"
#include "indexer/sources/identity.h"
#include "indexer/sources/source_notes.h"

namespace dateline::indexer {

struct ParseOptions {
  FieldMap fields;       // for JSON, tables and front matter
  std::string encoding;  // of what is not UTF-8, as encoding_name() gives it; empty: guessed
  ArchiveRoot root;      // of the places that articles are known by
};

// An article whose headline and body are both empty is an empty story: the run counts it.
using ParsedArticle = std::variant<Article, BadArticle>;

// Reads one document, and adds to `notes` what had to be done. A document is one article as a rule;
// it may hold many (a JSON object around a list of them, some rows of a table), and none (a line
// that tells Elasticsearch what to do). Depends on nothing but its arguments and may run in any
// number of threads, each with notes of its own.
//
// Gives each article its identity (identity.h).
std::vector<ParsedArticle> parse(RawDocument document, const ParseOptions& options,
                                 SourceNotes& notes);

// Those of one format each take a document in UTF-8 and leave Article::id empty where the document
// has none. What the text of a story tells (dateline, agency, language) is left to enrich().

// One of several articles of a document.
struct FoundArticle {
  ParsedArticle parsed;
  std::string within;                // "articles/17": where it is inside of a record
  std::uint64_t records_before = 0;  // of the same document: rows of a table
};

// Of one JSON value: an object that is an article or holds some (see json_wrapper.h), a list of
// them, or a string with one of these. What is nearly JSON is mended (see json_repair.h).
//
// The fields become parts of an article by the table of names (field_names.h) and what
// field_sorter.h says of it; values of any shape have their text read (see json_value.h). Every
// other string, number and truth value is an ArchiveField within the bounds of kept_fields.h, lists
// of them several, those of nested objects under "outer_inner".
//
// A BadArticle is what is no JSON, is nested deeper than 1,024, has no field for headline or text,
// or is of a type that is no article: pictures and events of agencies, attachments.
std::vector<FoundArticle> read_json_articles(const RawDocument& document, const FieldMap& fields,
                                             SourceNotes& notes);

// Of some rows of a CSV or TSV table, an article a row, read as the members of a JSON object are. A
// BadArticle is a row with too few or too many cells, and once for a table one that has no column
// for headline or text.
std::vector<FoundArticle> read_table_articles(const RawDocument& document, const FieldMap& fields,
                                              SourceNotes& notes);

// Of one <REUTERS> element of the Reuters-21578 distribution. The identity is "reuters21578:" and
// its NEWID, so that it does not depend on which of the many copies of that distribution is read.
//
// Topics, places, people, orgs, exchanges and companies become ArchiveFields. The body begins with
// the dateline, as printed; the sign-off of the wire ("Reuter") and the filler "Blah blah blah." of
// stories without text are no part of it. In stories of TYPE="UNPROC", which are mostly tables,
// lines are kept, and the first is the headline. A date that cannot be read is noted, the article
// is undated then.
ParsedArticle read_reuters_article(const RawDocument& document, SourceNotes& notes);

// Of a file with one story. Any text is an article: headline and body are both empty only where the
// text holds no letter of a story.
//
//   - Header lines above the story go to their fields (see header_lines.h). A date line that cannot
//     be read is kept as the archive's field "date". Labels that are not known, in a block of lines
//     with some that are, are fields of the archive: "Edition: Morning" is edition.
//   - The headline is a line marked or labelled so, else the first line that is short, does not
//     close as a sentence, opens no dateline, and is followed by an empty line, a header line or a
//     much longer line of text.
//   - The rest is the body, in paragraphs (see paragraphs.h).
//
// Where `survey` is given, it is told from which line each part came. Parts that are `known` stay
// as they are.
Article read_plain_text(std::string_view text, Survey* survey = nullptr, Article known = {});

// Of a file that describes a text: days, URLs and labelled lines. What its other lines say depends
// on where they stand, which only their maker knows.
void read_sidecar(std::string_view text, Article& article, Survey* survey);

// Of text in which references are resolved, into an article of which some parts may be known.
void read_story(std::string_view text, Article& article, Survey* survey);

// Of a text file that begins with front matter (front_matter.h): its fields have the names that
// fields of JSON have. Nothing where the file has none.
std::optional<ParsedArticle> read_front_matter(const RawDocument& document, const FieldMap& fields,
                                               SourceNotes& notes);

}  // namespace dateline::indexer
