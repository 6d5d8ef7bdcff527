// Makes JSON out of what programs in use write for JSON.
#pragma once

#include <string>

namespace dateline::indexer {

struct JsonRepair {
  bool numbers = false;          // Python writes NaN and Infinity, which become null
  bool half_characters = false;  // "\ud83d", where a text was cut between the halves of a
                                 // character, becomes U+FFFD
};

// Repairs both everywhere in one object; all else stays as it is. Tells what was found.
JsonRepair repair_json(std::string& json);

}  // namespace dateline::indexer
