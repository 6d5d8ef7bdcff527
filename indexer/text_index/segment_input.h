// A segment's text index as input of a merge, without the articles that are gone.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "common/text_index/text_index.h"
#include "indexer/text_index/text_index_input.h"

namespace dateline::indexer {

// The index must outlive it. Calls may throw Error(kCorrupt).
class SegmentInput final : public TextIndexInput {
 public:
  // `gone` lists articles to leave out, ascending.
  SegmentInput(const TextIndex& index, const std::vector<std::uint32_t>& gone);

  std::uint32_t articles() const override { return static_cast<std::uint32_t>(kept_.size()); }
  ArticleColumns columns(std::uint32_t article) const override;
  std::uint64_t total_words() const override { return total_words_; }
  std::uint32_t words() const override;
  std::vector<std::string> landmarks(DictionaryKind kind, std::size_t count) const override;
  std::unique_ptr<TermStream> terms(DictionaryKind kind) const override;
  void let_go() const override { index_.file().let_go(); }

 private:
  const Dictionary& dictionary(DictionaryKind kind) const;

  friend class SegmentTerms;

  const TextIndex& index_;
  std::vector<std::uint32_t> kept_;     // new number - 1 -> old number
  std::vector<std::uint32_t> renamed_;  // old number -> new number, 0: gone
  std::uint64_t total_words_ = 0;
};

}  // namespace dateline::indexer
