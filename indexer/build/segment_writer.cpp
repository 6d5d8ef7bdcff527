#include "indexer/build/segment_writer.h"

#include <algorithm>
#include <future>
#include <utility>

#include "common/index/format.h"
#include "common/text_index/text_index.h"
#include "indexer/facets/facet_writer.h"
#include "indexer/text_index/text_index_writer.h"

namespace dateline::indexer {

SegmentWriter::SegmentWriter(const NewSegment& segment, EarlierSegments& earlier, unsigned jobs)
    : segment_(segment),
      earlier_(earlier),
      jobs_(jobs),
      store_(segment.folder / kArticleStoreName),
      catalogue_(segment.folder / kCatalogueName) {}

void SegmentWriter::append(std::unique_ptr<ArticleRun> run, const SharedDictionary& dictionary) {
  if (dictionary->id() != 0) store_.add_dictionary(dictionary->id(), dictionary->bytes());
  for (const StoreBlock& block : run->stored) store_.append(block);
  for (const CatalogueEntry& entry : run->catalogue) catalogue_.add(entry);
  copies_.append(run->copies, run->inverted);
  run->copies = {};
  run->stored = {};
  run->catalogue = {};
  memory_bytes_ += run->inverted.memory_bytes() + run->facets.memory_bytes();
  runs_.push_back(std::move(run));
}

SegmentEntry SegmentWriter::finish() {
  const auto text_index_path = segment_.folder / kTextIndexName;
  std::vector<const TextIndexInput*> inputs;
  for (const auto& run : runs_) inputs.push_back(&run->inverted);
  auto text_index =
      std::async(std::launch::async, [&] { write_text_index(text_index_path, inputs, jobs_); });
  write_facets_of_runs();
  SegmentEntry entry;
  entry.id = segment_.id;
  entry.articles = store_.articles();
  entry.text_bytes = store_.text_bytes();
  store_.finish();
  entry.catalogue_uuid = catalogue_.finish();
  copies_.finish(segment_.folder, earlier_);
  text_index.get();
  describe_dates(text_index_path, entry);
  return entry;
}

void SegmentWriter::write_facets_of_runs() const {
  std::vector<const FacetInput*> inputs;
  for (const auto& run : runs_) inputs.push_back(&run->facets);
  write_facets(segment_.folder / kFacetsName, inputs);
}

void describe_dates(const std::filesystem::path& text_index, SegmentEntry& entry) {
  const TextIndex index(text_index);
  DateCode lowest = kUndated;
  DateCode highest = kUndated;
  for (const DateCode date : index.dates()) {
    if (date == kUndated) {
      ++entry.undated;
      continue;
    }
    lowest = lowest == kUndated ? date : std::min(lowest, date);
    highest = std::max(highest, date);
  }
  if (lowest == kUndated) return;
  entry.first_day = from_date_code(lowest).day();
  entry.last_day = from_date_code(highest).day();
}

}  // namespace dateline::indexer
