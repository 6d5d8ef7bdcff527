// The forms that articles come in, recognised by their first bytes and never by a name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

enum class Format {
  kText,          // one article a file
  kJson,          // JSON Lines, an array of objects, or one object: objects one after the other
  kTable,         // CSV or TSV, an article a row
  kReuters21578,  // the SGML of that distribution: <REUTERS> elements
};

// Reads a name of --input-format: text, jsonl, json, csv, tsv, reuters21578. The two JSON names mean
// the same, and so do the two of tables.
std::optional<Format> parse_format(std::string_view name);

// So many first bytes are what recognition wants to see.
inline constexpr std::size_t kHeadBytes = 16384;

enum class Content {
  kContainer,
  kZstd,  // a container of one member, of frames: a long window, skippable frames
  kUtf16,
  kArticles,
  kNotText,
  kPackage,  // a zip that is one document: refused whatever form the user names
};

struct Recognised {
  Content content = Content::kArticles;
  Format format = Format::kText;  // of kArticles
  std::string reason;             // of kNotText and kPackage: "not text: a PDF document"
};

// Judges by the beginning of a file or member, the whole of it if it is shorter than kHeadBytes.
//
// Containers are gzip, zstd, xz, bzip2, tar and zip. JSON and Reuters-21578 are told by how their
// first record opens (json_head.h), whatever single bytes of a record are: a bad record costs itself
// alone. What is no form that is read is kNotText, by name (foreign_forms.h), and so are NUL bytes
// that are not UTF-16. All else is text, an empty file too. White space and a byte order mark before
// any of these do not matter.
Recognised recognise(std::string_view head);

}  // namespace dateline::indexer
