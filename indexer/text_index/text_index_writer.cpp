#include "indexer/text_index/text_index_writer.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <queue>
#include <string>
#include <vector>

#include "common/text_index/format.h"
#include "indexer/text_index/dictionary_writer.h"
#include "indexer/text_index/posting_list_encoder.h"
#include "indexer/text_index/section_writer.h"

namespace dateline::indexer {
namespace {

using Inputs = std::span<const TextIndexInput* const>;

constexpr std::uint32_t kNoWord = ~0u;

// All columns of the index that is written, each as its section wants it.
struct Columns {
  std::vector<std::uint16_t> lengths;
  std::vector<std::uint16_t> headlines;
  std::vector<DateCode> dates;
  std::vector<DateCode> date_bounds;
  std::vector<std::uint64_t> identities;
  std::vector<std::uint64_t> contents;
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

// One input's terms, and how much its article numbers go up by.
struct Stream {
  std::unique_ptr<TermStream> terms;
  std::size_t input;
  std::uint32_t base;
};

// Walks over the terms of all inputs together: after advance(), current() are the streams, in order of input,
// that stand on the smallest term.
class TermMerge {
 public:
  explicit TermMerge(std::vector<Stream> streams) : streams_(std::move(streams)) {
    for (Stream& stream : streams_) {
      if (!stream.terms->done()) waiting_.push(&stream);
    }
  }

  bool advance() {
    for (Stream* stream : current_) {
      stream->terms->next();
      if (!stream->terms->done()) waiting_.push(stream);
    }
    current_.clear();
    while (!waiting_.empty() &&
           (current_.empty() || waiting_.top()->terms->text() == current_[0]->terms->text())) {
      current_.push_back(waiting_.top());
      waiting_.pop();
    }
    return !current_.empty();
  }

  const std::vector<Stream*>& current() const { return current_; }

 private:
  struct Later {
    bool operator()(const Stream* a, const Stream* b) const {
      const int order = a->terms->text().compare(b->terms->text());
      return order != 0 ? order > 0 : a->input > b->input;
    }
  };

  std::vector<Stream> streams_;
  std::priority_queue<Stream*, std::vector<Stream*>, Later> waiting_;
  std::vector<Stream*> current_;
};

class ListsWriter {
 public:
  ListsWriter(Inputs inputs, SectionWriter& file, std::span<const std::uint16_t> lengths)
      : inputs_(inputs), file_(file), encoder_(lengths) {
    for (const TextIndexInput* input : inputs) new_ordinals_.emplace_back(input->words(), kNoWord);
  }

  void write_words(DictionaryWriter& words) {
    TermMerge merge(open([](const TextIndexInput& input) { return input.word_stream(); }));
    while (merge.advance()) {
      if (!write_list(merge.current(), words)) continue;
      inputs_with_word_.push_back(static_cast<std::uint32_t>(merge.current().size()));
      for (const Stream* stream : merge.current()) {
        new_ordinals_[stream->input][stream->terms->ordinal()] = words.terms() - 1;
      }
    }
  }

  void write_stems(DictionaryWriter& stems) {
    TermMerge merge(open([](const TextIndexInput& input) { return input.stem_stream(); }));
    while (merge.advance()) {
      if (const std::uint32_t word = only_word(merge.current()); word != kNoWord) {
        Term term;
        term.only_word = word;
        term.offset = file_.section_bytes();
        stems.add(merge.current()[0]->terms->text(), term);
      } else {
        write_list(merge.current(), stems);
      }
    }
  }

 private:
  template <typename Open>
  std::vector<Stream> open(Open open_terms) const {
    std::vector<Stream> streams;
    std::uint32_t base = 0;
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      streams.push_back({open_terms(*inputs_[i]), i, base});
      base += inputs_[i]->articles();
    }
    return streams;
  }

  // Returns whether any article is left that holds the term.
  bool write_list(const std::vector<Stream*>& streams, DictionaryWriter& dictionary) {
    for (const Stream* stream : streams) stream->terms->copy_to(encoder_, stream->base);
    if (encoder_.empty()) return false;
    list_.clear();
    Term term = encoder_.finish(list_);
    term.offset = file_.section_bytes();
    file_.append(list_);
    dictionary.add(streams[0]->terms->text(), term);
    return true;
  }

  // The word whose articles are those of the stem, in every input: all that have the stem point to it, and
  // no other input has the word (in another language).
  std::uint32_t only_word(const std::vector<Stream*>& streams) const {
    std::uint32_t word = kNoWord;
    for (const Stream* stream : streams) {
      const std::optional<std::uint32_t> own = stream->terms->only_word();
      if (!own) return kNoWord;
      const std::uint32_t renamed = new_ordinals_[stream->input][*own];
      if (renamed == kNoWord || (word != kNoWord && renamed != word)) return kNoWord;
      word = renamed;
    }
    return inputs_with_word_[word] == streams.size() ? word : kNoWord;
  }

  Inputs inputs_;
  SectionWriter& file_;
  PostingListEncoder encoder_;
  std::string list_;
  std::vector<std::vector<std::uint32_t>> new_ordinals_;  // by input and its ordinal
  std::vector<std::uint32_t> inputs_with_word_;           // by new ordinal
};

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

TextIndexTotals write_text_index(const std::filesystem::path& path, Inputs inputs) {
  const Columns columns = gather_columns(inputs);
  std::uint64_t total_words = 0;
  for (const TextIndexInput* input : inputs) total_words += input->total_words();

  SectionWriter file(path);
  write_columns(file, columns, total_words);
  DictionaryWriter words;
  DictionaryWriter stems;
  file.begin(Section::kLists);
  ListsWriter lists(inputs, file, columns.lengths);
  lists.write_words(words);
  lists.write_stems(stems);
  write_dictionaries(file, words, stems);
  return {static_cast<std::uint32_t>(columns.lengths.size()), file.finish()};
}

}  // namespace dateline::indexer
