#include "indexer/update/batch.h"

#include <utility>

#include "common/index/article_record.h"
#include "common/index/checksum.h"
#include "indexer/ordered_work.h"
#include "indexer/sources/archive_reader.h"
#include "indexer/text_index/inverter.h"
#include "indexer/update/supersession.h"

namespace dateline::indexer {
namespace {

using BatchDictionary = OnceKnown<std::shared_ptr<const StoreDictionary>>;

// What one batch is made of.
struct Records {
  bool are_first = false;
  std::vector<ArchiveRecord> records;
};

std::size_t bytes_of(const ArchiveRecord& record) {
  const auto* document = std::get_if<RawDocument>(&record);
  return document != nullptr ? document->bytes.size() : 0;
}

std::vector<ArchiveRecord> read_records(ArchiveReader& reader, std::size_t batch_bytes) {
  std::vector<ArchiveRecord> records;
  for (std::size_t bytes = 0; bytes < batch_bytes;) {
    std::optional<ArchiveRecord> record = reader.next();
    if (!record) break;
    bytes += bytes_of(*record);
    records.push_back(std::move(*record));
  }
  return records;
}

// One thread's: makes one batch after the other.
class BatchMaker {
 public:
  BatchMaker(const BatchOptions& options, const KnownArticles& known, BatchDictionary& dictionary)
      : options_(options), known_(known), dictionary_(dictionary) {}

  std::unique_ptr<Batch> make(Records records);

 private:
  void add(std::vector<ArchiveRecord> records);
  void add(RawDocument document);
  void add(Article article);

  const BatchOptions& options_;
  const KnownArticles& known_;
  BatchDictionary& dictionary_;
  Analyser analyser_;
  CatalogueEntryMaker catalogue_;
  BatchCopiesMaker copies_;

  // Of the batch in work.
  std::unique_ptr<Batch> batch_;
  std::optional<Inverter> inverter_;
  std::vector<Article> articles_;
};

// The dictionary is waited for as late as can be: while it is learnt from the first batch, the
// other threads parse and invert theirs.
std::unique_ptr<Batch> BatchMaker::make(Records records) {
  batch_ = std::make_unique<Batch>();
  inverter_.emplace();
  articles_.clear();
  if (records.are_first) {
    dictionary_.set([&] {
      add(std::move(records.records));
      return StoreDictionary::train(articles_);
    });
  } else {
    add(std::move(records.records));
  }
  batch_->copies = copies_.take(articles_);
  batch_->inverted = (*std::exchange(inverter_, std::nullopt)).seal();
  batch_->dictionary = dictionary_.get();
  batch_->stored = StoreBlockCompressor(batch_->dictionary).pack(articles_);
  return std::move(batch_);
}

void BatchMaker::add(std::vector<ArchiveRecord> records) {
  for (ArchiveRecord& record : records) {
    if (auto* document = std::get_if<RawDocument>(&record)) {
      add(std::move(*document));
    } else if (auto* bad = std::get_if<BadArticle>(&record)) {
      batch_->bad.push_back(std::move(*bad));
    } else {
      batch_->companions.push_back(std::get<Companion>(std::move(record)));
    }
  }
}

void BatchMaker::add(RawDocument document) {
  const Origin origin = document.origin;
  const std::size_t input = document.input;
  ParsedArticle parsed = parse(std::move(document), options_.parse, batch_->notes);
  if (auto* article = std::get_if<Article>(&parsed)) {
    enrich(*article, origin, options_.enrich);
    options_.day_orders.settle(*article, input, batch_->notes.days);
    add(std::move(*article));
  } else {
    batch_->bad.push_back(std::get<BadArticle>(std::move(parsed)));
  }
}

// What the index has as it is costs no more than parsing: it is passed over before it is inverted.
void BatchMaker::add(Article article) {
  if (article.headline.empty() && article.body.empty()) ++batch_->empty;
  BatchArticle& met = batch_->articles.emplace_back();
  met.identity = checksum(article.id);
  met.content = content_of(article);
  const KnownArticle* known = known_.find(met.identity);
  if (known != nullptr && known->content == met.content) return;

  met.number = inverter_->add({article.headline, article.body, article.url, article.language,
                               to_date_code(article.published), met.identity, met.content},
                              analyser_);
  copies_.add(met.identity, inverter_->body_words());
  for (const ArchiveField& field : article.fields) batch_->archive_fields.insert(field.name);
  batch_->catalogue.push_back(catalogue_.make(article));
  batch_->facets.add(article);
  articles_.push_back(std::move(article));
}

}  // namespace

void make_batches(ArchiveReader& reader, const BatchOptions& options, const KnownArticles& known,
                  const std::function<void(std::unique_ptr<Batch>)>& consume) {
  BatchDictionary dictionary;
  bool are_first = true;
  const auto next = [&]() -> std::optional<Records> {
    Records records{std::exchange(are_first, false), read_records(reader, options.batch_bytes)};
    if (records.records.empty()) return std::nullopt;
    return records;
  };
  const auto make_worker = [&] {
    return [maker = std::make_shared<BatchMaker>(options, known, dictionary)](Records records) {
      return maker->make(std::move(records));
    };
  };
  work_in_order<Records, std::unique_ptr<Batch>>(options.jobs, next, make_worker, consume);
}

}  // namespace dateline::indexer
