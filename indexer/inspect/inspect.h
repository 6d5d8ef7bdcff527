// dateline-index inspect: says what a run would do with an archive, without doing it.
#pragma once

#include <istream>

#include "indexer/inspect/inspection.h"
#include "indexer/update/update.h"

namespace dateline::indexer {

// Reads the inputs, or a sample of them where they are large, as a run with these options would;
// there need not be an index. Throws Error(kInput) if an input cannot be opened.
Inspection inspect(const UpdateOptions& options, std::istream& standard_input);

}  // namespace dateline::indexer
