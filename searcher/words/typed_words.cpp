#include "searcher/words/typed_words.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "common/text/analyser.h"
#include "common/text/ascii.h"
#include "common/text/stemmer.h"
#include "common/utf8.h"
#include "searcher/query/pattern_reader.h"

namespace dateline::searcher {
namespace {

// Adds the nodes of words and phrases that are wanted in the text, const or not, in order.
template <typename AnyNode>
void add_texts(AnyNode& node, std::vector<AnyNode*>& texts) {
  if (const Field* field = field_of_text(node); field != nullptr && field->is_text()) {
    texts.push_back(&node);
  }
  auto* const children = children_of(node);
  if (children == nullptr || std::holds_alternative<NotNode>(node.value)) return;
  const auto* near = std::get_if<NearNode>(&node.value);
  const bool wants_all = near == nullptr || !near->negated;
  for (std::size_t i = 0; i < (wants_all ? children->size() : 1); ++i) {
    add_texts((*children)[i], texts);
  }
}

template <typename AnyNode>
std::vector<AnyNode*> texts_of(AnyNode& root) {
  std::vector<AnyNode*> texts;
  add_texts(root, texts);
  return texts;
}

const std::string& typed_of(const Node& node) {
  if (const auto* word = std::get_if<WordNode>(&node.value)) return word->typed;
  return std::get<PhraseNode>(node.value).typed;
}

Form form_of(const Node& node) {
  if (const auto* word = std::get_if<WordNode>(&node.value)) return word->form;
  return std::get<PhraseNode>(node.value).form;
}

void replace(Node& node, const TypedWord& word, const std::string& by) {
  auto* only = std::get_if<WordNode>(&node.value);
  std::string& typed = only != nullptr ? only->typed : std::get<PhraseNode>(node.value).typed;
  typed.replace(word.begin, word.end - word.begin, by);
  if (only == nullptr || by.find(' ') == std::string::npos) return;
  const Form form = only->form == Form::kExact ? Form::kExact : Form::kSpelling;
  node.value = PhraseNode{std::string(typed), form, Field(only->field)};
}

// Puts the text of `after` where that of `before` stands in the query's text.
bool put_in_place(std::string& text, const Node& before, const Node& after) {
  if (before.end <= before.begin) return false;
  const std::size_t begin = bytes_of(text, before.begin);
  const std::size_t end = bytes_of(text, before.end);
  const std::string& old = typed_of(before);
  const std::size_t at = text.find(old, begin);
  if (at == std::string::npos || at + old.size() > end) return false;
  const bool becomes_phrase = before.value.index() != after.value.index();
  const std::string quote = becomes_phrase ? "\"" : "";
  text.replace(at, old.size(), quote + typed_of(after) + quote);
  return true;
}

}  // namespace

std::vector<TypedWord> typed_words(const Query& query) {
  std::vector<TypedWord> words;
  Analyser analyser;
  const auto texts = texts_of(query.root);
  for (std::size_t text = 0; text < texts.size(); ++text) {
    const std::string& typed = typed_of(*texts[text]);
    if (may_hold_pattern(typed)) continue;
    for (const Token& token : analyser.analyse(typed)) {
      if (token.kind != TokenKind::kWord || !is_stemmable(token.term)) continue;
      const bool is_alone = token.begin == 0 && token.end == typed.size();
      words.push_back({text, token.begin, token.end,
                       typed.substr(token.begin, token.end - token.begin), std::string(token.term),
                       form_of(*texts[text]), is_alone,
                       std::holds_alternative<PhraseNode>(texts[text]->value)});
    }
  }
  return words;
}

Query with_replacements(const Query& query, const std::vector<Replacement>& replacements) {
  Query changed = query;
  const auto texts = texts_of(changed.root);
  // From the last on, so that places before it stay.
  for (auto it = replacements.rbegin(); it != replacements.rend(); ++it) {
    replace(*texts[it->word.text], it->word, it->by);
  }
  return changed;
}

std::string changed_text(std::string_view typed, const Query& query, const Query& changed) {
  const auto before = texts_of(query.root);
  const auto after = texts_of(changed.root);
  std::string text(typed);
  for (std::size_t i = before.size(); i-- > 0;) {
    if (typed_of(*before[i]) == typed_of(*after[i])) continue;
    if (!put_in_place(text, *before[i], *after[i])) return to_string(changed);
  }
  return text;
}

std::string in_capitals_of(std::string_view like, std::string_view word) {
  std::string capitals(word);
  const auto letters = std::ranges::count_if(like, ascii::is_letter);
  const auto upper = std::ranges::count_if(like, ascii::is_upper);
  if (letters > 1 && upper == letters) {
    std::ranges::transform(capitals, capitals.begin(), ascii::to_upper);
  } else if (!like.empty() && ascii::is_upper(like.front())) {
    capitals.front() = ascii::to_upper(capitals.front());
  }
  return capitals;
}

}  // namespace dateline::searcher
