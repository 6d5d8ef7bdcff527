#include "searcher/query/reading_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/ascii.h"
#include "searcher/query/foreign_names.h"

namespace dateline::searcher {
namespace {

bool is_word(const Lexeme& lexeme) {
  return lexeme.kind == LexemeKind::kWord || lexeme.kind == LexemeKind::kQuoted;
}

class NoteWriter {
 public:
  NoteWriter(const std::vector<Lexeme>& lexemes, Dialect dialect)
      : lexemes_(lexemes), dialect_(dialect) {}

  std::vector<std::string> write() {
    for (std::size_t at = 0; lexemes_[at].kind != LexemeKind::kEnd; ++at) {
      const Lexeme& lexeme = lexemes_[at];
      if (lexeme.kind == LexemeKind::kWord) about_word(at);
      if (lexeme.kind == LexemeKind::kNear && dialect_ == Dialect::kDateline) about_near(at);
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
    about_connector(at);
    for (const std::string_view minus : {"!", "−", "–", "¬"}) {
      if (!word.starts_with(minus) || word.size() == minus.size()) continue;
      add(fmt::format("'{0}' is read as the word '{1}'; to leave it out write -{1}", word,
                      word.substr(minus.size())));
    }
    if (is_root(word)) {
      const std::string_view begin = word.substr(0, word.size() - 1);
      add(fmt::format("'{}' is read as the word '{}'; for all words that begin so write {}*", word,
                      begin, begin));
    }
    if (word.starts_with("‘") || word.starts_with('\'')) about_single_quotes(at);
  }

  static bool is_root(std::string_view word) {
    return word.size() > 3 && word.ends_with('!') && ascii::is_letter(word[word.size() - 2]) &&
           !is_printed_so(word);
  }

  // Words that join two others elsewhere: "oil near price".
  void about_connector(std::size_t at) {
    if (at == 0 || !is_word(lexemes_[at - 1]) || !is_word(lexemes_[at + 1])) return;
    const std::string_view word = lexemes_[at].text;
    const std::string small = ascii::lower(word);
    if (small == "near" || small == "adj") {
      add(fmt::format("'{}' is read as a word; for words near each other write {}/5", word,
                      small == "near" ? "NEAR" : "ADJ"));
    } else if (small == "same" && ascii::lower(lexemes_[at + 1].text) != "sex") {
      add(fmt::format("'{}' is read as a word; for words in one paragraph write /p", word));
    } else if (small == "within" && ascii::is_digit(lexemes_[at + 1].text.front())) {
      add(fmt::format("'{0} {1}' is read as words; for words so near to each other write NEAR/{1}",
                      word, lexemes_[at + 1].text));
    } else if (small.size() > 1 && small.front() == 'n' &&
               std::all_of(small.begin() + 1, small.end(), ascii::is_digit)) {
      add(fmt::format("'{}' is read as a word; for words near each other write NEAR/{}", word,
                      small.substr(1)));
    } else if (word == "ET" || word == "OU" || word == "SAUF") {
      add(fmt::format("'{}' is read as a word; the operator is {}", word,
                      word == "ET"   ? "AND"
                      : word == "OU" ? "OR"
                                     : "NOT"));
    } else if (small == "and/or" || small == "et/ou") {
      add(fmt::format("'{}' is read as words; the operator for either is OR", word));
    }
  }

  // "‘toxic assets’": such quotes are apostrophes here.
  void about_single_quotes(std::size_t at) {
    std::string phrase;
    for (std::size_t end = at; lexemes_[end].kind == LexemeKind::kWord && end < at + 8; ++end) {
      phrase += (phrase.empty() ? "" : " ") + std::string(lexemes_[end].text);
      const bool closes = phrase.ends_with("’") || phrase.ends_with('\'');
      if (!closes || end == at) continue;
      const std::size_t quote = phrase.starts_with('\'') ? 1 : std::string_view("‘").size();
      const std::size_t last = phrase.ends_with('\'') ? 1 : std::string_view("’").size();
      add(fmt::format("single quotes make no phrase; write \"{}\"",
                      phrase.substr(quote, phrase.size() - quote - last)));
      return;
    }
  }

  // "source:Transit Weekly": the field takes one word. "allintitle: oil price" is Google's.
  void about_field(std::size_t at) {
    const std::string small = ascii::lower(lexemes_[at].text);
    const bool is_apart = lexemes_[at + 1].begin != lexemes_[at].end;
    constexpr std::array<std::string_view, 9> googles = {"allintitle",  "allintext", "allinurl",
                                                         "allinanchor", "intitle",   "intext",
                                                         "inurl",       "site",      "filetype"};
    if (is_apart && std::ranges::find(googles, small) != googles.end()) {
      const ForeignName* known = find_foreign_name(small);
      add(fmt::format("'{}:' before a blank is read as a word; {}", lexemes_[at].text,
                      known->field.empty() ? std::string(known->advice)
                                           : fmt::format("write {}:word", known->field)));
    }
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
  Dialect dialect_;
  std::vector<std::string> notes_;
};

// What is left of a query when signs that say nothing are taken away; nothing where it is none.
std::vector<std::string> telling_lexemes(std::string_view query) {
  std::vector<std::string> telling;
  const auto split = split_query(query);
  const auto* lexemes = std::get_if<std::vector<Lexeme>>(&split);
  if (lexemes == nullptr) return telling;
  for (const Lexeme& lexeme : *lexemes) {
    const bool says_nothing = lexeme.kind == LexemeKind::kAnd || lexeme.kind == LexemeKind::kSign ||
                              lexeme.kind == LexemeKind::kEnd;
    if (says_nothing) continue;
    const bool negates = lexeme.kind == LexemeKind::kNot || lexeme.kind == LexemeKind::kMinus;
    const bool is_near = lexeme.kind == LexemeKind::kNear;
    const bool is_quote = lexeme.kind == LexemeKind::kQuoted;
    const bool is_field = lexeme.kind == LexemeKind::kField;
    telling.push_back(negates    ? "NOT"
                      : is_near  ? ascii::lower(lexeme.text)
                      : is_quote ? '"' + std::string(lexeme.text) + '"'
                      : is_field ? ascii::lower(lexeme.text) + ':'
                                 : std::string(lexeme.text));
  }
  return telling;
}

}  // namespace

std::vector<std::string> reading_notes(const std::vector<Lexeme>& lexemes, Dialect dialect) {
  return NoteWriter(lexemes, dialect).write();
}

bool is_read_otherwise(std::string_view typed, std::string_view read_as) {
  const auto as_typed = telling_lexemes(typed);
  return !as_typed.empty() && as_typed != telling_lexemes(read_as);
}

bool is_printed_so(std::string_view word) {
  constexpr std::array<std::string_view, 20> printed = {
      "yahoo!", "wow!",  "jeopardy!", "wham!",  "oklahoma!", "airplane!", "yum!",
      "hey!",   "oh!",   "help!",     "no!",    "yes!",      "stop!",     "oliver!",
      "panic!", "viva!", "joomla!",   "hello!", "ahoy!",     "ole!"};
  return std::ranges::find(printed, ascii::lower(word)) != printed.end();
}

}  // namespace dateline::searcher
