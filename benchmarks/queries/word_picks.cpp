#include "benchmarks/queries/word_picks.h"

#include <algorithm>
#include <set>
#include <utility>

namespace dateline::bench {

Words different_words(const SampledArticle& article, std::size_t count, corpus::Random& random) {
  const std::set<std::string> all(article.words.begin(), article.words.end());
  Words left(all.begin(), all.end());
  if (!left.empty() && left.front().empty()) left.erase(left.begin());
  if (left.size() < count) return {};
  for (std::size_t i = 0; i < count; ++i) {
    std::swap(left[i], left[i + random.below(static_cast<std::uint32_t>(left.size() - i))]);
  }
  left.resize(count);
  return left;
}

Words neighbours(const SampledArticle& article, std::size_t count, corpus::Random& random) {
  if (article.words.size() < count) return {};
  const auto last_start = static_cast<std::uint32_t>(article.words.size() - count);
  const auto first = article.words.begin() + random.below(last_start + 1);
  const Words words(first, first + static_cast<std::ptrdiff_t>(count));
  const bool has_other = std::find(words.begin(), words.end(), "") != words.end();
  return has_other ? Words() : words;
}

Words near_words(const SampledArticle& article, std::size_t distance, corpus::Random& random) {
  const std::size_t apart = 1 + random.below(static_cast<std::uint32_t>(distance));
  if (article.words.size() <= apart) return {};
  const std::size_t first = random.below(static_cast<std::uint32_t>(article.words.size() - apart));
  Words pair = {article.words[first], article.words[first + apart]};
  const bool is_pair = !pair[0].empty() && !pair[1].empty() && pair[0] != pair[1];
  return is_pair ? pair : Words();
}

std::string misspelt(std::string word, corpus::Random& random) {
  const std::size_t at = 1 + random.below(static_cast<std::uint32_t>(word.size() - 1));
  switch (random.below(4)) {
    case 0:
      word.erase(at, 1);
      break;
    case 1:
      word.insert(at, 1, word[at]);
      break;
    case 2:
      word[at] = static_cast<char>('a' + random.below(26));
      break;
    default:
      if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
      break;
  }
  return word;
}

}  // namespace dateline::bench
