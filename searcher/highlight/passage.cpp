#include "searcher/highlight/passage.h"

#include <algorithm>
#include <set>

#include "common/utf8.h"

namespace dateline::searcher {
namespace {

// A sentence up to this many times the target is shown whole.
constexpr std::size_t kFarBeyond = 2;

bool is_space(char c) {
  return c == ' ' || ('\t' <= c && c <= '\r');
}

struct Sentence {
  std::size_t begin;
  std::size_t end;  // without the white space after it
  std::size_t characters;
};

class PassageChooser {
 public:
  PassageChooser(std::string_view text, const std::vector<Token>& tokens,
                 const std::vector<TextMatch>& matches, std::size_t target)
      : text_(text), tokens_(tokens), matches_(matches), target_(std::max<std::size_t>(target, 1)) {
    split_sentences();
  }

  Passage choose() const;

 private:
  void split_sentences();
  void add_sentence(std::size_t begin, std::size_t end);
  std::size_t last_sentence_from(std::size_t first, std::size_t must_reach) const;
  std::size_t parts_in(std::size_t begin, std::size_t end, std::size_t first_match) const;
  Passage fragment(const Sentence& sentence) const;
  std::size_t forward(std::size_t from, std::size_t characters) const;
  std::size_t backward(std::size_t from, std::size_t characters) const;
  std::size_t word_begin_from(std::size_t at) const;
  std::size_t word_end_until(std::size_t at) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<TextMatch>& matches_;
  std::size_t target_;
  std::vector<Sentence> sentences_;  // never empty
};

// A sentence takes the quotes and brackets that stand directly before its first word.
void PassageChooser::split_sentences() {
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

void PassageChooser::add_sentence(std::size_t begin, std::size_t end) {
  while (begin < end && is_space(text_[begin])) ++begin;
  while (end > begin && is_space(text_[end - 1])) --end;
  sentences_.push_back({begin, end, count_characters(text_.substr(begin, end - begin))});
}

std::size_t PassageChooser::last_sentence_from(std::size_t first, std::size_t must_reach) const {
  std::size_t last = first;
  std::size_t characters = sentences_[first].characters;
  while (last + 1 < sentences_.size()) {
    characters += 1 + sentences_[last + 1].characters;
    if (characters > target_ && sentences_[last].end >= must_reach) break;
    ++last;
  }
  return last;
}

std::size_t PassageChooser::parts_in(std::size_t begin, std::size_t end,
                                     std::size_t first_match) const {
  std::set<std::size_t> parts;
  for (std::size_t i = first_match; i < matches_.size() && matches_[i].begin < end; ++i) {
    if (matches_[i].begin >= begin && matches_[i].end <= end) parts.insert(matches_[i].part);
  }
  return parts.size();
}

Passage PassageChooser::choose() const {
  std::size_t best_first = 0;
  std::size_t best_last = last_sentence_from(0, 0);
  std::size_t best_parts = 0;
  std::size_t match = 0;
  for (std::size_t first = 0; first < sentences_.size() && match < matches_.size(); ++first) {
    if (matches_[match].begin >= sentences_[first].end) continue;
    const std::size_t last = last_sentence_from(first, matches_[match].end);
    const std::size_t parts = parts_in(sentences_[first].begin, sentences_[last].end, match);
    if (parts > best_parts) {
      best_parts = parts;
      best_first = first;
      best_last = last;
    }
    while (match < matches_.size() && matches_[match].begin < sentences_[first].end) ++match;
  }
  const Sentence& sentence = sentences_[best_first];
  if (sentence.characters > kFarBeyond * target_) return fragment(sentence);
  return {sentence.begin, sentences_[best_last].end};
}

// Around the matches of the sentence: what is left of the target goes half before, half after them.
Passage PassageChooser::fragment(const Sentence& sentence) const {
  std::size_t best_begin = sentence.begin;
  std::size_t best_parts = 0;
  std::size_t must_reach = 0;
  for (std::size_t i = 0; i < matches_.size() && matches_[i].begin < sentence.end; ++i) {
    const TextMatch& match = matches_[i];
    if (match.begin < sentence.begin) continue;
    const std::size_t reach = std::max(forward(match.begin, target_), match.end);
    const std::size_t parts = parts_in(match.begin, reach, i);
    if (parts <= best_parts) continue;
    best_parts = parts;
    must_reach = match.end;
    for (std::size_t j = i; j < matches_.size() && matches_[j].begin < reach; ++j) {
      if (matches_[j].end <= reach) must_reach = std::max(must_reach, matches_[j].end);
    }
    best_begin = match.begin;
  }
  const std::size_t matched =
      count_characters(text_.substr(best_begin, std::max(must_reach, best_begin) - best_begin));
  const std::size_t spare = target_ > matched ? target_ - matched : 0;
  std::size_t begin = std::max(backward(best_begin, spare / 2), sentence.begin);
  if (begin > sentence.begin) begin = std::min(word_begin_from(begin), best_begin);
  const std::size_t limit = std::max(forward(begin, target_), must_reach);
  std::size_t end = std::min(limit, sentence.end);
  if (end < sentence.end) end = std::max(word_end_until(end), must_reach);
  if (end <= begin) end = std::min(limit, sentence.end);  // one word longer than the target
  return {begin, end, begin > sentence.begin, end < sentence.end};
}

std::size_t PassageChooser::forward(std::size_t from, std::size_t characters) const {
  while (characters-- > 0 && from < text_.size()) from += first_character(text_.substr(from)).bytes;
  return from;
}

std::size_t PassageChooser::backward(std::size_t from, std::size_t characters) const {
  while (characters-- > 0 && from > 0) {
    --from;
    while (from > 0 && (static_cast<unsigned char>(text_[from]) & 0xC0) == 0x80) --from;
  }
  return from;
}

std::size_t PassageChooser::word_begin_from(std::size_t at) const {
  const auto found = std::find_if(tokens_.begin(), tokens_.end(), [at](const Token& token) {
    return token.kind == TokenKind::kWord && token.begin >= at;
  });
  return found == tokens_.end() ? text_.size() : found->begin;
}

std::size_t PassageChooser::word_end_until(std::size_t at) const {
  const auto found = std::find_if(tokens_.rbegin(), tokens_.rend(), [at](const Token& token) {
    return token.kind == TokenKind::kWord && token.end <= at;
  });
  return found == tokens_.rend() ? 0 : found->end;
}

}  // namespace

Passage best_passage(std::string_view text, const std::vector<Token>& tokens,
                     const std::vector<TextMatch>& matches, std::size_t target_characters) {
  return PassageChooser(text, tokens, matches, target_characters).choose();
}

}  // namespace dateline::searcher
