// An article out of one <REUTERS> element of the Reuters-21578 distribution.
#pragma once

#include "indexer/sources/origin.h"
#include "indexer/sources/parse.h"
#include "indexer/sources/raw_document.h"

namespace dateline::indexer {

// `document` is one element in UTF-8. The identity is "reuters21578:" and its NEWID, so that it
// does not depend on which of the many copies of that distribution is read; empty without a NEWID.
//
// Topics, places, people, orgs, exchanges and companies become ArchiveFields. The body begins with
// the dateline, as printed; the sign-off of the wire ("Reuter") and the filler "Blah blah blah." of
// stories without text are no part of it. In stories of TYPE="UNPROC", which are mostly tables,
// lines are kept, and the first is the headline. A date that cannot be read is noted, the article
// is undated then.
ParsedArticle read_reuters_article(const RawDocument& document, SourceNotes& notes);

}  // namespace dateline::indexer
