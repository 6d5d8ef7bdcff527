#include "indexer/sources/parse.h"

#include "indexer/sources/encoding.h"
#include "indexer/sources/identity.h"

namespace dateline::indexer {
namespace {

ParsedArticle read_text(const RawDocument& document) {
  if (document.bytes.find('\0') != std::string::npos) {
    return BadArticle{document.origin, "not text: it holds NUL bytes"};
  }
  return read_plain_text(document.bytes);
}

ParsedArticle read(const RawDocument& document, const ParseOptions& options, SourceNotes& notes) {
  switch (document.format) {
    case Format::kJson:
      return read_json_article(document, options.fields, notes);
    case Format::kReuters21578:
      return read_reuters_article(document, notes);
    case Format::kText:
      break;
  }
  return read_text(document);
}

// Noted of articles only: what is no article is told by name anyway.
void note(Encoding encoding, SourceNotes& notes) {
  if (encoding == Encoding::kCp1252) ++notes.from_cp1252;
  if (encoding == Encoding::kBroken) ++notes.repaired;
}

}  // namespace

// JSON keeps its line ends, which mean nothing outside of strings and stand escaped inside.
ParsedArticle parse(RawDocument document, const ParseOptions& options, SourceNotes& notes) {
  const Encoding encoding = to_utf8(document.bytes);
  if (document.format != Format::kJson) unify_line_ends(document.bytes);
  auto parsed = read(document, options, notes);
  if (auto* article = std::get_if<Article>(&parsed)) {
    note(encoding, notes);
    identify(*article, document, {}, options.root);
  }
  return parsed;
}

}  // namespace dateline::indexer
