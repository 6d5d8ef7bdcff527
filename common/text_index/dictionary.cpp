#include "common/text_index/dictionary.h"

#include <algorithm>
#include <cstring>

#include "common/text_index/varint.h"

namespace dateline {
namespace {

constexpr std::size_t kBlockHeaderBytes = 8;

Section terms_of(DictionaryKind kind) {
  return kind == DictionaryKind::kWords ? Section::kWords : Section::kStems;
}

Section blocks_of(DictionaryKind kind) {
  return kind == DictionaryKind::kWords ? Section::kWordBlocks : Section::kStemBlocks;
}

std::uint32_t count_blocks(const CheckedFile& file, DictionaryKind kind) {
  return static_cast<std::uint32_t>(file.place(blocks_of(kind)).bytes / 4);
}

// The bytes of a block: to the next one, or to the end of the dictionary.
struct BlockBytes {
  const std::uint8_t* begin;
  const std::uint8_t* end;
};

// The begins of a block and of the next one lie side by side, so that one checked read gives both.
BlockBytes block_bytes(const CheckedFile& file, DictionaryKind kind, std::uint32_t block) {
  const bool last = block + 1 == count_blocks(file, kind);
  std::uint32_t range[2] = {0, 0};
  const std::uint64_t bytes = last ? 4 : 8;
  std::memcpy(range, file.read(blocks_of(kind), std::uint64_t{block} * 4, bytes), bytes);
  const std::uint64_t end = last ? file.place(terms_of(kind)).bytes : range[1];
  if (end < range[0] + kBlockHeaderBytes + 2) file.fail("a dictionary block is empty");
  const std::uint8_t* begin = file.read(terms_of(kind), range[0], end - range[0]);
  return {begin, begin + (end - range[0])};
}

}  // namespace

DictionaryCursor::DictionaryCursor(const CheckedFile& file, DictionaryKind kind,
                                   std::uint32_t block)
    : file_(&file), kind_(kind), blocks_(count_blocks(file, kind)) {
  if (block < blocks_) open_block(block);
}

void DictionaryCursor::open_block(std::uint32_t block) {
  const BlockBytes bytes = block_bytes(*file_, kind_, block);
  std::memcpy(&lists_offset_, bytes.begin, 8);
  in_ = bytes.begin + kBlockHeaderBytes;
  end_ = bytes.end;
  block_ = block;
  in_block_ = 0;
  ordinal_ = block * static_cast<std::uint32_t>(kDictionaryBlock);
  term_.clear();
  read_entry();
}

// Lists lie in the order of their terms, so an entry holds lengths only, and offsets are summed up.
void DictionaryCursor::next() {
  lists_offset_ += entry_.postings_bytes + entry_.positions_bytes;
  ++in_block_;
  ++ordinal_;
  if (in_block_ < kDictionaryBlock && in_ < end_) {
    read_entry();
  } else if (block_ + 1 < blocks_) {
    open_block(block_ + 1);
  } else {
    term_.clear();
  }
}

void DictionaryCursor::read_entry() {
  if (end_ - in_ < 2) file_->fail("a dictionary entry is cut");
  const std::size_t shared = in_[0];
  const std::size_t suffix = in_[1];
  in_ += 2;
  if (shared > term_.size() || suffix == 0 || static_cast<std::size_t>(end_ - in_) < suffix) {
    file_->fail("a dictionary entry is cut");
  }
  term_.resize(shared);
  term_.append(reinterpret_cast<const char*>(in_), suffix);
  in_ += suffix;
  read_lists();
}

// The order of format.h. A number that is cut leaves null behind, which is told once, at the end.
void DictionaryCursor::read_lists() {
  entry_ = {};
  form_count_ = 0;
  std::uint64_t more_occurrences = 0;
  in_ = read_varint(in_, end_, entry_.articles);
  if (in_ != nullptr && kind_ == DictionaryKind::kStems && entry_.articles == 0) {
    std::uint32_t only_word = 0;
    in_ = read_varint(in_, end_, only_word);
    entry_.only_word = only_word;
  } else {
    if (in_ != nullptr) in_ = read_varint(in_, end_, more_occurrences);
    if (in_ != nullptr) in_ = read_varint(in_, end_, entry_.postings_bytes);
    entry_.occurrences = entry_.articles + more_occurrences;
    entry_.offset = lists_offset_;
    if (kind_ == DictionaryKind::kStems) {
      pass_over_forms();
    } else if (in_ != nullptr) {
      in_ = read_varint(in_, end_, entry_.positions_bytes);
    }
  }
  if (in_ == nullptr) file_->fail("a dictionary entry is cut");
}

void DictionaryCursor::pass_over_forms() {
  if (in_ != nullptr) in_ = read_varint(in_, end_, form_count_);
  forms_ = in_;
  for (std::uint32_t form = 0, number = 0; in_ != nullptr && form < form_count_; ++form) {
    in_ = read_varint(in_, end_, number);
  }
}

std::vector<std::uint32_t> DictionaryCursor::forms() const {
  if (entry_.only_word) return {*entry_.only_word};
  std::vector<std::uint32_t> ordinals(form_count_);
  const std::uint8_t* in = forms_;
  std::uint32_t next = 0;
  for (std::uint32_t& ordinal : ordinals) {
    in = read_varint(in, end_, ordinal);
    ordinal += next;
    if (ordinal < next) file_->fail("the words of a stem are out of order");
    next = ordinal + 1;
  }
  return ordinals;
}

Dictionary::Dictionary(const CheckedFile& file, DictionaryKind kind)
    : file_(&file), kind_(kind), blocks_(count_blocks(file, kind)) {}

std::string Dictionary::first_of_block(std::size_t block) const {
  return std::string(first_in(static_cast<std::uint32_t>(block)));
}

std::string_view Dictionary::first_in(std::uint32_t block) const {
  const BlockBytes bytes = block_bytes(*file_, kind_, block);
  const std::uint8_t* entry = bytes.begin + kBlockHeaderBytes;
  if (static_cast<std::size_t>(bytes.end - entry) < 2u + entry[1]) {
    file_->fail("a dictionary entry is cut");
  }
  return {reinterpret_cast<const char*>(entry + 2), entry[1]};
}

// Halving looks at first terms alone, which stand whole; those inside a block share their beginnings
// with the term before and can only be read in turn.
DictionaryCursor Dictionary::at_or_after(std::string_view text) const {
  std::uint32_t low = 0;  // the last block whose first term is not after `text`
  std::uint32_t high = blocks_;
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    (first_in(middle) <= text ? low : high) = middle;
  }
  DictionaryCursor cursor(*file_, kind_, low);
  while (!cursor.done() && cursor.text() < text) cursor.next();
  return cursor;
}

std::optional<Term> Dictionary::find(std::string_view text) const {
  if (blocks_ == 0 || text.empty()) return std::nullopt;
  const DictionaryCursor cursor = at_or_after(text);
  if (cursor.done() || cursor.text() != text) return std::nullopt;
  return cursor.term();
}

DictionaryCursor Dictionary::cursor_at(std::uint32_t ordinal) const {
  const auto block = static_cast<std::uint32_t>(ordinal / kDictionaryBlock);
  if (block >= blocks_) file_->fail("a stem points to no word");
  DictionaryCursor cursor(*file_, kind_, block);
  while (!cursor.done() && cursor.ordinal() < ordinal) cursor.next();
  if (cursor.done()) file_->fail("a stem points to no word");
  return cursor;
}

}  // namespace dateline
