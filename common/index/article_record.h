// An article without its body, as one compact byte string: the document data of the catalogue.
//
//   record    := id headline byline source agency place section url language (texts)
//                published body_bytes (varint) fields (varint) (name value)* checksum
//   published := precision (u8) origin (u8) (minutes zone)?       the latter unless undated
//   minutes   := local time since 1970 (varint, zigzag)
//   zone      := minutes east of UTC plus kOffsetBias (varint), 0 where none is known
//   checksum  := xxh32 (u32) of everything before it
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/article.h"

namespace dateline {

struct ArticleRecord {
  Article article;  // its body is empty
  std::uint64_t body_bytes = 0;
  bool operator==(const ArticleRecord&) const = default;
};

std::string encode_article_record(const Article& article);

// Throws Error(kCorrupt) naming `path`, the file that the bytes came from, for anything but what
// encode_article_record writes.
ArticleRecord decode_article_record(std::string_view bytes, const std::filesystem::path& path);

}  // namespace dateline
