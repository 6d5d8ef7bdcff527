#include "indexer/text_index/inverter.h"

#define XXH_INLINE_ALL  // called for every word of every article
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <tuple>

#include "common/text/stemmer.h"
#include "common/text_index/format.h"
#include "common/text_index/paired_words.h"
#include "common/text_index/url_terms.h"

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kMaxLanguages = 32;  // those beyond share the last place, unstemmed
constexpr std::size_t kFirstTableSize = 1 << 14;
constexpr std::uint16_t kUnpaired = 0xffff;
constexpr std::uint64_t kTagBits = 0xffff'ffff'0000'0000;

// The words of a batch fill a processor's nearer caches, and each step from a token to its word
// waits for the one before. So the steps are begun this many tokens ahead.
constexpr std::size_t kSlotAhead = 16;
constexpr std::size_t kWordAhead = 8;

// Assigning {} would keep the memory; of a string, even an empty one would.
template <typename Container>
void release(Container& container) {
  Container().swap(container);
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

Inverter::Inverter() : table_(kFirstTableSize) {}

std::string_view Inverter::text_of(const NewWord& word) const {
  return {texts_.data() + word.text, word.text_bytes};
}

// The gap behind the body keeps the words of the URL out of every phrase.
std::uint32_t Inverter::add(const IndexedText& text, Analyser& analyser) {
  sorted_.article_languages.push_back(static_cast<std::uint8_t>(language_number(text.language)));
  ArticleColumns columns;
  columns.date = text.date;
  columns.identity = text.identity;
  columns.content = text.content;
  const std::uint32_t headline = add_text(text.headline, 0, analyser);
  const std::uint32_t body_begin = headline + kHeadlineGap;
  const std::uint32_t words = headline + add_text(text.body, body_begin, analyser);
  columns.headline = static_cast<std::uint16_t>(std::min(headline, 65'535u));
  columns.length = static_cast<std::uint16_t>(std::min(words, 65'535u));
  sorted_.total_words += columns.length;
  sorted_.columns.push_back(columns);
  places_.push_back({first_place_, first_place_ + headline});
  const std::uint32_t after_body = words + kHeadlineGap;
  add_url(text.url, after_body, analyser);
  first_place_ += after_body + 1;
  return static_cast<std::uint32_t>(sorted_.columns.size());
}

// Returns how many words the text has.
std::uint32_t Inverter::add_text(std::string_view text, std::uint32_t first_position,
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
    if (const auto paired = words_[word].paired; paired != kUnpaired) {
      note_pairs(paired, token.position);
    }
    if (token.starts_sentence) note(find_or_add(kSentenceStarts, sentence_hash), token.position);
    if (token.starts_paragraph) note(find_or_add(kParagraphStarts, paragraph_hash), token.position);
  }
  return analyser.next_position() - first_position;
}

// All of them at one position, which is no place of the text.
void Inverter::add_url(std::string_view url, std::uint32_t position, Analyser& analyser) {
  for (const std::string& term : url_terms(url, analyser)) {
    note(find_or_add(term, hash_of(term)), position);
  }
}

// Tells the pairs of a word of the table with those at the position before. A position may hold
// several: a word and the compound that it is a part of.
void Inverter::note_pairs(std::uint16_t paired, std::uint32_t position) {
  if (paired_here_.empty() || paired_here_.back().position != position) {
    std::erase_if(paired_here_, [&](const auto& word) { return word.position + 1 != position; });
  }
  for (const PairedHere& before : paired_here_) {
    if (before.position == position || !is_kept_pair(before.paired, paired)) continue;
    note(find_or_add_pair(before.paired, paired), before.position);
  }
  paired_here_.push_back({position, paired});
}

std::uint32_t Inverter::find_or_add_pair(std::uint16_t first, std::uint16_t second) {
  if (pairs_.empty()) pairs_.resize(std::size_t{kPairedWords} * kPairedWords);
  std::uint32_t& known = pairs_[std::size_t{first} * kPairedWords + second];
  if (known == 0) {
    const std::string term = pair_term(first, second);
    known = find_or_add(term, hash_of(term)) + 1;
  }
  return known - 1;
}

void Inverter::fetch_ahead(std::size_t token) const {
  const auto slot = [&](std::size_t ahead) {
    return &table_[hashes_[token + ahead] >> 32 & (table_.size() - 1)];
  };
  if (token + kSlotAhead < hashes_.size()) __builtin_prefetch(slot(kSlotAhead));
  if (token + kWordAhead >= hashes_.size()) return;
  if (const std::uint64_t entry = *slot(kWordAhead) & ~kTagBits; entry != 0) {
    __builtin_prefetch(&words_[entry - 1]);
  }
}

std::uint32_t Inverter::language_number(std::string_view language) {
  const auto known = std::find(languages_.begin(), languages_.end(), language);
  if (known != languages_.end()) return static_cast<std::uint32_t>(known - languages_.begin());
  if (languages_.size() == kMaxLanguages) return kMaxLanguages - 1;
  languages_.emplace_back(languages_.size() + 1 == kMaxLanguages ? "" : language);
  return static_cast<std::uint32_t>(languages_.size() - 1);
}

// Open addressing: the tag of the hash beside the index settles most slots without a look at the
// word.
std::uint32_t Inverter::find_or_add(std::string_view term, std::uint64_t hash) {
  const std::uint64_t key = match_key(term);
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = hash >> 32 & mask;; at = (at + 1) & mask) {
    const std::uint64_t entry = table_[at];
    if (entry == 0) {
      words_.push_back({key, static_cast<std::uint32_t>(texts_.size()),
                        static_cast<std::uint8_t>(term.size()),
                        paired_word(term).value_or(kUnpaired)});
      texts_ += term;
      table_[at] = hash | words_.size();
      if (words_.size() * 2 > table_.size()) rehash();
      return static_cast<std::uint32_t>(words_.size() - 1);
    }
    if ((entry & kTagBits) != hash) continue;
    const auto found = static_cast<std::uint32_t>(entry & ~kTagBits) - 1;
    const NewWord& word = words_[found];
    if (word.key != key || word.text_bytes != term.size()) continue;
    if (term.size() <= sizeof key || text_of(word) == term) return found;
  }
}

void Inverter::rehash() {
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

// Words first, since lists and stems go by their order. What is no longer needed is given back
// before the next thing grows: many threads seal at a time.
InvertedBatch Inverter::seal() && {
  release(table_);
  release(hashes_);
  release(body_words_);
  release(pairs_);
  // Counted although it is given back: segments are cut where this sum exceeds the budget of
  // memory, and they must stay those that older versions made of the same archive.
  const std::size_t gathered_texts = texts_.capacity();
  sort_occurrences(occurrences_, sort_words());
  encode_lists();
  release(occurrences_);
  release(places_);
  group_stems();
  sorted_.memory_bytes = gathered_texts + sorted_.texts.capacity() + sorted_.lists.capacity() +
                         sorted_.words.capacity() * sizeof(InvertedLists::Word) +
                         sorted_.columns.capacity() * sizeof(ArticleColumns) +
                         sorted_.stems.capacity() * sizeof(InvertedLists::Stem) +
                         sorted_.forms.capacity() * sizeof(std::uint32_t) +
                         sorted_.stem_keys.capacity();
  return InvertedBatch(std::move(sorted_));
}

// Returns the ordinal of each new word.
std::vector<std::uint32_t> Inverter::sort_words() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed(words_.size());
  for (std::uint32_t i = 0; i < keyed.size(); ++i) {
    keyed[i] = {sort_prefix(text_of(words_[i])), i};
  }
  std::sort(keyed.begin(), keyed.end(), [this](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return text_of(words_[a.second]) < text_of(words_[b.second]);
  });
  std::vector<std::uint32_t> ordinals(keyed.size());
  sorted_.texts.reserve(texts_.size());
  sorted_.words.clear();
  sorted_.words.reserve(keyed.size() + 1);
  for (const auto& [prefix, word] : keyed) {
    ordinals[word] = static_cast<std::uint32_t>(sorted_.words.size());
    sorted_.words.emplace_back().text = static_cast<std::uint32_t>(sorted_.texts.size());
    sorted_.texts += text_of(words_[word]);
  }
  sorted_.words.emplace_back().text = static_cast<std::uint32_t>(sorted_.texts.size());
  release(texts_);
  release(words_);
  return ordinals;
}

void Inverter::encode_lists() {
  std::string& lists = sorted_.lists;
  BatchListEncoder encoder(places_, sorted_.article_languages, lists);
  auto begin = occurrences_.begin();
  for (std::uint32_t ordinal = 0; ordinal + 1 < sorted_.words.size(); ++ordinal) {
    const auto end = std::find_if(begin, occurrences_.end(), [&](const Occurrence& occurrence) {
      return occurrence.word != ordinal;
    });
    InvertedLists::Word& word = sorted_.words[ordinal];
    word.postings = static_cast<std::uint32_t>(lists.size());
    const BatchListEncoder::Encoded encoded = encoder.append({begin, end});
    word.positions = word.postings + encoded.postings_bytes;
    word.languages = encoded.languages;
    if (!has_positions(sorted_.text_of(ordinal))) lists.resize(word.positions);
    begin = end;
  }
  sorted_.words.back().postings = static_cast<std::uint32_t>(lists.size());
  lists.shrink_to_fit();
}

// Every word in every language that it occurs in.
std::vector<Inverter::Form> Inverter::forms() const {
  std::vector<Form> forms;
  for (std::uint32_t language = 0; language < languages_.size(); ++language) {
    Stemmer stemmer(languages_[language]);
    for (std::uint32_t ordinal = 0; ordinal + 1 < sorted_.words.size(); ++ordinal) {
      const std::string_view text = sorted_.text_of(ordinal);
      if ((sorted_.words[ordinal].languages >> language & 1) == 0 || !is_stemmable(text)) continue;
      forms.push_back(
          {std::string(stemmer.key(text)), ordinal, static_cast<std::uint8_t>(language)});
    }
  }
  return forms;
}

void Inverter::group_stems() {
  std::vector<Form> all = forms();
  std::sort(all.begin(), all.end(), [](const Form& a, const Form& b) {
    return std::tie(a.key, a.ordinal) < std::tie(b.key, b.ordinal);
  });
  std::vector<InvertedLists::Stem>& stems = sorted_.stems;
  for (const Form& form : all) {
    if (stems.empty() || form.key != sorted_.key_of(stems.back())) {
      InvertedLists::Stem& stem = stems.emplace_back();
      stem.key = static_cast<std::uint32_t>(sorted_.stem_keys.size());
      stem.key_bytes = static_cast<std::uint8_t>(form.key.size());
      stem.first_form = static_cast<std::uint32_t>(sorted_.forms.size());
      stem.language = form.language;
      stem.all_articles_of_form = std::has_single_bit(sorted_.words[form.ordinal].languages);
      sorted_.stem_keys += form.key;
    }
    sorted_.forms.push_back(form.ordinal);
    ++stems.back().forms;
  }
}

}  // namespace dateline::indexer
