#include "indexer/text_index/segment_input.h"

#include "common/text_index/format.h"
#include "common/text_index/posting_cursor.h"

namespace dateline::indexer {

SegmentInput::SegmentInput(const TextIndex& index, const std::vector<std::uint32_t>& gone)
    : index_(index), renamed_(index.articles() + 1) {
  const auto lengths = index.lengths();
  auto next_gone = gone.begin();
  for (std::uint32_t article = 1; article <= index.articles(); ++article) {
    if (next_gone != gone.end() && *next_gone == article) {
      ++next_gone;
      continue;
    }
    kept_.push_back(article);
    renamed_[article] = static_cast<std::uint32_t>(kept_.size());
    total_words_ += lengths[article - 1];
  }
}

ArticleColumns SegmentInput::columns(std::uint32_t article) const {
  const std::size_t row = kept_[article - 1] - 1;
  return {index_.lengths()[row], index_.headlines()[row], index_.dates()[row],
          index_.identities()[row], index_.contents()[row]};
}

class SegmentTerms final : public TermStream {
 public:
  SegmentTerms(const SegmentInput& input, DictionaryKind kind)
      : input_(input), kind_(kind), cursor_(input.dictionary(kind).begin()) {}

  bool done() const override { return cursor_.done(); }
  std::string_view text() const override { return cursor_.text(); }
  std::uint32_t ordinal() const override { return cursor_.ordinal(); }
  void next() override { cursor_.next(); }
  void seek(std::string_view text) override {
    cursor_ = input_.dictionary(kind_).at_or_after(text);
  }
  std::optional<std::uint32_t> only_word() const override { return cursor_.term().only_word; }
  std::vector<std::uint32_t> forms() const override { return cursor_.forms(); }

  void copy_to(PostingListEncoder& encoder, std::uint32_t base) override {
    const std::optional<std::uint32_t> word = cursor_.term().only_word;
    const Term term = word ? input_.index_.words().at(*word) : cursor_.term();
    PostingCursor postings(input_.index_, term);
    const bool with_positions = kind_ == DictionaryKind::kWords && has_positions(text());
    while (postings.next() != kNoMoreArticles) {
      const std::uint32_t article = input_.renamed_.at(postings.article());
      if (article == 0) continue;
      encoder.add(base + article, postings.occurrences(), postings.in_headline());
      if (!with_positions) continue;
      postings.positions(positions_);
      std::uint32_t next = 0;
      for (const std::uint32_t position : positions_) {
        encoder.add_position(position - next);
        next = position + 1;
      }
    }
  }

 private:
  const SegmentInput& input_;
  DictionaryKind kind_;
  DictionaryCursor cursor_;
  std::vector<std::uint32_t> positions_;
};

std::uint32_t SegmentInput::words() const {
  const auto blocks = index_.file().place(Section::kWordBlocks).bytes / 4;
  return static_cast<std::uint32_t>(blocks * kDictionaryBlock);
}

const Dictionary& SegmentInput::dictionary(DictionaryKind kind) const {
  return kind == DictionaryKind::kWords ? index_.words() : index_.stems();
}

std::vector<std::string> SegmentInput::landmarks(DictionaryKind kind, std::size_t count) const {
  const Dictionary& terms = dictionary(kind);
  std::vector<std::string> landmarks;
  for (std::size_t i = 1; i <= count && terms.blocks() > count; ++i) {
    landmarks.push_back(terms.first_of_block(i * terms.blocks() / (count + 1)));
  }
  return landmarks;
}

std::unique_ptr<TermStream> SegmentInput::terms(DictionaryKind kind) const {
  return std::make_unique<SegmentTerms>(*this, kind);
}

}  // namespace dateline::indexer
