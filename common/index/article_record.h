// An article in a block of the article store: numbers, and its texts one after another.
//
//   numbers   := bytes (varint) fields << 1 | url_is_id (varint) published
//   published := precision | origin << 2 (u8) (minutes zone)?     the latter unless undated
//   minutes   := local time since 1970 (varint, zigzag)
//   zone      := minutes east of UTC plus kOffsetBias (varint), 0 where none is known
//   texts     := (text separator)* body
//
// `bytes` is the size of the texts as they are stored, in shorthand (see shorthand.h). They are
// headline, byline, source, agency, place, section, language, url, and name and value of each of
// the archive's own fields. The id stands elsewhere; a url that equals it is not stored again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/bytes.h"
#include "common/index/shorthand.h"

namespace dateline {

struct RecordNumbers {
  std::uint64_t bytes = 0;
  std::uint64_t fields = 0;
  bool url_is_id = false;
  PublicationTime published;
};

void put_record_numbers(std::string& out, const Article& article, std::uint64_t bytes);
RecordNumbers read_record_numbers(ByteReader& reader);

// The texts of an article as they are to be written; views into it.
std::vector<std::string_view> record_texts(const Article& article);

// The article that numbers and texts stand for. Throws Error(kCorrupt) naming `path`, the file that
// they came from, where they cannot be what was written.
Article read_article(std::string_view id, const RecordNumbers& numbers, std::string_view texts,
                     const Shorthand& shorthand, const std::filesystem::path& path);

// A hash of everything that is indexed or stored of an article but the id. See contents in
// common/text_index/format.h for why so short a one does.
std::uint32_t content_of(const Article& article);

}  // namespace dateline
