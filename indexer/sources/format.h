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
inline constexpr std::size_t kHeadBytes = 4096;

enum class Content { kContainer, kUtf16, kArticles, kNotText };

struct Recognised {
  Content content = Content::kArticles;
  Format format = Format::kText;  // of kArticles
  std::string reason;             // of kNotText: "not text: a PDF document"
};

// Judges by the beginning of a file or member, the whole of it if it is shorter than kHeadBytes.
//
// Containers are gzip, zstd, xz, bzip2, tar and zip. A file with NUL bytes, and documents known by
// their first bytes (images, PDF, RTF, HTML, XML), are kNotText. What begins with '{' and '"' or
// '}' is JSON, and so is '[' before '{' or ']'; `<!DOCTYPE lewis` or `<REUTERS` is Reuters-21578;
// all else is text, an empty file too. White space and a byte order mark before these do not
// matter.
Recognised recognise(std::string_view head);

}  // namespace dateline::indexer
