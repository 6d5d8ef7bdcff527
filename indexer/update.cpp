#include "indexer/update.h"

#include "common/error.h"

namespace dateline::indexer {

RunReport run_update(const UpdateOptions& /*options*/, const Streams& /*streams*/) {
  throw Error(ErrorKind::kSystem, "updating an index is not built yet");
}

}  // namespace dateline::indexer
