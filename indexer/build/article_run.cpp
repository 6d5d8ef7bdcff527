#include "indexer/build/article_run.h"

#include <utility>

#include "common/index/article_record.h"
#include "common/index/checksum.h"

namespace dateline::indexer {

std::unique_ptr<ArticleRun> RunMaker::make(std::vector<ArchiveRecord> batch,
                                           const std::shared_future<SharedDictionary>& dictionary,
                                           std::promise<SharedDictionary>* trained) {
  auto run = std::make_unique<ArticleRun>();
  articles_.clear();
  for (ArchiveRecord& record : batch) {
    if (auto* document = std::get_if<RawDocument>(&record)) {
      add(std::move(*document), *run);
    } else if (auto* bad = std::get_if<BadArticle>(&record)) {
      run->bad.push_back(std::move(*bad));
    } else {
      run->companions.push_back(std::get<Companion>(std::move(record)));
    }
  }
  if (trained != nullptr) trained->set_value(StoreDictionary::train(articles_));
  run->copies = copies_.take(articles_);
  run->inverted.seal();
  run->stored = StoreBlockCompressor(dictionary.get()).pack(articles_);
  return run;
}

void RunMaker::add(RawDocument document, ArticleRun& run) {
  const Place place = document.place;
  ParsedArticle parsed = parse(std::move(document), options_.parse, run.notes);
  if (auto* article = std::get_if<Article>(&parsed)) {
    enrich(*article, place, options_.enrich);
    add(std::move(*article), run);
  } else {
    run.bad.push_back(std::get<BadArticle>(std::move(parsed)));
  }
}

void RunMaker::add(Article article, ArticleRun& run) {
  if (article.headline.empty() && article.body.empty()) ++run.empty;
  RunArticle& met = run.articles.emplace_back();
  met.identity = checksum(article.id);
  met.content = content_of(article);
  const KnownArticle* known = known_.find(met.identity);
  if (known != nullptr && known->content == met.content) return;

  run.inverted.add({article.headline, article.body, article.url, article.language,
                    to_date_code(article.published), met.identity, met.content},
                   analyser_);
  met.number = run.inverted.articles();
  copies_.add(met.identity, run.inverted.body_words());
  for (const ArchiveField& field : article.fields) run.archive_fields.insert(field.name);
  run.catalogue.push_back(catalogue_.make(article));
  run.facets.add(article);
  articles_.push_back(std::move(article));
}

}  // namespace dateline::indexer
