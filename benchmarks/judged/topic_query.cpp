#include "benchmarks/judged/topic_query.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/analyser.h"
#include "searcher/words/function_words.h"

namespace dateline::bench {
namespace {

using searcher::Node;

struct TopicWord {
  std::string term;
  double times = 0;
};

// Each once, in the order in which they stand there first.
std::vector<TopicWord> words_of(std::string_view text, bool with_function_words) {
  std::vector<TopicWord> words;
  Analyser analyser;
  for (const Token& token : analyser.analyse(text)) {
    if (token.kind != TokenKind::kWord) continue;
    if (!with_function_words && searcher::is_function_word(token.term)) continue;
    const auto known = std::ranges::find(words, token.term, &TopicWord::term);
    if (known == words.end()) {
      words.push_back({std::string(token.term), 1});
    } else {
      known->times += 1;
    }
  }
  return words;
}

}  // namespace

searcher::Query query_of_topic(std::string_view text) {
  std::vector<TopicWord> words = words_of(text, false);
  if (words.empty()) words = words_of(text, true);
  if (words.empty()) return {Node{searcher::NotNode{{Node{searcher::AllNode{}}}}}};
  searcher::OrNode any;
  for (const TopicWord& word : words) {
    Node node{searcher::WordNode{word.term, searcher::Form::kStem, ""}};
    node.weight = std::min(word.times, searcher::kMostWeight);
    any.children.push_back(std::move(node));
  }
  if (any.children.size() == 1) return {std::move(any.children.front())};
  return {Node{std::move(any)}};
}

}  // namespace dateline::bench
