#include "indexer/update/batch.h"

#include <utility>

#include "common/index/article_record.h"
#include "common/index/checksum.h"
#include "indexer/ordered_work.h"
#include "indexer/sources/archive_reader.h"
#include "indexer/sources/identity.h"
#include "indexer/text_index/inverter.h"
#include "indexer/update/namesakes.h"
#include "indexer/update/supersession.h"

namespace dateline::indexer {
namespace {

using BatchDictionary = OnceKnown<std::shared_ptr<const StoreDictionary>>;

// What one batch is made of.
struct Records {
  std::size_t number = 0;  // of the batch, from 0
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

std::string place_of(const Origin& origin, const ArchiveRoot& root) {
  return to_string({root.relative(origin.file), origin.member, 0});
}

Identity identity_of(const Article& article, const std::string& place, std::uint64_t ordinal) {
  if (is_counter(article.id) && article.id != place) return Identity::kCounter;
  const bool is_in_file = ordinal != 0 && place != "-" && article.id.starts_with(place + "#");
  return is_in_file ? Identity::kPlaceInFile : Identity::kCertain;
}

// What all threads have in common.
struct Shared {
  Namesakes& namesakes;
  Turns turns = {};
  BatchDictionary dictionary = {};
};

// An article that is read, with what was noted of it.
struct ReadArticle {
  Article article;
  std::uint32_t content = 0;
  std::string place;
  std::uint64_t line = 0;
  Identity identity = Identity::kCertain;
  std::shared_ptr<SourceNotes> notes;  // of its document, which may hold several
};

// One thread's: makes one batch after the other.
class BatchMaker {
 public:
  BatchMaker(const BatchOptions& options, const KnownArticles& known, Shared& shared)
      : options_(options), known_(known), shared_(shared) {}

  std::unique_ptr<Batch> make(Records records);

 private:
  void add(std::vector<ArchiveRecord> records, Turns::Turn& turn);
  void add(RawDocument document);
  void name(ReadArticle read);
  void add_counters(Turns::Turn& turn);
  void add(ReadArticle read);
  void invert(Article article, BatchArticle& met);

  const BatchOptions& options_;
  const KnownArticles& known_;
  Shared& shared_;
  Analyser analyser_;
  CatalogueEntryMaker catalogue_;
  BatchCopiesMaker copies_;

  // Of the batch in work.
  std::unique_ptr<Batch> batch_;
  std::optional<Inverter> inverter_;
  std::vector<Article> articles_;
  std::vector<ReadArticle> counters_;  // that wait for their names
};

// The dictionary is waited for as late as can be: while it is learnt from the first batch, the
// other threads parse and invert theirs.
std::unique_ptr<Batch> BatchMaker::make(Records records) {
  Turns::Turn turn(shared_.turns, records.number);
  batch_ = std::make_unique<Batch>();
  inverter_.emplace();
  articles_.clear();
  if (records.number == 0) {
    shared_.dictionary.set([&] {
      add(std::move(records.records), turn);
      return StoreDictionary::train(articles_);
    });
  } else {
    add(std::move(records.records), turn);
  }
  batch_->copies = copies_.take(articles_);
  batch_->inverted = (*std::exchange(inverter_, std::nullopt)).seal();
  batch_->dictionary = shared_.dictionary.get();
  batch_->stored = StoreBlockCompressor(batch_->dictionary).pack(articles_);
  return std::move(batch_);
}

void BatchMaker::add(std::vector<ArchiveRecord> records, Turns::Turn& turn) {
  for (ArchiveRecord& record : records) {
    if (auto* document = std::get_if<RawDocument>(&record)) {
      add(std::move(*document));
    } else if (auto* bad = std::get_if<BadArticle>(&record)) {
      batch_->bad.push_back(std::move(*bad));
    } else {
      batch_->companions.push_back(std::get<Companion>(std::move(record)));
    }
  }
  add_counters(turn);
}

void BatchMaker::add(RawDocument document) {
  const Origin origin = document.origin;
  const std::size_t input = document.input;
  const std::uint64_t ordinal = document.ordinal;
  const std::string place = place_of(origin, options_.parse.root);
  const auto notes = std::make_shared<SourceNotes>();
  for (ParsedArticle& parsed : parse(std::move(document), options_.parse, *notes)) {
    if (auto* article = std::get_if<Article>(&parsed)) {
      enrich(*article, origin, options_.enrich);
      options_.day_orders.settle(*article, input, batch_->notes.days);
      const Identity identity = identity_of(*article, place, ordinal);
      const std::uint32_t content = content_of(*article);
      name({std::move(*article), content, place, origin.line, identity, notes});
    } else {
      batch_->bad.push_back(std::get<BadArticle>(std::move(parsed)));
    }
  }
}

// Who has which counter depends on what was read before, so counters wait until all batches before
// this one have theirs.
void BatchMaker::name(ReadArticle read) {
  if (!shared_.namesakes.is_settled(read.article, read.content, read.identity)) {
    if (read.identity == Identity::kCounter) return counters_.push_back(std::move(read));
    read.article.id = shared_.namesakes.name_of_place(read.article, read.content, read.place);
  }
  add(std::move(read));
}

void BatchMaker::add_counters(Turns::Turn& turn) {
  if (!counters_.empty()) turn.wait();
  for (ReadArticle& read : counters_) {
    read.article.id = shared_.namesakes.name_of_counter(read.article, read.content, read.place);
  }
  turn.end();
  for (ReadArticle& read : counters_) add(std::move(read));
  counters_.clear();
}

// What the index has as it is costs no more than parsing: it is passed over before it is inverted.
void BatchMaker::add(ReadArticle read) {
  Article& article = read.article;
  if (article.headline.empty() && article.body.empty()) ++batch_->empty;
  BatchArticle& met = batch_->articles.emplace_back();
  met.id = article.id;
  met.identity = checksum(article.id);
  met.content = read.content;
  met.likeness = likeness_of(article);
  met.is_by_place = article.id.starts_with(read.place);
  met.file = std::move(read.place);
  met.line = read.line;
  const KnownArticle* known = known_.find(met.identity);
  const bool is_known = known != nullptr && known->content == met.content;
  if (!is_known || options_.all_notes) batch_->notes += std::exchange(*read.notes, {});
  if (!is_known) invert(std::move(article), met);
}

void BatchMaker::invert(Article article, BatchArticle& met) {
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
                  Namesakes& namesakes,
                  const std::function<void(std::unique_ptr<Batch>)>& consume) {
  Shared shared{namesakes};
  std::size_t number = 0;
  const auto next = [&]() -> std::optional<Records> {
    Records records{number, read_records(reader, options.batch_bytes)};
    if (records.records.empty()) return std::nullopt;
    ++number;
    return records;
  };
  const auto make_worker = [&] {
    return [maker = std::make_shared<BatchMaker>(options, known, shared)](Records records) {
      return maker->make(std::move(records));
    };
  };
  work_in_order<Records, std::unique_ptr<Batch>>(options.jobs, next, make_worker, consume);
}

}  // namespace dateline::indexer
