// What an archive reader gives: a document to be parsed, or what is no usable article, each with
// its origin.
//
// Reading is in two steps, so that one thread reads and many parse: ArchiveReader
// (archive_reader.h) turns inputs into these records, parse() (parse.h) a RawDocument into an
// article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>

#include "indexer/sources/format.h"
#include "indexer/sources/origin.h"

namespace dateline::indexer {

struct TableForm;

// No article is larger; what is, is no article but a mistake or an attack. Bounds what one record,
// one line or one file can make the reader hold.
inline constexpr std::size_t kMaxArticleBytes = 64 << 20;

// One article's bytes as they stand in an archive: cut out, but neither decoded nor understood.
struct RawDocument {
  Origin origin;

  // Counts from 1 the records of a file or member that may hold several (JSON, tables,
  // Reuters-21578), the unusable ones included; 0: the file or member is the article. Of rows of a
  // table it is that of the first.
  std::uint64_t ordinal = 0;

  Format format = Format::kText;
  std::string bytes;  // a text file, a JSON object, a <REUTERS> element; in whatever encoding
  std::shared_ptr<const TableForm> table = {};  // of kTable: how its rows are written

  std::size_t input = 0;  // of those on the command line, counted from 0

  std::string sidecar = {};  // of kText: what the file that describes it holds (sidecar.h)
};

// A record that is not a usable article. Archives of millions always hold some, so this is a value
// to count and report, not an exception.
struct BadArticle {
  Origin origin;
  std::string reason;  // "a JSON string is not closed", "a <REUTERS> element without <TEXT>"

  bool operator==(const BadArticle&) const = default;
};

// A file that is rightly no article. It is named to the user, but it is not one of the skipped.
struct Companion {
  Origin origin;
  std::string reason;

  bool operator==(const Companion&) const = default;
};

using ArchiveRecord = std::variant<RawDocument, BadArticle, Companion>;

}  // namespace dateline::indexer
