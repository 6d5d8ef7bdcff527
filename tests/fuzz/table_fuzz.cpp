#include "indexer/sources/table_form.h"

#include "tests/fuzz/archive_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace dateline::indexer;
  looks_like_table({reinterpret_cast<const char*>(bytes), size});
  fuzz::read_as(Format::kTable, bytes, size);
  return 0;
}
