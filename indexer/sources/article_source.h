// Where articles come from: one implementation a format, each reading one archive as a stream.
#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "common/article.h"

namespace dateline::indexer {

// Where in the inputs something stands, for messages and for the identity of articles without one.
struct Place {
  std::string file;        // as named on the command line or found below it; "-" is standard input
  std::string member;      // path inside the container; "" where there is none
  std::uint64_t line = 0;  // 1-based; 0: the whole file
};

// "archive.tar.zst(2006/story-1):12", "story.txt".
std::string to_string(const Place& place);

// A record that is not a usable article. Archives of millions always hold some, so this is a value
// to count and report, not an exception.
struct BadArticle {
  Place place;
  std::string reason;  // "no title", "not a JSON object"
};

// An article whose headline and body are both empty is an empty story: sources yield it as an
// Article, the run counts it.
using ParsedArticle = std::variant<Article, BadArticle>;

class ArticleSource {
 public:
  virtual ~ArticleSource() = default;

  // The next record, or nothing at the end. After a BadArticle reading goes on with the next record
  // where the format allows it, else ends.
  virtual std::optional<ParsedArticle> next() = 0;
};

}  // namespace dateline::indexer
