// Articles of an index drawn at random: where queries come from that are sure to match.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/index.h"
#include "common/text/analyser.h"
#include "corpus/random.h"

namespace dateline::bench {

struct SampledArticle {
  Article article;
  std::vector<std::string> words;  // of the body by position; "" is no plain word
};

class ArticleSampler {
 public:
  // The index must outlive this and hold at least one live article.
  explicit ArticleSampler(Index& index);

  // Any live article with the same chance, one of them again and again.
  SampledArticle draw(corpus::Random& random);

  // The words of a text by position; "" is no plain word.
  std::vector<std::string> words_of(std::string_view text);

 private:
  SampledArticle read(OpenSegment& segment, ArticleNumber number);

  Index* index_;
  Analyser analyser_;
  std::uint32_t articles_ = 0;
};

}  // namespace dateline::bench
