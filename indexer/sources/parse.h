// A document in, an article out: encoding, format and identity. The parallel half of reading.
//
// Each format has a source file of its own, named as its function here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "common/article.h"
#include "indexer/sources/archive_record.h"
#include "indexer/sources/field_map.h"
#include "indexer/sources/identity.h"
#include "indexer/sources/source_notes.h"

namespace dateline::indexer {

struct ParseOptions {
  FieldMap fields;   // for JSON
  ArchiveRoot root;  // of the places that articles are known by
};

// An article whose headline and body are both empty is an empty story: the run counts it.
using ParsedArticle = std::variant<Article, BadArticle>;

// Reads one document, and adds to `notes` what had to be done. Depends on nothing but its arguments
// and may run in any number of threads, each with notes of its own.
//
// Gives each article its identity (identity.h).
ParsedArticle parse(RawDocument document, const ParseOptions& options, SourceNotes& notes);

// Those of one format each take a document in UTF-8 and leave Article::id empty where the document
// has none. What the text of a story tells (dateline, agency, language) is left to enrich().

// What is kept of an archive's own fields. Longer values are prose and not for looking up by field.
inline constexpr std::size_t kMaxFieldBytes = 256;
inline constexpr std::size_t kMaxFieldNameBytes = 64;
inline constexpr std::size_t kMaxFieldValues = 64;  // of one article, all its fields together

// Of one JSON object. Parts of an article may be strings, numbers or lists of strings; of an object
// in their place ({"name": "Jane Doe"}) the name is taken. Every other string, number and truth
// value is an ArchiveField, lists of them several; other objects, null and what is over the limits
// are left out.
//
// A BadArticle is what is no JSON, is nested deeper than 1,024, or has no field for headline or
// text.
ParsedArticle read_json_article(const RawDocument& document, const FieldMap& fields,
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
//     be read is kept as the archive's field "date".
//   - The headline is a line marked or labelled so, else the first line that is short, does not
//     close as a sentence, opens no dateline, and is followed by an empty line, a header line or a
//     much longer line of text.
//   - The rest is the body, in paragraphs (see paragraphs.h).
Article read_plain_text(std::string_view text);

}  // namespace dateline::indexer
