// A document in, an article out: encoding, format and identity. The parallel half of reading.
#pragma once

#include <cstdint>

#include "indexer/sources/origin.h"
#include "indexer/sources/field_map.h"
#include "indexer/sources/raw_document.h"

namespace dateline::indexer {

struct ParseOptions {
  FieldMap fields;  // for JSON
};

// What was done to articles that went in all the same, so that nothing is changed in silence.
struct SourceNotes {
  std::uint64_t from_cp1252 = 0;   // articles that were not UTF-8, but cp1252 or latin-1
  std::uint64_t repaired = 0;      // articles in which characters had to be replaced
  std::uint64_t unread_dates = 0;  // articles undated because their date field is in no known form

  SourceNotes& operator+=(const SourceNotes& other);
  bool operator==(const SourceNotes&) const = default;
};

// Reads one document, and adds to `notes` what had to be done. Depends on nothing but its arguments
// and may run in any number of threads, each with notes of its own.
//
// The identity of an article is, in this order: the id field of the archive; its URL; for a file,
// its origin as to_string() prints it ("2006.tar.zst(20061020/story)") with "#3" for the third
// record of a file that may hold several. An article without any of these on standard input is
// identified by a hash of its bytes, so that what is piped in tomorrow does not replace what is
// piped in today.
ParsedArticle parse(RawDocument document, const ParseOptions& options, SourceNotes& notes);

}  // namespace dateline::indexer
