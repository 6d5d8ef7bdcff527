// What is done to every article of every format after it is parsed: fill in what its text tells.
#pragma once

#include <string>

#include "common/article.h"
#include "indexer/sources/origin.h"

namespace dateline::indexer {

struct EnrichOptions {
  std::string language = "en";  // of articles that name none and whose text does not tell
};

// Fills fields that are empty and never replaces what the archive says:
//   - place, agency, byline from the dateline; agency from the byline or a source that is an
//   agency;
//   - source: the host of the URL without "www.", else the agency. "UrduPoint News / Sputnik" is
//   one
//     agency line and stays whole in both;
//   - published, in this order: field and header (as the source found them), dateline, path of the
//   URL,
//     path of the file. A month is refined by a later one to a day inside it. A dateline's day
//     without a year takes the year that brings it nearest to the date that is known, and without
//     such a date dates nothing. Of a byline "By" is cut off;
//   - language: lower-case ISO 639-1 ("en" of "en-US"), guessed from the text where none is given.
//
// The body keeps the dateline: what was printed is what is shown. Thread-safe.
void enrich(Article& article, const Origin& origin, const EnrichOptions& options);

}  // namespace dateline::indexer
