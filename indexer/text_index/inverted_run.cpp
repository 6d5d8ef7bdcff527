#include "indexer/text_index/inverted_run.h"

#define XXH_INLINE_ALL  // called for every word of every article
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <tuple>

#include "common/text/stemmer.h"
#include "common/text_index/format.h"
#include "common/text_index/paired_words.h"

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kMaxLanguages = 32;  // those beyond share the last place, unstemmed
constexpr std::size_t kFirstTableSize = 1 << 14;
constexpr std::uint16_t kUnpaired = 0xffff;

// The first eight bytes as a number that sorts as they do.
std::uint64_t sort_prefix(std::string_view text) {
  std::uint64_t prefix = 0;
  std::memcpy(&prefix, text.data(), std::min<std::size_t>(text.size(), 8));
  return __builtin_bswap64(prefix);
}

}  // namespace

// All of a word but its text; a cache line.
struct alignas(64) InvertedRun::Word {
  std::uint32_t text = 0;  // offset in texts_
  std::uint8_t text_bytes = 0;
  bool in_headline = false;          // of the article in progress
  bool is_pair = false;              // of words: without positions
  std::uint16_t paired = kUnpaired;  // its place in the table of paired words
  std::uint32_t article = 0;         // the one in progress
  std::uint32_t last_article = 0;    // the one before
  std::uint32_t occurrences = 0;     // in the article in progress
  std::uint32_t last_position = 0;
  std::uint32_t languages = 0;  // bit n: occurs in an article of language n
  SliceStream
      postings;  // (gap << 1 | plain, then if not plain: (occurrences - 1) << 1 | headline)*
  SliceStream positions;
};

struct InvertedRun::Stem {
  std::uint32_t key = 0;  // offset in stem_keys_
  std::uint32_t first_form = 0;
  std::uint16_t forms = 0;
  std::uint8_t key_bytes = 0;
  std::uint8_t language = 0;
  bool all_articles_of_form = false;  // its only form occurs in no other language
};

InvertedRun::InvertedRun() : table_(kFirstTableSize) {}
InvertedRun::~InvertedRun() = default;

std::string_view InvertedRun::text_of(const Word& word) const {
  return {texts_.data() + word.text, word.text_bytes};
}

std::string_view InvertedRun::key_of(const Stem& stem) const {
  return std::string_view(stem_keys_).substr(stem.key, stem.key_bytes);
}

void InvertedRun::add(const IndexedText& text, Analyser& analyser) {
  ++article_;
  language_ = language_number(text.language);
  article_languages_.push_back(static_cast<std::uint8_t>(language_));
  ArticleColumns columns;
  columns.date = text.date;
  columns.identity = text.identity;
  columns.content = text.content;
  const std::uint32_t headline = add_text(text.headline, 0, true, analyser);
  const std::uint32_t body_begin = headline + kHeadlineGap;
  const std::uint32_t words = headline + add_text(text.body, body_begin, false, analyser);
  columns.headline = static_cast<std::uint16_t>(std::min(headline, 65'535u));
  columns.length = static_cast<std::uint16_t>(std::min(words, 65'535u));
  total_words_ += columns.length;
  columns_.push_back(columns);
}

// Returns how many words the text has.
std::uint32_t InvertedRun::add_text(std::string_view text, std::uint32_t first_position,
                                    bool in_headline, Analyser& analyser) {
  paired_here_.clear();
  for (const Token& token : analyser.analyse(text, first_position)) {
    Word& word = find_or_add(token.term);
    note(word, token.position, in_headline);
    if (word.paired != kUnpaired) note_pairs(word.paired, token.position, in_headline);
    if (token.starts_sentence) note(find_or_add(kSentenceStarts), token.position, in_headline);
    if (token.starts_paragraph) note(find_or_add(kParagraphStarts), token.position, in_headline);
  }
  return analyser.next_position() - first_position;
}

void InvertedRun::note(Word& word, std::uint32_t position, bool in_headline) {
  if (word.article != article_) {
    if (word.article != 0) end_posting(word);
    word.article = article_;
    word.occurrences = 0;
    word.in_headline = false;
    word.languages |= 1u << language_;
    if (!word.is_pair) slices_.append_varint(word.positions, position);
  } else if (position > word.last_position) {
    if (!word.is_pair) slices_.append_varint(word.positions, position - word.last_position - 1);
  } else {
    return;  // "no-no": the pair's compound falls twice on one position
  }
  word.last_position = position;
  word.in_headline |= in_headline;
  ++word.occurrences;
}

// Tells the pairs of a word of the table with those at the position before. A position may hold
// several: a word and the compound that it is a part of.
void InvertedRun::note_pairs(std::uint16_t paired, std::uint32_t position, bool in_headline) {
  if (paired_here_.empty() || paired_here_.back().position != position) {
    std::erase_if(paired_here_, [&](const auto& word) { return word.position + 1 != position; });
  }
  for (const PairedHere& before : paired_here_) {
    if (before.position == position || !is_kept_pair(before.paired, paired)) continue;
    note(find_or_add_pair(before.paired, paired), before.position, in_headline);
  }
  paired_here_.push_back({position, paired});
}

InvertedRun::Word& InvertedRun::find_or_add_pair(std::uint16_t first, std::uint16_t second) {
  if (pairs_.empty()) pairs_.resize(std::size_t{kPairedWords} * kPairedWords);
  std::uint32_t& known = pairs_[std::size_t{first} * kPairedWords + second];
  if (known == 0) {
    find_or_add(pair_term(first, second)).is_pair = true;
    known = static_cast<std::uint32_t>(words_.size());
  }
  return words_[known - 1];
}

void InvertedRun::end_posting(Word& word) {
  const bool plain = word.occurrences == 1 && !word.in_headline;
  const std::uint32_t gap = word.article - word.last_article - 1;
  slices_.append_varint(word.postings, gap << 1 | (plain ? 1 : 0));
  if (!plain) {
    slices_.append_varint(word.postings, (word.occurrences - 1) << 1 | (word.in_headline ? 1 : 0));
  }
  word.last_article = word.article;
}

std::uint32_t InvertedRun::language_number(std::string_view language) {
  const auto known = std::find(languages_.begin(), languages_.end(), language);
  if (known != languages_.end()) return static_cast<std::uint32_t>(known - languages_.begin());
  if (languages_.size() == kMaxLanguages) return kMaxLanguages - 1;
  languages_.emplace_back(languages_.size() + 1 == kMaxLanguages ? "" : language);
  return static_cast<std::uint32_t>(languages_.size() - 1);
}

InvertedRun::Word& InvertedRun::find_or_add(std::string_view term) {
  const std::uint64_t hash = XXH3_64bits(term.data(), term.size()) & 0xffff'ffff'0000'0000;
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = hash >> 32 & mask;; at = (at + 1) & mask) {
    const std::uint64_t entry = table_[at];
    if (entry == 0) {
      Word& word = words_.emplace_back();
      word.text = static_cast<std::uint32_t>(texts_.size());
      word.text_bytes = static_cast<std::uint8_t>(term.size());
      word.paired = paired_word(term).value_or(kUnpaired);
      texts_ += term;
      table_[at] = hash | words_.size();
      if (words_.size() * 2 > table_.size()) rehash();
      return words_.back();
    }
    if ((entry & 0xffff'ffff'0000'0000) != hash) continue;
    Word& word = words_[(entry & 0xffff'ffff) - 1];
    if (text_of(word) == term) return word;
  }
}

void InvertedRun::rehash() {
  std::vector<std::uint64_t> larger(table_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const std::uint64_t entry : table_) {
    if (entry == 0) continue;
    std::size_t at = entry >> 32 & mask;
    while (larger[at] != 0) at = (at + 1) & mask;
    larger[at] = entry;
  }
  table_ = std::move(larger);
}

std::size_t InvertedRun::memory_bytes() const {
  return slices_.memory_bytes() + texts_.capacity() + words_.capacity() * sizeof(Word) +
         table_.capacity() * sizeof(std::uint64_t) + columns_.capacity() * sizeof(ArticleColumns) +
         stems_.capacity() * sizeof(Stem) + (sorted_.capacity() + forms_.capacity()) * 4 +
         stem_keys_.capacity() + pairs_.capacity() * sizeof(std::uint32_t);
}

void InvertedRun::seal() {
  for (Word& word : words_) end_posting(word);
  table_ = {};
  pairs_ = {};
  sort_words();
  group_stems();
}

void InvertedRun::sort_words() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed(words_.size());
  for (std::uint32_t i = 0; i < words_.size(); ++i) keyed[i] = {sort_prefix(text_of(words_[i])), i};
  std::sort(keyed.begin(), keyed.end(), [this](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return text_of(words_[a.second]) < text_of(words_[b.second]);
  });
  sorted_.reserve(keyed.size());
  for (const auto& [prefix, index] : keyed) sorted_.push_back(index);
}

void InvertedRun::group_stems() {
  struct Form {
    std::string key;
    std::uint32_t ordinal;
    std::uint8_t language;
  };
  std::vector<Form> forms;
  for (std::uint32_t language = 0; language < languages_.size(); ++language) {
    Stemmer stemmer(languages_[language]);
    for (std::uint32_t ordinal = 0; ordinal < sorted_.size(); ++ordinal) {
      const Word& word = words_[sorted_[ordinal]];
      if ((word.languages >> language & 1) == 0 || !is_stemmable(text_of(word))) continue;
      forms.push_back(
          {std::string(stemmer.key(text_of(word))), ordinal, static_cast<std::uint8_t>(language)});
    }
  }
  std::sort(forms.begin(), forms.end(), [](const Form& a, const Form& b) {
    return std::tie(a.key, a.ordinal) < std::tie(b.key, b.ordinal);
  });
  for (const Form& form : forms) {
    const bool new_stem =
        stems_.empty() ||
        form.key != std::string_view(stem_keys_).substr(stems_.back().key, stems_.back().key_bytes);
    if (new_stem) {
      Stem& stem = stems_.emplace_back();
      stem.key = static_cast<std::uint32_t>(stem_keys_.size());
      stem.key_bytes = static_cast<std::uint8_t>(form.key.size());
      stem.first_form = static_cast<std::uint32_t>(forms_.size());
      stem.language = form.language;
      stem.all_articles_of_form = std::has_single_bit(words_[sorted_[form.ordinal]].languages);
      stem_keys_ += form.key;
    }
    forms_.push_back(form.ordinal);
    ++stems_.back().forms;
  }
}

// Postings of one word of a run, one after the other.
class RunPostings {
 public:
  RunPostings(const ByteSlices& slices, const SliceStream& stream) : reader_(slices, stream) {
    next();
  }

  bool done() const { return article_ == kDone; }
  std::uint32_t article() const { return article_; }
  std::uint32_t occurrences() const { return occurrences_; }
  bool in_headline() const { return in_headline_; }

  void next() {
    if (reader_.done()) {
      article_ = kDone;
      return;
    }
    const std::uint32_t gap_plain = reader_.next_varint();
    const std::uint32_t rest = (gap_plain & 1) != 0 ? 0 : reader_.next_varint();
    article_ += (gap_plain >> 1) + 1;
    occurrences_ = (rest >> 1) + 1;
    in_headline_ = (rest & 1) != 0;
  }

 private:
  static constexpr std::uint32_t kDone = std::numeric_limits<std::uint32_t>::max();

  SliceReader reader_;
  std::uint32_t article_ = 0;
  std::uint32_t occurrences_ = 0;
  bool in_headline_ = false;
};

class RunWords final : public TermStream {
 public:
  explicit RunWords(const InvertedRun& run) : run_(run) {}

  bool done() const override { return ordinal_ == run_.sorted_.size(); }
  std::string_view text() const override { return run_.text_of(word()); }
  std::uint32_t ordinal() const override { return ordinal_; }
  void next() override { ++ordinal_; }
  void seek(std::string_view text) override {
    const auto found = std::lower_bound(run_.sorted_.begin() + ordinal_, run_.sorted_.end(), text,
                                        [this](std::uint32_t word, std::string_view wanted) {
                                          return run_.text_of(run_.words_[word]) < wanted;
                                        });
    ordinal_ = static_cast<std::uint32_t>(found - run_.sorted_.begin());
  }
  std::optional<std::uint32_t> only_word() const override { return std::nullopt; }

  void copy_to(PostingListEncoder& encoder, std::uint32_t base) override {
    RunPostings postings(run_.slices_, word().postings);
    SliceReader positions(run_.slices_, word().positions);
    for (; !postings.done(); postings.next()) {
      encoder.add(base + postings.article(), postings.occurrences(), postings.in_headline());
      for (std::uint32_t i = 0; i < postings.occurrences() && !word().is_pair; ++i) {
        encoder.add_position(positions.next_varint());
      }
    }
  }

 private:
  const InvertedRun::Word& word() const { return run_.words_[run_.sorted_[ordinal_]]; }

  const InvertedRun& run_;
  std::uint32_t ordinal_ = 0;
};

class RunStems final : public TermStream {
 public:
  explicit RunStems(const InvertedRun& run) : run_(run) {}

  bool done() const override { return ordinal_ == run_.stems_.size(); }
  std::string_view text() const override { return run_.key_of(stem()); }
  std::uint32_t ordinal() const override { return ordinal_; }
  void next() override { ++ordinal_; }
  void seek(std::string_view text) override {
    const auto found =
        std::lower_bound(run_.stems_.begin() + ordinal_, run_.stems_.end(), text,
                         [this](const InvertedRun::Stem& stem, std::string_view wanted) {
                           return run_.key_of(stem) < wanted;
                         });
    ordinal_ = static_cast<std::uint32_t>(found - run_.stems_.begin());
  }
  std::optional<std::uint32_t> only_word() const override {
    if (stem().forms > 1 || !stem().all_articles_of_form) return std::nullopt;
    return run_.forms_[stem().first_form];
  }

  void copy_to(PostingListEncoder& encoder, std::uint32_t base) override {
    forms_.clear();
    for (std::uint32_t i = 0; i < stem().forms; ++i) {
      const std::uint32_t ordinal = run_.forms_[stem().first_form + i];
      forms_.emplace_back(run_.slices_, run_.words_[run_.sorted_[ordinal]].postings);
    }
    for (;;) {
      std::uint32_t article = std::numeric_limits<std::uint32_t>::max();
      for (const RunPostings& form : forms_) article = std::min(article, form.article());
      if (article == std::numeric_limits<std::uint32_t>::max()) return;
      const auto [occurrences, in_headline] = take(article);
      if (run_.article_languages_[article - 1] == stem().language) {
        encoder.add(base + article, occurrences, in_headline);
      }
    }
  }

 private:
  const InvertedRun::Stem& stem() const { return run_.stems_[ordinal_]; }

  // Sums up the article over all forms and moves those on.
  std::pair<std::uint32_t, bool> take(std::uint32_t article) {
    std::uint32_t occurrences = 0;
    bool in_headline = false;
    for (RunPostings& form : forms_) {
      if (form.article() != article) continue;
      occurrences += form.occurrences();
      in_headline |= form.in_headline();
      form.next();
    }
    return {occurrences, in_headline};
  }

  const InvertedRun& run_;
  std::uint32_t ordinal_ = 0;
  std::vector<RunPostings> forms_;
};

std::vector<std::string> InvertedRun::landmarks(DictionaryKind kind, std::size_t count) const {
  const bool of_words = kind == DictionaryKind::kWords;
  const std::size_t terms = of_words ? sorted_.size() : stems_.size();
  std::vector<std::string> landmarks;
  for (std::size_t i = 1; i <= count && terms > count; ++i) {
    const std::size_t at = i * terms / (count + 1);
    landmarks.emplace_back(of_words ? text_of(words_[sorted_[at]]) : key_of(stems_[at]));
  }
  return landmarks;
}

std::unique_ptr<TermStream> InvertedRun::terms(DictionaryKind kind) const {
  if (kind == DictionaryKind::kWords) return std::make_unique<RunWords>(*this);
  return std::make_unique<RunStems>(*this);
}

}  // namespace dateline::indexer
