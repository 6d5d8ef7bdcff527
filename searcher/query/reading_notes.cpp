#include "searcher/query/reading_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/ascii.h"

namespace dateline::searcher {
namespace {

bool is_word(const Lexeme& lexeme) {
  return lexeme.kind == LexemeKind::kWord || lexeme.kind == LexemeKind::kQuoted;
}

class NoteWriter {
 public:
  explicit NoteWriter(const std::vector<Lexeme>& lexemes) : lexemes_(lexemes) {}

  std::vector<std::string> write() {
    for (std::size_t at = 0; lexemes_[at].kind != LexemeKind::kEnd; ++at) {
      const Lexeme& lexeme = lexemes_[at];
      if (lexeme.kind == LexemeKind::kWord) about_word(at);
      if (lexeme.kind == LexemeKind::kNear) about_near(at);
      if (lexeme.kind == LexemeKind::kField) about_field(at);
    }
    return std::move(notes_);
  }

 private:
  bool stands_free(std::size_t at) const {
    return at == 0 || (lexemes_[at - 1].kind != LexemeKind::kField &&
                       lexemes_[at - 1].kind != LexemeKind::kExact);
  }

  void about_word(std::size_t at) {
    const std::string_view word = lexemes_[at].text;
    if (!stands_free(at)) return;
    const bool alone = at == 0 && lexemes_[at + 1].kind == LexemeKind::kEnd;
    const bool is_near = lexemes_[at + 1].kind == LexemeKind::kNear;
    std::string sign(word);
    std::transform(sign.begin(), sign.end(), sign.begin(), ascii::to_upper);
    if (!alone && !(is_near && sign == "NOT") && (sign == "AND" || sign == "OR" || sign == "NOT")) {
      add(fmt::format("'{}' in small letters is read as a word; the operator is {}", word, sign));
    }
    for (const std::string_view minus : {"!", "−", "–", "¬"}) {
      if (!word.starts_with(minus) || word.size() == minus.size()) continue;
      add(fmt::format("'{0}' is read as the word '{1}'; to leave it out write -{1}", word,
                      word.substr(minus.size())));
    }
    if (word.size() > 5 && word.ends_with('!') && ascii::is_letter(word[word.size() - 2])) {
      const std::string_view begin = word.substr(0, word.size() - 1);
      add(fmt::format("'{}' is read as the word '{}'; for all words that begin so write {}*", word,
                      begin, begin));
    }
  }

  // "source:Transit Weekly": the field takes one word.
  void about_field(std::size_t at) {
    const Lexeme& word = lexemes_[at + 1];
    if (word.kind != LexemeKind::kWord || !ascii::is_upper(word.text.front())) return;
    const Lexeme& after = lexemes_[at + 2];
    if (after.kind != LexemeKind::kWord || !ascii::is_upper(after.text.front())) return;
    add(fmt::format("{0}: takes '{1}' alone; {0}:\"{1} {2}\" in quotes is a phrase",
                    lexemes_[at].text, word.text, after.text));
  }

  // "supreme court w/5 ruling": Nexis takes the words before as a phrase. "oil OR gas w/5 price":
  // it takes the alternatives first.
  void about_near(std::size_t at) {
    const std::string_view sign = lexemes_[at].text;
    const bool first_negated = at > 0 && is_not(lexemes_[at - 1]);
    const std::size_t left = at - (first_negated ? 2 : 1);
    if (left < at && left > 0 && is_word(lexemes_[left])) about_neighbour(left, left - 1, sign);
    const std::size_t right = at + 1;
    if (is_word(lexemes_[right])) about_neighbour(right, right + 1, sign);
  }

  void about_neighbour(std::size_t side, std::size_t beyond, std::string_view sign) {
    const Lexeme& other = lexemes_[beyond];
    if (other.kind == LexemeKind::kOr) {
      add(
          fmt::format("OR is looser than {}: only '{}' is near; brackets around the alternatives "
                      "make all of them",
                      sign, lexemes_[side].text));
    } else if (other.kind == LexemeKind::kWord && !is_not(other) && stands_free(beyond)) {
      const bool before = beyond < side;
      add(fmt::format("{} takes '{}' alone; \"{} {}\" in quotes is a phrase", sign,
                      lexemes_[side].text, lexemes_[before ? beyond : side].text,
                      lexemes_[before ? side : beyond].text));
    }
  }

  static bool is_not(const Lexeme& lexeme) {
    return lexeme.kind == LexemeKind::kNot ||
           (lexeme.kind == LexemeKind::kWord && lexeme.text == "not");
  }

  void add(std::string note) {
    if (std::find(notes_.begin(), notes_.end(), note) == notes_.end()) {
      notes_.push_back(std::move(note));
    }
  }

  const std::vector<Lexeme>& lexemes_;
  std::vector<std::string> notes_;
};

}  // namespace

std::vector<std::string> reading_notes(std::string_view text, const std::vector<Lexeme>& lexemes) {
  std::vector<std::string> notes = NoteWriter(lexemes).write();
  for (const std::string_view sign : {" | ", " || "}) {
    if (text.find(sign) == std::string_view::npos) continue;
    notes.push_back("'|' between words says nothing; the operator for either is OR");
    break;
  }
  return notes;
}

}  // namespace dateline::searcher
