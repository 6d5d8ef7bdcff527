#include "benchmarks/queries/article_sampler.h"

#include "benchmarks/queries/word_bands.h"

namespace dateline::bench {

ArticleSampler::ArticleSampler(Index& index) : index_(&index) {
  std::uint32_t live = 0;
  for (const OpenSegment& segment : index.segments()) {
    articles_ += segment.entry.articles;
    live += segment.entry.live();
  }
  if (live == 0) {
    throw Error(ErrorKind::kInput, "index '" + index.dir().string() +
                                       "' has no articles to draw queries from: add some with "
                                       "'dateline-index update'");
  }
}

SampledArticle ArticleSampler::draw(corpus::Random& random) {
  for (;;) {
    std::uint32_t at = random.below(articles_);
    for (OpenSegment& segment : index_->segments()) {
      if (at < segment.entry.articles) {
        if (segment.deleted.contains(at + 1)) break;
        return read(segment, at + 1);
      }
      at -= segment.entry.articles;
    }
  }
}

SampledArticle ArticleSampler::read(OpenSegment& segment, ArticleNumber number) {
  SampledArticle sampled;
  sampled.article = segment.articles.article(number);
  sampled.words = words_of(sampled.article.body);
  return sampled;
}

std::vector<std::string> ArticleSampler::words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : analyser_.analyse(text)) {
    if (token.kind != TokenKind::kWord) continue;
    if (token.position >= words.size()) words.resize(token.position + 1);
    if (is_plain_word(token.term)) words[token.position] = token.term;
  }
  return words;
}

}  // namespace dateline::bench
