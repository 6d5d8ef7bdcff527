// Sorted terms in, the bytes of a dictionary out; see common/text_index/format.h.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "common/text_index/dictionary.h"
#include "common/text_index/format.h"

namespace dateline::indexer {

class DictionaryWriter {
 public:
  explicit DictionaryWriter(DictionaryKind kind) : kind_(kind) {}

  DictionaryKind kind() const { return kind_; }

  // Terms ascend by byte and are 1 to 255 bytes long. `term.offset` is used for the first of each
  // block; the lists of the others must follow on. `forms`: of a stem with a list, the ordinals of
  // its words, ascending.
  void add(std::string_view text, const Term& term, std::span<const std::uint32_t> forms = {});

  std::uint32_t terms() const { return terms_; }
  const std::string& dictionary() const { return dictionary_; }
  const std::string& blocks() const { return blocks_; }

 private:
  DictionaryKind kind_;
  std::string dictionary_;
  std::string blocks_;
  std::string last_;
  std::uint32_t terms_ = 0;
};

}  // namespace dateline::indexer
