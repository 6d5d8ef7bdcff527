// Any bytes through the analyser: what analyser.h promises of every token must hold.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyser.h"
#include "common/text/unicode.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  dateline::Analyser analyser;
  dateline::Analyser again;
  std::uint32_t next = 0;
  for (const dateline::Token& token : analyser.analyse(text)) {
    require(token.position == next || token.position + 1 == next);
    if (token.position == next) ++next;
    require(token.begin < token.end && token.end <= size);
    require(!token.term.empty() && token.term.size() <= dateline::kMaxTermBytes);
    require(dateline::is_valid_utf8(token.term));
    if (token.kind != dateline::TokenKind::kWord) continue;
    const auto& same = again.analyse(token.term);
    require(same.size() == 1 && same.front().term == token.term);
  }
  require(next == analyser.next_position());
  return 0;
}
