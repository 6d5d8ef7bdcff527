#include "indexer/sources/parse.h"

#include <fmt/format.h>

#include "indexer/sources/encoding.h"

namespace dateline::indexer {
namespace {

// FNV-1a. Must be the same in every version: identities are made of it.
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t value = 0xcbf29ce484222325U;
  for (const char c : bytes) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return value;
}

std::string identity_by_origin(const RawDocument& document, const FoundArticle& found) {
  const auto& [file, member, line] = document.origin;
  const std::uint64_t ordinal = document.ordinal + found.records_before;
  std::string identity;
  if (file == "-" && member.empty()) {
    identity = fmt::format("-#{:016x}", hash(document.bytes));
    if (found.records_before != 0) identity += fmt::format("+{}", found.records_before);
  } else {
    identity = to_string({file, member, 0});
    if (ordinal != 0) identity.append("#").append(std::to_string(ordinal));
  }
  if (!found.within.empty()) identity.append("/").append(found.within);
  to_utf8(identity);  // names of files are any bytes
  return identity;
}

ParsedArticle read_text(const RawDocument& document) {
  if (document.bytes.find('\0') != std::string::npos) {
    return BadArticle{document.origin, "not text: it holds NUL bytes"};
  }
  return read_plain_text(document.bytes);
}

std::vector<FoundArticle> one(ParsedArticle parsed) {
  std::vector<FoundArticle> found;
  found.push_back({std::move(parsed), {}, 0});
  return found;
}

std::vector<FoundArticle> read(const RawDocument& document, const ParseOptions& options,
                               SourceNotes& notes) {
  switch (document.format) {
    case Format::kJson:
      return read_json_articles(document, options.fields, notes);
    case Format::kTable:
      return read_table_articles(document, options.fields, notes);
    case Format::kReuters21578:
      return one(read_reuters_article(document, notes));
    case Format::kText:
      break;
  }
  return one(read_text(document));
}

// Noted of articles only: what is no article is told by name anyway.
void note(Encoding encoding, SourceNotes& notes) {
  if (encoding == Encoding::kCp1252) ++notes.from_cp1252;
  if (encoding == Encoding::kBroken) ++notes.repaired;
}

}  // namespace

// JSON keeps its line ends, which mean nothing outside of strings and stand escaped inside.
std::vector<ParsedArticle> parse(RawDocument document, const ParseOptions& options,
                                 SourceNotes& notes) {
  const Encoding encoding = to_utf8(document.bytes);
  if (document.format != Format::kJson) unify_line_ends(document.bytes);
  std::vector<ParsedArticle> articles;
  for (FoundArticle& found : read(document, options, notes)) {
    if (auto* article = std::get_if<Article>(&found.parsed)) {
      note(encoding, notes);
      if (article->id.empty()) article->id = article->url;
      if (article->id.empty()) article->id = identity_by_origin(document, found);
    }
    articles.push_back(std::move(found.parsed));
  }
  return articles;
}

}  // namespace dateline::indexer
