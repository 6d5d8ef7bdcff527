#include "searcher/query/synonym_groups.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "searcher/query/node_children.h"

namespace dateline::searcher {
namespace {

bool is_plain(const WordNode& word) {
  return word.form == Form::kStem && word.field.is_text() &&
         word.typed.find_first_of("*?~") == std::string::npos;
}

// An alternative is a word, or a phrase in straight quotes.
Node node_of(const std::string& alternative, const Node& like) {
  const Field& field = std::get<WordNode>(like.value).field;
  Node node{AllNode{}, like.begin, like.end};
  if (alternative.starts_with('"')) {
    node.value = PhraseNode{alternative.substr(1, alternative.size() - 2), Form::kSpelling, field};
  } else {
    node.value = WordNode{alternative, Form::kStem, field};
  }
  return node;
}

std::vector<Node> alternatives(const Synonyms& synonyms, const Node& node) {
  std::vector<Node> found;
  const auto* word = std::get_if<WordNode>(&node.value);
  if (word == nullptr || !is_plain(*word)) return found;
  for (const std::string& text : synonyms.alternatives(word->typed)) {
    found.push_back(node_of(text, node));
  }
  return found;
}

std::size_t add_to_group(const Synonyms& synonyms, SynonymNode& group) {
  std::vector<Node> added;
  for (const Node& child : group.children) {
    for (Node& other : alternatives(synonyms, child)) added.push_back(std::move(other));
  }
  const std::size_t count = added.size();
  for (Node& other : added) group.children.push_back(std::move(other));
  return count;
}

}  // namespace

std::size_t add_synonyms(const Synonyms& synonyms, Node& node) {
  if (auto* group = std::get_if<SynonymNode>(&node.value)) return add_to_group(synonyms, *group);
  std::size_t added = 0;
  if (auto* children = children_of(node)) {
    for (Node& child : *children) added += add_synonyms(synonyms, child);
    return added;
  }
  std::vector<Node> others = alternatives(synonyms, node);
  if (others.empty()) return 0;
  added = others.size();
  SynonymNode group;
  group.children.push_back(Node{node.value, node.begin, node.end});
  for (Node& other : others) group.children.push_back(std::move(other));
  node.value = std::move(group);
  return added;
}

}  // namespace dateline::searcher
