// What is done to every article of every format after it is parsed: fill in what its text tells.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"
#include "indexer/sources/origin.h"

namespace dateline::indexer {

struct EnrichOptions {
  std::string language = "en";  // of articles that name none and whose text does not tell
};

// Fills fields that are empty and never replaces what the archive says:
//
//   - place, agency and byline: from the dateline. Agency also from the byline, or from a source
//     that is an agency. Of a byline "By" is cut off.
//   - source: the host of the URL without "www.", else the agency. "UrduPoint News / Sputnik" is
//     one agency line and stays whole in both.
//   - published: from the first of these that tells it: a field or header line (as the source found
//     it), the dateline, the path of the URL, the path of the file. A year or month is refined by a
//     later one to a day inside it. A dateline's day without a year takes the year that brings it
//     nearest to the date that is known, and without such a date dates nothing.
//   - language: ISO 639-1 ("en" of "en-US", "eng" and "English"; see
//     common/text/language_codes.h), guessed from the text where none is given that is known.
//
// The body keeps the dateline: what was printed is what is shown. Thread-safe.
void enrich(Article& article, const Origin& origin, const EnrichOptions& options);

// The language of a text: that of its most frequent small words if it is English or one of de, fr,
// es, it, pt and nl, else what detect_language() says, else `fallback`: an ISO 639-1 code, or one of
// three letters. Reads at most the first few kilobytes. Thread-safe.
std::string_view guess_language(std::string_view text, std::string_view fallback);

// The date in the path of a file or a member: "20061020/story", "2023/01/13/story", "2023/1/13/a",
// "2023/jan/13/a", "202301/13/a", "2023/0113/a", "2023-01-13-story", "0002244_18550922_0001.txt",
// "1999101501/0001.txt" (with the number of the edition), "archive/2023/01/story". A component must
// begin with the date or have it between underscores, so that the day a dump was made
// ("export-2023-01-13.json") dates nothing in it; the last such component counts. Folders "2023/01"
// alone give a month. Years 1700 to 2099: other numbers are ids. Origin is kPath.
std::optional<PublicationTime> parse_path_date(std::string_view path);

// The same of the path of a URL, with or without its scheme, where the name of a page may also end
// in its day: "market-20140402.html", "market-2014-04-02". What stands behind '?' dates nothing.
std::optional<PublicationTime> parse_url_date(std::string_view url);

}  // namespace dateline::indexer
