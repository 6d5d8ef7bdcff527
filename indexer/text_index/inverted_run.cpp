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
#include "common/text_index/url_terms.h"
#include "indexer/text_index/term_merge.h"

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kMaxLanguages = 32;  // those beyond share the last place, unstemmed
constexpr std::size_t kFirstTableSize = 1 << 14;
constexpr std::uint16_t kUnpaired = 0xffff;
constexpr std::uint64_t kTagBits = 0xffff'ffff'0000'0000;

// The words of a run fill a processor's nearer caches, and each step from a token to its word waits
// for the one before. So the steps are begun this many tokens ahead.
constexpr std::size_t kSlotAhead = 16;
constexpr std::size_t kWordAhead = 8;

// Assigning {} would keep the memory.
template <typename Container>
void release(Container& container) {
  container = Container();
}

template <typename Number>
Number load(const char* from) {
  Number number;
  std::memcpy(&number, from, sizeof number);
  return number;
}

// Two terms of one length up to eight bytes are the same if their keys are. The key of a longer one
// is of its beginning.
std::uint64_t match_key(std::string_view term) {
  const char* const begin = term.data();
  const std::size_t size = term.size();
  if (size >= 8) return load<std::uint64_t>(begin);
  if (size >= 4) {
    return std::uint64_t{load<std::uint32_t>(begin)} << 32 | load<std::uint32_t>(begin + size - 4);
  }
  if (size >= 2) {
    return std::uint64_t{load<std::uint16_t>(begin)} << 16 | load<std::uint16_t>(begin + size - 2);
  }
  return size == 0 ? 0 : static_cast<unsigned char>(*begin);
}

std::uint64_t hash_of(std::string_view term) {
  return XXH3_64bits(term.data(), term.size()) & kTagBits;
}

}  // namespace

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

std::string_view InvertedRun::text_of(const NewWord& word) const {
  return {new_texts_.data() + word.text, word.text_bytes};
}

std::string_view InvertedRun::text_of(std::size_t word) const {
  return {texts_.data() + words_[word].text, words_[word + 1].text - words_[word].text};
}

RunPostings InvertedRun::postings(std::size_t word) const {
  return RunPostings(std::string_view(lists_).substr(
      words_[word].postings, words_[word].positions - words_[word].postings));
}

VarintReader InvertedRun::positions(std::size_t word) const {
  return VarintReader(std::string_view(lists_).substr(
      words_[word].positions, words_[word + 1].postings - words_[word].positions));
}

std::string_view InvertedRun::key_of(const Stem& stem) const {
  return std::string_view(stem_keys_).substr(stem.key, stem.key_bytes);
}

void InvertedRun::add(const IndexedText& text, Analyser& analyser) {
  article_languages_.push_back(static_cast<std::uint8_t>(language_number(text.language)));
  ArticleColumns columns;
  columns.date = text.date;
  columns.identity = text.identity;
  columns.content = text.content;
  const std::uint32_t headline = add_text(text.headline, 0, analyser);
  const std::uint32_t body_begin = headline + kHeadlineGap;
  const std::uint32_t words = headline + add_text(text.body, body_begin, analyser);
  columns.headline = static_cast<std::uint16_t>(std::min(headline, 65'535u));
  columns.length = static_cast<std::uint16_t>(std::min(words, 65'535u));
  total_words_ += columns.length;
  columns_.push_back(columns);
  places_.push_back({first_place_, first_place_ + headline});
  const std::uint32_t after_body = words + kHeadlineGap;
  add_url(text.url, after_body, analyser);
  first_place_ += after_body + 1;
}

// Returns how many words the text has.
std::uint32_t InvertedRun::add_text(std::string_view text, std::uint32_t first_position,
                                    Analyser& analyser) {
  static const std::uint64_t sentence_hash = hash_of(kSentenceStarts);
  static const std::uint64_t paragraph_hash = hash_of(kParagraphStarts);
  paired_here_.clear();
  const std::vector<Token>& tokens = analyser.analyse(text, first_position);
  hashes_.clear();
  body_words_.clear();
  for (const Token& token : tokens) {
    const std::uint64_t hash = hash_of(token.term);
    hashes_.push_back(hash);
    if (token.kind != TokenKind::kWord) continue;
    body_words_.push_back(word_hash(token.term, static_cast<std::uint32_t>(hash >> 32)));
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    fetch_ahead(i);
    const Token& token = tokens[i];
    const std::uint32_t word = find_or_add(token.term, hashes_[i]);
    note(word, token.position);
    if (const auto paired = new_words_[word].paired; paired != kUnpaired) {
      note_pairs(paired, token.position);
    }
    if (token.starts_sentence) note(find_or_add(kSentenceStarts, sentence_hash), token.position);
    if (token.starts_paragraph) note(find_or_add(kParagraphStarts, paragraph_hash), token.position);
  }
  return analyser.next_position() - first_position;
}

// All of them at one position, which is no place of the text.
void InvertedRun::add_url(std::string_view url, std::uint32_t position, Analyser& analyser) {
  for (const std::string& term : url_terms(url, analyser)) {
    note(find_or_add(term, hash_of(term)), position);
  }
}

// Tells the pairs of a word of the table with those at the position before. A position may hold
// several: a word and the compound that it is a part of.
void InvertedRun::note_pairs(std::uint16_t paired, std::uint32_t position) {
  if (paired_here_.empty() || paired_here_.back().position != position) {
    std::erase_if(paired_here_, [&](const auto& word) { return word.position + 1 != position; });
  }
  for (const PairedHere& before : paired_here_) {
    if (before.position == position || !is_kept_pair(before.paired, paired)) continue;
    note(find_or_add_pair(before.paired, paired), before.position);
  }
  paired_here_.push_back({position, paired});
}

std::uint32_t InvertedRun::find_or_add_pair(std::uint16_t first, std::uint16_t second) {
  if (pairs_.empty()) pairs_.resize(std::size_t{kPairedWords} * kPairedWords);
  std::uint32_t& known = pairs_[std::size_t{first} * kPairedWords + second];
  if (known == 0) {
    const std::string term = pair_term(first, second);
    known = find_or_add(term, hash_of(term)) + 1;
  }
  return known - 1;
}

void InvertedRun::fetch_ahead(std::size_t token) const {
  const auto slot = [&](std::size_t ahead) {
    return &table_[hashes_[token + ahead] >> 32 & (table_.size() - 1)];
  };
  if (token + kSlotAhead < hashes_.size()) __builtin_prefetch(slot(kSlotAhead));
  if (token + kWordAhead >= hashes_.size()) return;
  if (const std::uint64_t entry = *slot(kWordAhead) & ~kTagBits; entry != 0) {
    __builtin_prefetch(&new_words_[entry - 1]);
  }
}

std::uint32_t InvertedRun::language_number(std::string_view language) {
  const auto known = std::find(languages_.begin(), languages_.end(), language);
  if (known != languages_.end()) return static_cast<std::uint32_t>(known - languages_.begin());
  if (languages_.size() == kMaxLanguages) return kMaxLanguages - 1;
  languages_.emplace_back(languages_.size() + 1 == kMaxLanguages ? "" : language);
  return static_cast<std::uint32_t>(languages_.size() - 1);
}

std::uint32_t InvertedRun::find_or_add(std::string_view term, std::uint64_t hash) {
  const std::uint64_t key = match_key(term);
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = hash >> 32 & mask;; at = (at + 1) & mask) {
    const std::uint64_t entry = table_[at];
    if (entry == 0) {
      new_words_.push_back({key, static_cast<std::uint32_t>(new_texts_.size()),
                            static_cast<std::uint8_t>(term.size()),
                            paired_word(term).value_or(kUnpaired)});
      new_texts_ += term;
      table_[at] = hash | new_words_.size();
      if (new_words_.size() * 2 > table_.size()) rehash();
      return static_cast<std::uint32_t>(new_words_.size() - 1);
    }
    if ((entry & kTagBits) != hash) continue;
    const auto found = static_cast<std::uint32_t>(entry & ~kTagBits) - 1;
    const NewWord& word = new_words_[found];
    if (word.key != key || word.text_bytes != term.size()) continue;
    if (term.size() <= sizeof key || text_of(word) == term) return found;
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
  return new_texts_.capacity() + new_words_.capacity() * sizeof(NewWord) +
         (table_.capacity() + hashes_.capacity()) * sizeof(std::uint64_t) +
         pairs_.capacity() * sizeof(std::uint32_t) + occurrences_.capacity() * sizeof(Occurrence) +
         places_.capacity() * sizeof(ArticlePlaces) + texts_.capacity() + lists_.capacity() +
         words_.capacity() * sizeof(Word) + columns_.capacity() * sizeof(ArticleColumns) +
         stems_.capacity() * sizeof(Stem) + forms_.capacity() * 4 + stem_keys_.capacity();
}

void InvertedRun::seal() {
  release(table_);
  release(hashes_);
  release(body_words_);
  release(pairs_);
  sort_occurrences(occurrences_, sort_words());
  encode_lists();
  release(occurrences_);
  release(places_);
  group_stems();
}

// Returns the ordinal of each new word.
std::vector<std::uint32_t> InvertedRun::sort_words() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed(new_words_.size());
  for (std::uint32_t i = 0; i < keyed.size(); ++i) {
    keyed[i] = {sort_prefix(text_of(new_words_[i])), i};
  }
  std::sort(keyed.begin(), keyed.end(), [this](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return text_of(new_words_[a.second]) < text_of(new_words_[b.second]);
  });
  std::vector<std::uint32_t> ordinals(keyed.size());
  texts_.reserve(new_texts_.size());
  words_.reserve(keyed.size() + 1);
  for (const auto& [prefix, word] : keyed) {
    ordinals[word] = static_cast<std::uint32_t>(words_.size());
    words_.emplace_back().text = static_cast<std::uint32_t>(texts_.size());
    texts_ += text_of(new_words_[word]);
  }
  words_.emplace_back().text = static_cast<std::uint32_t>(texts_.size());
  release(new_texts_);
  release(new_words_);
  return ordinals;
}

void InvertedRun::encode_lists() {
  RunListEncoder encoder(places_, article_languages_, lists_);
  auto begin = occurrences_.begin();
  for (std::uint32_t ordinal = 0; ordinal < words(); ++ordinal) {
    const auto end = std::find_if(begin, occurrences_.end(), [&](const Occurrence& occurrence) {
      return occurrence.word != ordinal;
    });
    Word& word = words_[ordinal];
    word.postings = static_cast<std::uint32_t>(lists_.size());
    const RunListEncoder::Encoded encoded = encoder.append({begin, end});
    word.positions = word.postings + encoded.postings_bytes;
    word.languages = encoded.languages;
    if (!has_positions(text_of(ordinal))) lists_.resize(word.positions);
    begin = end;
  }
  words_.back().postings = static_cast<std::uint32_t>(lists_.size());
  lists_.shrink_to_fit();
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
    for (std::uint32_t ordinal = 0; ordinal < words(); ++ordinal) {
      const std::string_view text = text_of(ordinal);
      if ((words_[ordinal].languages >> language & 1) == 0 || !is_stemmable(text)) continue;
      forms.push_back(
          {std::string(stemmer.key(text)), ordinal, static_cast<std::uint8_t>(language)});
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
      stem.all_articles_of_form = std::has_single_bit(words_[form.ordinal].languages);
      stem_keys_ += form.key;
    }
    forms_.push_back(form.ordinal);
    ++stems_.back().forms;
  }
}

class RunWords final : public TermStream {
 public:
  explicit RunWords(const InvertedRun& run) : run_(run) {}

  bool done() const override { return ordinal_ == run_.words(); }
  std::string_view text() const override { return run_.text_of(ordinal_); }
  std::uint32_t ordinal() const override { return ordinal_; }
  void next() override { ++ordinal_; }
  void seek(std::string_view text) override {
    std::uint32_t end = run_.words();
    while (ordinal_ < end) {
      const std::uint32_t middle = ordinal_ + (end - ordinal_) / 2;
      if (run_.text_of(middle) < text) {
        ordinal_ = middle + 1;
      } else {
        end = middle;
      }
    }
  }
  std::optional<std::uint32_t> only_word() const override { return std::nullopt; }
  std::vector<std::uint32_t> forms() const override { return {}; }

  void copy_to(PostingListEncoder& encoder, std::uint32_t base) override {
    RunPostings postings = run_.postings(ordinal_);
    VarintReader positions = run_.positions(ordinal_);
    const bool with_positions = has_positions(text());
    for (; !postings.done(); postings.next()) {
      encoder.add(base + postings.article(), postings.occurrences(), postings.in_headline());
      for (std::uint32_t i = 0; with_positions && i < postings.occurrences(); ++i) {
        encoder.add_position(positions.next());
      }
    }
  }

 private:
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
  std::vector<std::uint32_t> forms() const override {
    const auto first = run_.forms_.begin() + stem().first_form;
    return {first, first + stem().forms};
  }

  void copy_to(PostingListEncoder& encoder, std::uint32_t base) override {
    forms_.clear();
    for (std::uint32_t i = 0; i < stem().forms; ++i) {
      const std::uint32_t ordinal = run_.forms_[stem().first_form + i];
      forms_.push_back(run_.postings(ordinal));
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
  const std::size_t terms = of_words ? words() : stems_.size();
  std::vector<std::string> landmarks;
  for (std::size_t i = 1; i <= count && terms > count; ++i) {
    const std::size_t at = i * terms / (count + 1);
    landmarks.emplace_back(of_words ? text_of(at) : key_of(stems_[at]));
  }
  return landmarks;
}

std::unique_ptr<TermStream> InvertedRun::terms(DictionaryKind kind) const {
  if (kind == DictionaryKind::kWords) return std::make_unique<RunWords>(*this);
  return std::make_unique<RunStems>(*this);
}

}  // namespace dateline::indexer
