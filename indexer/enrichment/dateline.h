// Datelines: where, when and by which agency a story was filed, printed at the start of its text.
//
//   WASHINGTON (UrduPoint News / Sputnik - 13th January, 2023) Japanese ...
//   SALVADOR, Feb 26 - Showers ...              LONDON, March 3 (AP) -- Talks ...
//   KUALA LUMPUR, Malaysia (AP) - Police ...    WASHINGTON – President ...
//   New Delhi, Jan 13 (PTI) The government ...  (Reuters) - Shares ...
//   MADRID, 2 ene (EFE).- El gobierno ...       (ANSA) - ROMA, 02 GEN - Il governo ...
//   PARIS, AFP - Le gouvernement ...            NORTHPORT, Jan. 2 /PRNewswire/ -- The firm ...
//
// A place is a run of words in capitals, or of capitalised words where an agency or a day beside it
// says that this is a dateline. "NATO (North Atlantic Treaty Organization) said" is prose, and
// "PREVIEW - Talks open" is the desk's label, and "MARKET CLOSES - TRADERS ANGRY" a headline. A dateline can be preceded by an editor's note in
// parentheses and by a byline, in the same paragraph or in ones of their own.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "common/publication_time.h"

namespace dateline::indexer {

struct Dateline {
  std::string_view place;   // "KUALA LUMPUR, Malaysia"; may be empty where an agency is named
  std::string_view agency;  // as printed: "UrduPoint News / Sputnik"
  std::string_view byline;  // "By Jane Doe", where one stands before it

  PublicationTime published;                           // origin kDateline; undated without a year
  std::optional<std::chrono::month_day> yearless_day;  // of "SALVADOR, Feb 26"

  // The bytes of the body from its start that notes, byline and dateline take with the dash and the
  // blanks behind: the first sentence begins here.
  std::size_t end = 0;
};

// The views point into `body`. Looks at the first 2 KB at most. Lines at the beginning that repeat
// `headline`, as scraped text has them, are passed over and are no byline.
std::optional<Dateline> parse_dateline(std::string_view body, std::string_view headline = {});

}  // namespace dateline::indexer
