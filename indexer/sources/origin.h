// What comes out of an archive: articles, and what is no usable article, each with where it stood.
//
// Reading is in two steps, so that one thread reads and many parse: ArchiveReader
// (archive_reader.h) turns inputs into RawDocuments (raw_document.h), parse() (parse.h) turns one
// of these into an article.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "common/article.h"

namespace dateline::indexer {

// Where in the inputs something stands, for messages and for the identity of articles without one.
struct Origin {
  std::string file;        // as named on the command line or found below it; "-" is standard input
  std::string member;      // path inside the container; "" where there is none
  std::uint64_t line = 0;  // 1-based; 0: the whole file

  bool operator==(const Origin&) const = default;
};

// "archive.tar.zst(2006/story-1):12", "story.txt". Bytes of names are given as they are: whoever
// prints them escapes them.
std::string to_string(const Origin& origin);

// A record that is not a usable article. Archives of millions always hold some, so this is a value
// to count and report, not an exception.
struct BadArticle {
  Origin origin;
  std::string reason;  // "no title", "not a JSON object"

  bool operator==(const BadArticle&) const = default;
};

// An article whose headline and body are both empty is an empty story: sources yield it as an
// Article, the run counts it.
using ParsedArticle = std::variant<Article, BadArticle>;

}  // namespace dateline::indexer
