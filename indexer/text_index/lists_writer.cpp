#include "indexer/text_index/lists_writer.h"

#include <algorithm>
#include <memory>
#include <queue>
#include <utility>

#include "indexer/ordered_work.h"
#include "indexer/text_index/posting_list_encoder.h"

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kNoWord = ~0u;

// Ranges of terms that are encoded apart. What they hold is in memory until it is written, and what
// they read of older segments is mapped: so the larger the inputs, the more ranges.
constexpr std::size_t kFewestRanges = 48;
constexpr std::size_t kMostRanges = 1'024;
constexpr std::size_t kArticlesPerRange = 2'048;

std::size_t ranges_for(std::size_t articles) {
  return std::clamp(articles / kArticlesPerRange, kFewestRanges, kMostRanges);
}

}  // namespace

// One input's terms, and how much its article numbers go up by.
struct MergedStream {
  std::unique_ptr<TermStream> terms;
  std::size_t input;
  std::uint32_t base;
};

// Walks over the terms of all inputs together: after advance(), current() are the streams, in order
// of input, that stand on the smallest term.
class TermMerge {
 public:
  explicit TermMerge(std::vector<MergedStream> streams) : streams_(std::move(streams)) {
    for (MergedStream& stream : streams_) wait(stream);
  }

  bool advance() {
    for (MergedStream* stream : current_) {
      stream->terms->next();
      wait(*stream);
    }
    current_.clear();
    if (waiting_.empty()) return false;
    const Waiting first = waiting_.top();
    do {
      current_.push_back(waiting_.top().stream);
      waiting_.pop();
    } while (!waiting_.empty() && waiting_.top().prefix == first.prefix &&
             waiting_.top().stream->terms->text() == first.stream->terms->text());
    return true;
  }

  const std::vector<MergedStream*>& current() const { return current_; }

 private:
  // Most terms differ in their first bytes: those are kept at hand.
  struct Waiting {
    std::uint64_t prefix;
    MergedStream* stream;
  };
  struct Later {
    bool operator()(const Waiting& a, const Waiting& b) const {
      if (a.prefix != b.prefix) return a.prefix > b.prefix;
      const int order = a.stream->terms->text().compare(b.stream->terms->text());
      return order != 0 ? order > 0 : a.stream->input > b.stream->input;
    }
  };

  void wait(MergedStream& stream) {
    if (!stream.terms->done()) waiting_.push({sort_prefix(stream.terms->text()), &stream});
  }

  std::vector<MergedStream> streams_;
  std::priority_queue<Waiting, std::vector<Waiting>, Later> waiting_;
  std::vector<MergedStream*> current_;
};

// The terms of a range with their lists, one behind the other.
struct ListsWriter::EncodedRange {
  struct Use {
    std::size_t input;
    std::uint32_t ordinal;
  };
  struct Entry {
    std::string text;
    Term term;                         // without offset
    std::vector<std::uint32_t> forms;  // of a stem, by new ordinal
    std::vector<Use> uses;             // by the inputs that have the term
  };
  std::vector<Entry> entries;
  std::string lists;
};

ListsWriter::ListsWriter(std::span<const TextIndexInput* const> inputs,
                         const ArticleLengths& lengths, unsigned jobs)
    : inputs_(inputs), lengths_(lengths), jobs_(jobs) {
  for (const TextIndexInput* input : inputs) new_ordinals_.emplace_back(input->words(), kNoWord);
}

// "" and the landmarks of the input with the most words.
std::vector<std::string> ListsWriter::range_starts(DictionaryKind kind) const {
  std::vector<std::string> starts = {""};
  const auto largest = std::max_element(inputs_.begin(), inputs_.end(),
                                        [](auto* a, auto* b) { return a->words() < b->words(); });
  if (largest == inputs_.end()) return starts;
  for (std::string& landmark : (*largest)->landmarks(kind, ranges_for(lengths_.words.size()) - 1)) {
    starts.push_back(std::move(landmark));
  }
  return starts;
}

// Words come before stems: a stem names its words by the ordinals that they have got here.
void ListsWriter::write(DictionaryKind kind, SectionWriter& file, DictionaryWriter& dictionary) {
  const std::vector<std::string> starts = range_starts(kind);
  std::size_t begun = 0;
  const auto next = [&]() -> std::optional<std::size_t> {
    if (begun == starts.size()) return std::nullopt;
    return begun++;
  };
  const auto encode_range = [&](std::size_t range) {
    const bool last = range + 1 == starts.size();
    return encode(kind, starts[range], last ? "" : starts[range + 1]);
  };
  work_in_order<std::size_t, EncodedRange>(
      jobs_, next, [&] { return encode_range; },
      [&](const EncodedRange& range) { append(range, file, dictionary); });
}

TermMerge ListsWriter::open(DictionaryKind kind, const std::string& from) const {
  std::vector<MergedStream> streams;
  std::uint32_t base = 0;
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    streams.push_back({inputs_[i]->terms(kind), i, base});
    if (!from.empty()) streams.back().terms->seek(from);
    base += inputs_[i]->articles();
  }
  return TermMerge(std::move(streams));
}

// The terms from `from` on and before `to`; "" is no limit.
ListsWriter::EncodedRange ListsWriter::encode(DictionaryKind kind, const std::string& from,
                                              const std::string& to) const {
  EncodedRange range;
  PostingListEncoder encoder(lengths_);
  TermMerge merge = open(kind, from);
  while (merge.advance()) {
    const std::vector<MergedStream*>& streams = merge.current();
    const std::string_view text = streams[0]->terms->text();
    if (!to.empty() && text >= to) break;
    EncodedRange::Entry entry{std::string(text), {}, {}, {}};
    if (const auto word = kind == DictionaryKind::kStems ? only_word(streams) : std::nullopt) {
      entry.term.only_word = word;
    } else {
      for (const MergedStream* stream : streams) stream->terms->copy_to(encoder, stream->base);
      if (encoder.empty()) continue;  // all its articles are gone
      entry.term = encoder.finish(range.lists);
      entry.forms = forms(streams);
    }
    for (const MergedStream* stream : streams) {
      entry.uses.push_back({stream->input, stream->terms->ordinal()});
    }
    range.entries.push_back(std::move(entry));
  }
  return range;
}

void ListsWriter::append(const EncodedRange& range, SectionWriter& file,
                         DictionaryWriter& dictionary) {
  for (const TextIndexInput* input : inputs_) input->let_go();  // ranges behind this one are done
  std::uint64_t offset = file.section_bytes();
  file.append(range.lists);
  for (const EncodedRange::Entry& entry : range.entries) {
    Term term = entry.term;
    term.offset = offset;
    offset += term.postings_bytes + term.positions_bytes;
    dictionary.add(entry.text, term, entry.forms);
    if (dictionary.kind() == DictionaryKind::kStems) continue;
    inputs_with_word_.push_back(static_cast<std::uint32_t>(entry.uses.size()));
    for (const auto& [input, ordinal] : entry.uses) {
      new_ordinals_[input][ordinal] = dictionary.terms() - 1;
    }
  }
}

// A word that lost all its articles has no new ordinal and drops out of its stem.
std::vector<std::uint32_t> ListsWriter::forms(const std::vector<MergedStream*>& streams) const {
  std::vector<std::uint32_t> forms;
  for (const MergedStream* stream : streams) {
    for (const std::uint32_t own : stream->terms->forms()) {
      const std::uint32_t renamed = new_ordinals_[stream->input][own];
      if (renamed != kNoWord) forms.push_back(renamed);
    }
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

// The word whose articles are those of the stem, in every input: all that have the stem point to
// it, and no other input has the word (in another language).
std::optional<std::uint32_t> ListsWriter::only_word(
    const std::vector<MergedStream*>& streams) const {
  std::uint32_t word = kNoWord;
  for (const MergedStream* stream : streams) {
    const std::optional<std::uint32_t> own = stream->terms->only_word();
    if (!own) return std::nullopt;
    const std::uint32_t renamed = new_ordinals_[stream->input][*own];
    if (renamed == kNoWord || (word != kNoWord && renamed != word)) return std::nullopt;
    word = renamed;
  }
  if (inputs_with_word_[word] != streams.size()) return std::nullopt;
  return word;
}

}  // namespace dateline::indexer
