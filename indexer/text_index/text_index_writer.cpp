#include "indexer/text_index/text_index_writer.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "common/text_index/format.h"
#include "common/text_index/posting_cursor.h"
#include "common/text_index/text_index.h"
#include "indexer/text_index/dictionary_writer.h"
#include "indexer/text_index/lists_writer.h"
#include "indexer/text_index/posting_list_encoder.h"
#include "indexer/text_index/section_writer.h"

namespace dateline::indexer {
namespace {

using Inputs = std::span<const TextIndexInput* const>;

// All columns of the index that is written, each as its section wants it.
struct Columns {
  std::vector<std::uint16_t> lengths;
  std::vector<std::uint16_t> headlines;
  std::vector<DateCode> dates;
  std::vector<DateCode> date_bounds;
  std::vector<std::uint64_t> identities;
  std::vector<std::uint32_t> contents;
};

void append_date_bounds(const std::vector<DateCode>& dates, std::vector<DateCode>& bounds) {
  for (std::size_t begin = 0; begin < dates.size(); begin += kBlockPostings) {
    DateCode lowest = kUndated;
    DateCode highest = kUndated;
    for (std::size_t i = begin; i < std::min(begin + kBlockPostings, dates.size()); ++i) {
      if (dates[i] == kUndated) continue;
      lowest = lowest == kUndated ? dates[i] : std::min(lowest, dates[i]);
      highest = std::max(highest, dates[i]);
    }
    bounds.push_back(lowest);
    bounds.push_back(highest);
  }
}

Columns gather_columns(Inputs inputs) {
  Columns columns;
  for (const TextIndexInput* input : inputs) {
    for (std::uint32_t article = 1; article <= input->articles(); ++article) {
      const ArticleColumns row = input->columns(article);
      columns.lengths.push_back(row.length);
      columns.headlines.push_back(row.headline);
      columns.dates.push_back(row.date);
      columns.identities.push_back(row.identity);
      columns.contents.push_back(row.content);
    }
  }
  append_date_bounds(columns.dates, columns.date_bounds);
  return columns;
}

template <typename Values>
void write_section(SectionWriter& file, Section section, const Values& values) {
  file.begin(section);
  file.append({reinterpret_cast<const char*>(values.data()),
               values.size() * sizeof(typename Values::value_type)});
}

void write_columns(SectionWriter& file, const Columns& columns, std::uint64_t total_words) {
  file.begin(Section::kSettings);
  const auto articles = static_cast<std::uint32_t>(columns.lengths.size());
  file.append({reinterpret_cast<const char*>(&articles), sizeof articles});
  file.append({reinterpret_cast<const char*>(&total_words), sizeof total_words});
  write_section(file, Section::kLengths, columns.lengths);
  write_section(file, Section::kHeadlines, columns.headlines);
  write_section(file, Section::kDates, columns.dates);
  write_section(file, Section::kDateBounds, columns.date_bounds);
  write_section(file, Section::kIdentities, columns.identities);
  write_section(file, Section::kContents, columns.contents);
}

// A segment's text index without the articles that are deleted: the others close up.
class SegmentInput final : public TextIndexInput {
 public:
  explicit SegmentInput(const SegmentOnDisk& segment)
      : index_(segment.text_index_path()), renamed_(index_.articles() + 1) {
    for (std::uint32_t article = 1; article <= index_.articles(); ++article) {
      if (segment.deleted.contains(article)) continue;
      kept_.push_back(article);
      renamed_[article] = static_cast<std::uint32_t>(kept_.size());
      total_words_ += index_.lengths()[article - 1];
    }
  }

  std::uint32_t articles() const override { return static_cast<std::uint32_t>(kept_.size()); }
  ArticleColumns columns(std::uint32_t article) const override {
    const std::size_t row = kept_[article - 1] - 1;
    return {index_.lengths()[row], index_.headlines()[row], index_.dates()[row],
            index_.identities()[row], index_.contents()[row]};
  }
  std::uint64_t total_words() const override { return total_words_; }
  std::uint32_t words() const override;
  std::vector<std::string> landmarks(DictionaryKind kind, std::size_t count) const override;
  std::unique_ptr<TermStream> terms(DictionaryKind kind) const override;
  void let_go() const override { index_.file().let_go(); }

  const TextIndex& index() const { return index_; }
  const Dictionary& dictionary(DictionaryKind kind) const {
    return kind == DictionaryKind::kWords ? index_.words() : index_.stems();
  }

  // The new number of an article, 0 where it is deleted.
  std::uint32_t renamed(std::uint32_t article) const { return renamed_.at(article); }

 private:
  TextIndex index_;
  std::vector<std::uint32_t> kept_;     // new number - 1 -> old number
  std::vector<std::uint32_t> renamed_;  // old number -> new number
  std::uint64_t total_words_ = 0;
};

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
    const Term term = word ? input_.index().words().at(*word) : cursor_.term();
    PostingCursor postings(input_.index(), term);
    const bool with_positions = kind_ == DictionaryKind::kWords && has_positions(text());
    while (postings.next() != kNoMoreArticles) {
      const std::uint32_t article = input_.renamed(postings.article());
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

}  // namespace

// Dictionaries are written behind the lists, since their terms tell where the lists begin.
void write_text_index(const std::filesystem::path& path, Inputs inputs, unsigned jobs) {
  const Columns columns = gather_columns(inputs);
  std::uint64_t total_words = 0;
  for (const TextIndexInput* input : inputs) total_words += input->total_words();

  SectionWriter file(path);
  write_columns(file, columns, total_words);
  DictionaryWriter words(DictionaryKind::kWords);
  DictionaryWriter stems(DictionaryKind::kStems);
  file.begin(Section::kLists);
  ListsWriter lists(inputs, {columns.lengths, columns.headlines}, jobs);
  lists.write(DictionaryKind::kWords, file, words);
  lists.write(DictionaryKind::kStems, file, stems);
  write_section(file, Section::kWords, words.dictionary());
  write_section(file, Section::kStems, stems.dictionary());
  write_section(file, Section::kWordBlocks, words.blocks());
  write_section(file, Section::kStemBlocks, stems.blocks());
  file.finish();
}

void merge_text_indexes(std::span<const SegmentOnDisk> segments, const std::filesystem::path& path,
                        unsigned jobs) {
  std::vector<std::unique_ptr<SegmentInput>> opened;
  std::vector<const TextIndexInput*> inputs;
  for (const SegmentOnDisk& segment : segments) {
    inputs.push_back(opened.emplace_back(std::make_unique<SegmentInput>(segment)).get());
  }
  write_text_index(path, inputs, jobs);
}

}  // namespace dateline::indexer
