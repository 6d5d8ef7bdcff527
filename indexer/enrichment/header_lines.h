// Header lines of plain text: what stands above a story in a file of its own.
//
//   -- Talks open in Geneva      Title: Talks open in Geneva      PTI
//   -- By  Jane Doe              Author: Jane Doe                 By JANE DOE, AP
//   -- Fri Oct 20, 2006 6:15pm EDT                                Jan 13, 2023 / 09:41 AM IST
//   -- http://www.example.com/   URL: http://www.example.com/     date 2023-01-13  GET LIVE QUOTES
//   # Talks open in Geneva       *By Jane Doe*                    Posted by Jane Doe on Jan 13, 2023
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/publication_time.h"

namespace dateline::indexer {

enum class HeaderKind : std::uint8_t {
  kNothing,  // a marked or labelled line without a value
  kHeadline,
  kByline,
  kDate,
  kUrl,
  kSource,
  kAgency,
  kSection,
  kPlace,
  kLanguage,
};

struct HeaderLine {
  HeaderKind kind = HeaderKind::kNothing;
  std::string_view value;     // without mark and label; of a scraped page header the date alone
  PublicationTime published;  // origin kHeader; undated where "Date:" holds no date that we know
  bool marked = false;        // opens with "--" or "# "
  std::string_view label;     // "Title", where one stands before the value
};

// Reads one line; nothing where it is not a header line but may be a headline or text. Only lines
// above the text should be asked: one that says "PTI" below it is something else. `value` points
// into `line`.
std::optional<HeaderLine> parse_header_line(std::string_view line);

// Without the signs of Markdown around the whole of a line: "**Talks open**" -> "Talks open".
std::string_view without_emphasis(std::string_view line);

// "Edition: Morning": a label that may be any, and its value.
struct LabelledLine {
  std::string_view label;
  std::string_view value;  // may be empty
};

// Reads a line that looks like a label and a value, whatever the label. "Obama: we will win" does,
// too: so ask only in a block of lines that are all labelled and some of them known. A value that is
// prose is none: "POLICE: A man was arrested in the harbour on Monday."
std::optional<LabelledLine> parse_any_label(std::string_view line);

// As parse_header_line() reads a line with a label that it knows, for a label that a table of names
// gives `kind`: here the value may be anything. Undated where `kind` is kDate and it holds no date.
HeaderLine header_of(HeaderKind kind, const LabelledLine& line);

}  // namespace dateline::indexer
