#include "tests/fuzz/archive_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace dateline::indexer;
  fuzz::read_as(Format::kJson, bytes, size);
  return 0;
}
