#include "indexer/text_index/dictionary_writer.h"

#include <algorithm>

#include "common/text_index/format.h"
#include "common/text_index/varint.h"

namespace dateline::indexer {

// A block begins with a whole term, so that a search can start there.
void DictionaryWriter::add(std::string_view text, const Term& term,
                           std::span<const std::uint32_t> forms) {
  if (terms_++ % kDictionaryBlock == 0) {
    const auto block = static_cast<std::uint32_t>(dictionary_.size());
    blocks_.append(reinterpret_cast<const char*>(&block), sizeof block);
    dictionary_.append(reinterpret_cast<const char*>(&term.offset), sizeof term.offset);
    last_.clear();
  }
  const auto differ = std::mismatch(text.begin(), text.end(), last_.begin(), last_.end());
  const auto shared = static_cast<std::size_t>(differ.first - text.begin());
  dictionary_.push_back(static_cast<char>(shared));
  dictionary_.push_back(static_cast<char>(text.size() - shared));
  dictionary_ += text.substr(shared);
  last_ = text;
  if (term.only_word) {
    dictionary_.push_back(0);
    append_varint(*term.only_word, dictionary_);
    return;
  }
  append_varint(term.articles, dictionary_);
  append_varint(term.occurrences - term.articles, dictionary_);
  append_varint(term.postings_bytes, dictionary_);
  if (kind_ == DictionaryKind::kWords) {
    append_varint(term.positions_bytes, dictionary_);
    return;
  }
  append_varint(forms.size(), dictionary_);
  std::uint32_t next = 0;
  for (const std::uint32_t form : forms) {
    append_varint(form - next, dictionary_);
    next = form + 1;
  }
}

}  // namespace dateline::indexer
