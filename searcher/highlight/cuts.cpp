#include "searcher/highlight/cuts.h"

#include <algorithm>

#include "common/utf8.h"

namespace dateline::searcher {
namespace {

bool is_space(char c) {
  return c == ' ' || ('\t' <= c && c <= '\r');
}

}  // namespace

Cuts::Cuts(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {
  split_sentences();
}

void Cuts::split_sentences() {
  std::size_t begin = 0;
  std::size_t previous_end = 0;
  for (const Token& token : tokens_) {
    if (token.starts_sentence && token.position != tokens_.front().position) {
      std::size_t start = token.begin;
      while (start > previous_end && !is_space(text_[start - 1])) --start;
      add_sentence(begin, start);
      begin = start;
    }
    previous_end = std::max<std::size_t>(previous_end, token.end);
  }
  add_sentence(begin, text_.size());
}

void Cuts::add_sentence(std::size_t begin, std::size_t end) {
  while (begin < end && is_space(text_[begin])) ++begin;
  while (end > begin && is_space(text_[end - 1])) --end;
  sentences_.push_back({begin, end, characters(begin, end)});
}

std::size_t Cuts::sentence_at(std::size_t at) const {
  const auto after = std::ranges::upper_bound(sentences_, at, {}, &Sentence::begin);
  return after == sentences_.begin() ? 0 : static_cast<std::size_t>(after - sentences_.begin()) - 1;
}

std::size_t Cuts::characters(std::size_t begin, std::size_t end) const {
  return count_characters(text_.substr(begin, end - begin));
}

std::size_t Cuts::forward(std::size_t from, std::size_t characters) const {
  while (characters-- > 0 && from < text_.size()) from += first_character(text_.substr(from)).bytes;
  return from;
}

std::size_t Cuts::backward(std::size_t from, std::size_t characters) const {
  while (characters-- > 0 && from > 0) {
    --from;
    while (from > 0 && (static_cast<unsigned char>(text_[from]) & 0xC0) == 0x80) --from;
  }
  return from;
}

Passage Cuts::around(const Passage& core, const Passage& whole, std::size_t characters) const {
  const std::size_t matched = this->characters(core.begin, core.end);
  const std::size_t spare = characters > matched ? characters - matched : 0;
  const std::size_t after =
      this->characters(core.end, std::min(forward(core.end, spare), whole.end));
  const std::size_t before = std::max(spare / 2, spare - after);
  std::size_t begin = std::max(backward(core.begin, before), whole.begin);
  if (begin > whole.begin) begin = std::min(word_begin_from(begin), core.begin);
  const std::size_t limit = std::min(std::max(forward(begin, characters), core.end), whole.end);
  std::size_t end = limit;
  if (end < whole.end) end = std::max(word_end_until(end), core.end);
  if (end <= begin) end = limit;  // one word longer than all that is wanted
  return {begin, end, begin > whole.begin, end < whole.end};
}

// The index of the first word for which `reached`, which no word before one that is reached is.
template <typename Reached>
std::size_t Cuts::first_word(Reached reached) const {
  const auto is_other = [&](std::size_t i) { return tokens_[i].kind != TokenKind::kWord; };
  std::size_t low = 0;
  std::size_t high = tokens_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    std::size_t word = middle;
    while (word < high && is_other(word)) ++word;
    if (word == high || reached(tokens_[word])) {
      high = middle;
    } else {
      low = word + 1;
    }
  }
  while (low < tokens_.size() && is_other(low)) ++low;
  return low;
}

std::size_t Cuts::word_begin_from(std::size_t at) const {
  const std::size_t word = first_word([at](const Token& token) { return token.begin >= at; });
  return word == tokens_.size() ? text_.size() : tokens_[word].begin;
}

std::size_t Cuts::word_end_until(std::size_t at) const {
  std::size_t word = first_word([at](const Token& token) { return token.end > at; });
  while (word > 0 && tokens_[word - 1].kind != TokenKind::kWord) --word;
  return word == 0 ? 0 : tokens_[word - 1].end;
}

}  // namespace dateline::searcher
