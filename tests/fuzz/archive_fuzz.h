// What the fuzz targets of the formats share: bytes are read as an archive, articles must be sound.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <variant>

#include "common/utf8.h"
#include "indexer/sources/archive_reader.h"
#include "indexer/sources/parse.h"

namespace dateline::indexer::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto character = first_character(text);
    if (!character.valid) return false;
    text.remove_prefix(character.bytes);
  }
  return true;
}

// Articles have an identity, a headline of one line, and UTF-8 in all of their text.
inline void read_as(Format format, const std::uint8_t* bytes, std::size_t size) {
  std::istringstream archive(std::string(bytes, bytes + size));
  ReadOptions options;
  options.format = format;
  ArchiveReader reader({"-"}, options, archive);
  SourceNotes notes;
  while (auto record = reader.next()) {
    auto* document = std::get_if<RawDocument>(&*record);
    if (document == nullptr) continue;
    for (const auto& parsed : parse(std::move(*document), {}, notes)) {
      const auto* article = std::get_if<Article>(&parsed);
      if (article == nullptr) continue;
      require(!article->id.empty());
      require(article->headline.find('\n') == std::string::npos);
      require(is_utf8(article->id) && is_utf8(article->headline) && is_utf8(article->body));
      for (const auto& field : article->fields) require(is_utf8(field.value));
    }
  }
}

}  // namespace dateline::indexer::fuzz
