#include "indexer/text_index/text_index_writer.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text_index/format.h"
#include "indexer/text_index/dictionary_writer.h"
#include "indexer/text_index/lists_writer.h"
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

template <typename Value>
void write_section(SectionWriter& file, Section section, const std::vector<Value>& values) {
  file.begin(section);
  file.append({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value)});
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

void write_dictionaries(SectionWriter& file, const DictionaryWriter& words,
                        const DictionaryWriter& stems) {
  const std::pair<Section, const std::string*> sections[] = {
      {Section::kWords, &words.dictionary()},
      {Section::kStems, &stems.dictionary()},
      {Section::kWordBlocks, &words.blocks()},
      {Section::kStemBlocks, &stems.blocks()},
  };
  for (const auto& [section, bytes] : sections) {
    file.begin(section);
    file.append(*bytes);
  }
}

}  // namespace

TextIndexTotals write_text_index(const std::filesystem::path& path, Inputs inputs, unsigned jobs) {
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
  write_dictionaries(file, words, stems);
  return {static_cast<std::uint32_t>(columns.lengths.size()), file.finish()};
}

}  // namespace dateline::indexer
