// What was met in an archive beyond its articles: what had to be done to them, and what was not used.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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

// From which field or line each part of the articles came: "webTitle", "Title:", "the first line",
// "the dateline", "the path". Names are those of the archive; paths have dots: "headline.main".
struct Survey {
  struct From {
    std::uint64_t articles = 0;
    std::string example;  // of the first article, shortened
    bool operator==(const From&) const = default;
  };
  std::array<std::map<std::string, From, std::less<>>, kRoles> parts;
  UnusedFields unused;

  void note_part(Role role, std::string_view from, std::string_view value);
  bool operator==(const Survey&) const = default;
};

// What was done to articles that went in all the same, so that nothing is changed in silence.
struct SourceNotes {
  std::uint64_t from_cp1252 = 0;   // articles that were not UTF-8, but cp1252 or latin-1
  std::uint64_t repaired = 0;      // articles in which characters had to be replaced
  std::uint64_t unread_dates = 0;  // articles undated because their date field is in no known form
  DayNotes days;                   // what dates tell of the order of day and month
  Textless textless;
  std::optional<Survey> survey;  // filled where it is there: it costs time an article

  SourceNotes& operator+=(const SourceNotes& other);
  bool operator==(const SourceNotes&) const = default;
};

// Adds one article with this field to `fields`.
void note_unused(UnusedFields& fields, std::string_view name, std::string_view value);

}  // namespace dateline::indexer
