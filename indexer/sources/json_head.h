// Tells JSON, and what programs write around it, from text by the beginning of a file.
#pragma once

#include "indexer/sources/foreign_forms.h"

namespace dateline::indexer {

// True where the first byte that means something opens an object or a list, also behind comments or
// in an assignment ("var articles = ["), and where most of the text stands in lines that are
// objects: what stands before the first object is then one bad record, as it is on any later line.
// "[LONDON] Talks opened" is a dateline and "{photo: A. Smith} Rain" a caption.
bool is_json(const Head& head);

}  // namespace dateline::indexer
