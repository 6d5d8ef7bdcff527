// Printed dates with what stands around them: labels, ranges, editions, pages, words that are none.
#pragma once

#include <cstdint>
#include <optional>

#include "common/publication_time.h"
#include "indexer/enrichment/date_language.h"
#include "indexer/enrichment/day_order.h"

namespace dateline::indexer {

// What may stand beside a date.
enum class Remainder : std::uint8_t {
  kKnown,  // of a line of text: editions, pages, labels; any other word makes it prose
  kAny,    // of a field that is known to be a date: all but parts of another date
};

struct PhraseReading {
  PublicationTime time;
  unsigned lost = 0;  // words that were passed over and a clock that was not read: fewer is better
};

// Of several days with labels that of the publication counts, whatever the order; of a range or a
// list the first. A clock that cannot be read costs the clock alone (kAny). Thread-safe.
std::optional<PhraseReading> read_phrases(const DateInLanguage& text, Remainder remainder,
                                          DayOrder order);

}  // namespace dateline::indexer
