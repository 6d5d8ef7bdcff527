// Any text as the HTML of a value: it gives UTF-8 without an end in the middle.
#include "indexer/sources/encoding.h"
#include "indexer/sources/field_value.h"
#include "indexer/sources/html_text.h"
#include "tests/fuzz/archive_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace dateline::indexer;
  std::string text(bytes, bytes + size);
  to_utf8(text);
  looks_like_html(text);
  fuzz::require(fuzz::is_utf8(html_text(text)));
  fuzz::require(fuzz::is_utf8(prose(text)));
  return 0;
}
