// What was met in an archive beyond its articles: what had to be done to them, and what was not used.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/sources/day_orders.h"
#include "indexer/sources/field_map.h"

namespace dateline::indexer {

// Fields that made no part of an article, by name as the archive spells it.
struct UnusedField {
  std::uint64_t articles = 0;
  std::size_t longest = 0;  // bytes
  std::string example;      // of the first article, shortened
  bool operator==(const UnusedField&) const = default;
};
using UnusedFields = std::map<std::string, UnusedField, std::less<>>;

// Articles that have a headline and no text, and what could have been their text.
struct Textless {
  std::uint64_t articles = 0;
  UnusedFields unused;
  bool operator==(const Textless&) const = default;
};

// Values of the archive's own fields that are not kept (see kept_fields.h).
struct BeyondBounds {
  std::uint64_t articles = 0;
  UnusedFields unused;
  bool operator==(const BeyondBounds&) const = default;
};

// "3 articles have fields beyond the bounds: `essay` (longest 5,000 bytes), `a.b.c` and 2 more".
std::string to_text(const BeyondBounds& beyond);

// From which field or line each part of the articles came: "webTitle", "Title:", "the first line",
// "the dateline", "the path". Names are those of the archive; paths have dots: "headline.main".
struct Survey {
  struct From {
    std::uint64_t articles = 0;
    std::string example;  // of the first article, shortened
    bool operator==(const From&) const = default;
  };
  using Sources = std::map<std::string, From, std::less<>>;
  std::array<Sources, kRoles> parts;
  Sources dates;  // by their shape, "99 Aaa 9999": see shape_of()
  UnusedFields unused;

  // Of a date the value is its text as the archive has it.
  void note_part(Role role, std::string_view from, std::string_view value);
  bool operator==(const Survey&) const = default;
};

// Articles that were not UTF-8 and read as one encoding.
struct EncodingNote {
  std::uint64_t articles = 0;
  std::string first;  // the file or member of the first
  bool operator==(const EncodingNote&) const = default;
};

// What was done to articles that went in all the same, so that nothing is changed in silence.
struct SourceNotes {
  std::map<std::string, EncodingNote, std::less<>> encodings;  // by name: "windows-1251"
  std::uint64_t mended = 0;        // articles with characters that had been decoded twice
  std::uint64_t repaired = 0;      // articles in which characters had to be replaced
  std::uint64_t unread_dates = 0;  // articles undated because their date field is in no known form
  std::uint64_t cut_short = 0;     // articles of which the archive gives the beginning, and says so
  std::uint64_t described = 0;     // articles of which a file beside them tells some parts
  DayNotes days;                   // what dates tell of the order of day and month
  Textless textless;
  BeyondBounds beyond;
  std::optional<Survey> survey;  // filled where it is there: it costs time an article

  void note_encoding(std::string_view name, std::string_view file);
  SourceNotes& operator+=(const SourceNotes& other);
  bool operator==(const SourceNotes&) const = default;
};

// The beginning of a value, for an example: at most 80 bytes, cut at a character.
std::string shortened(std::string_view value);

// Adds one article with this field to `fields`; `bytes` is what the whole value has, of which
// `value` may be the beginning. No more than 1,000 names are noted.
void note_unused(UnusedFields& fields, std::string_view name, std::string_view value,
                 std::size_t bytes);
inline void note_unused(UnusedFields& fields, std::string_view name, std::string_view value) {
  note_unused(fields, name, value, value.size());
}
// What a date looks like: a 9 for each digit, Aaa for a word, so that dates of one form are alike.
// "2 January 2020, 10:05" -> "9 Aaa 9999, 99:99". At most 48 bytes.
std::string shape_of(std::string_view date);

}  // namespace dateline::indexer
