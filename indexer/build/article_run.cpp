#include "indexer/build/article_run.h"

#include <utility>

#include "common/index/checksum.h"

namespace dateline::indexer {
namespace {

// Of everything that is indexed or stored of the article.
std::uint32_t content_of(const CatalogueEntry& entry, const Article& article) {
  return static_cast<std::uint32_t>(checksum(entry.record + to_hex(checksum(article.body))));
}

}  // namespace

std::unique_ptr<ArticleRun> RunMaker::make(std::vector<ArchiveRecord> batch,
                                           const std::shared_future<SharedDictionary>& dictionary,
                                           std::promise<SharedDictionary>* trained) {
  auto run = std::make_unique<ArticleRun>();
  bodies_.clear();
  for (ArchiveRecord& record : batch) {
    if (auto* document = std::get_if<RawDocument>(&record)) {
      add(std::move(*document), *run);
    } else if (auto* bad = std::get_if<BadArticle>(&record)) {
      run->bad.push_back(std::move(*bad));
    } else {
      run->companions.push_back(std::get<Companion>(std::move(record)));
    }
  }
  const std::vector<std::string_view> bodies(bodies_.begin(), bodies_.end());
  if (trained != nullptr) trained->set_value(StoreDictionary::train(bodies));
  run->inverted.seal();
  run->bodies = StoreBlockCompressor(dictionary.get()).pack(bodies);
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
  CatalogueEntry entry = catalogue_.make(article);
  RunArticle& met = run.articles.emplace_back();
  met.identity = checksum(article.id);
  met.content = content_of(entry, article);
  const KnownArticle* known = known_.find(met.identity);
  if (known != nullptr && known->content == met.content) return;

  run.inverted.add({article.headline, article.body, article.language,
                    to_date_code(article.published), met.identity, met.content},
                   analyser_);
  met.number = run.inverted.articles();
  for (const ArchiveField& field : article.fields) run.archive_fields.insert(field.name);
  run.catalogue.push_back(std::move(entry));
  bodies_.push_back(std::move(article.body));
}

}  // namespace dateline::indexer
