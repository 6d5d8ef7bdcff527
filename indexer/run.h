// dateline-index without its process: a command in, results on streams, an exit status back.
#pragma once

#include "common/error.h"
#include "indexer/command_line.h"
#include "indexer/update/update.h"

namespace dateline::indexer {

// Throws Error where the command must stop; exit_status_of() tells how to end then.
ExitStatus run(const Command& command, const Streams& streams);

ExitStatus exit_status_of(const Error& error);

}  // namespace dateline::indexer
