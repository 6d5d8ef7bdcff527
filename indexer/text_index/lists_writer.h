// The posting lists of all inputs, merged term by term: the section of lists and both dictionaries.
//
// Terms are cut into ranges that several threads merge and encode; what is written does not depend
// on how.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/text_index/dictionary_writer.h"
#include "indexer/text_index/position_list_encoder.h"
#include "indexer/text_index/section_writer.h"
#include "indexer/text_index/text_index_input.h"

namespace dateline::indexer {

struct MergedStream;
class TermMerge;

class ListsWriter {
 public:
  // `lengths`: of all inputs together, in order. All must outlive the writer.
  ListsWriter(std::span<const TextIndexInput* const> inputs, const ArticleLengths& lengths,
              unsigned jobs);

  // Appends the lists to the open section of the file and their terms to the dictionary: words
  // first, then stems, once each.
  void write(DictionaryKind kind, SectionWriter& file, DictionaryWriter& dictionary);

 private:
  struct EncodedRange;

  std::vector<std::string> range_starts(DictionaryKind kind) const;
  TermMerge open(DictionaryKind kind, const std::string& from) const;
  EncodedRange encode(DictionaryKind kind, const std::string& from, const std::string& to) const;
  void append(const EncodedRange& range, SectionWriter& file, DictionaryWriter& dictionary);
  std::vector<std::uint32_t> forms(const std::vector<MergedStream*>& streams) const;
  std::optional<std::uint32_t> only_word(const std::vector<MergedStream*>& streams) const;

  std::span<const TextIndexInput* const> inputs_;
  ArticleLengths lengths_;
  unsigned jobs_;
  std::vector<std::vector<std::uint32_t>> new_ordinals_;  // of words, by input and its ordinal
  std::vector<std::uint32_t> inputs_with_word_;           // by new ordinal
};

}  // namespace dateline::indexer
