// Bytes are recognised, decoded, mended and read as one file of text, front matter and all.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/sources/format.h"
#include "indexer/sources/text_encoding.h"
#include "indexer/sources/twice_decoded.h"
#include "tests/fuzz/archive_fuzz.h"

namespace dateline::indexer::fuzz {
namespace {

// A text that was decoded is UTF-8, and stays so when it is mended.
void check_encoding(std::string text) {
  decode_text(text, {});
  require(is_utf8(text));
  mend_twice_decoded(text);
  require(is_utf8(text));
}

void check_form(std::string_view bytes) {
  const Recognised found = recognise(bytes.substr(0, kHeadBytes));
  const bool refused = found.content == Content::kNotText || found.content == Content::kPackage;
  require(refused != found.reason.empty());
}

}  // namespace
}  // namespace dateline::indexer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace dateline::indexer;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  fuzz::check_form(text);
  fuzz::check_encoding(std::string(text));
  fuzz::read_as(Format::kText, bytes, size);
  return 0;
}
