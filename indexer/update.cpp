#include "indexer/update.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <set>
#include <utility>

#include "common/error.h"
#include "common/index/index.h"
#include "common/terminal_text.h"
#include "indexer/build/merge_policy.h"
#include "indexer/build/pipeline.h"
#include "indexer/build/segment_merge.h"
#include "indexer/build/segment_writer.h"
#include "indexer/build/supersession.h"
#include "indexer/commit/commit.h"
#include "indexer/copies/earlier_segments.h"
#include "indexer/sources/archive_reader.h"

namespace dateline::indexer {
namespace {

// What a batch takes while it is parsed, inverted and compressed, about.
constexpr std::size_t kBytesInFlight = 24 << 20;

// What a segment was built in, the C library would keep for each thread apart.
void give_back_memory() {
#ifdef __GLIBC__
  ::malloc_trim(0);
#endif
}

// What an update is working on: grows from the live generation to the next.
class Update {
 public:
  Update(const UpdateOptions& options, Commit& commit, std::ostream& log)
      : options_(options), commit_(commit), log_(log), next_(commit.base()) {
    next_.last_run = {};
    next_.last_run.started = to_utc_text(std::chrono::system_clock::now());
    if (options.language) next_.settings.language = *options.language;
    fields_.insert(next_.archive_fields.begin(), next_.archive_fields.end());
    if (commit.has_base()) {
      const Index index = Index::open(options.index_dir);
      known_ = KnownArticles(index);
      for (const OpenSegment& segment : index.segments()) {
        if (!segment.deleted.empty()) deletions_[segment.entry.id] = segment.deleted;
        earlier_.add(folder_of(segment.entry.id), segment.deleted);
      }
    }
  }

  void read(ArchiveReader& reader);
  void merge();
  RunReport publish();

 private:
  void take(std::unique_ptr<ArticleRun> run, const SharedDictionary& dictionary);
  void name(std::string_view what, const Place& place, std::string_view reason);
  void end_segment();
  void report_notes();
  void merge_group(const std::vector<std::size_t>& group);
  void count_deleted();
  std::filesystem::path folder_of(SegmentId id) const;
  PipelineOptions pipeline_options() const;

  const UpdateOptions& options_;
  Commit& commit_;
  std::ostream& log_;
  Manifest next_;
  KnownArticles known_;
  Supersession supersession_{known_};
  Deletions deletions_;
  SourceNotes notes_;
  std::set<std::string, std::less<>> fields_;
  std::vector<NewSegment> new_segments_;
  EarlierSegments earlier_;
  std::unique_ptr<SegmentWriter> segment_;
  bool changed_ = false;
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

// Runs are a small part of the budget, and few jobs of a small budget are in flight. The size
// depends on the budget alone, so that the result does.
PipelineOptions Update::pipeline_options() const {
  PipelineOptions pipeline;
  pipeline.run.parse.fields = options_.fields;
  pipeline.run.enrich.language = next_.settings.language;
  const std::size_t most_jobs = options_.memory_budget_bytes / kBytesInFlight;
  pipeline.jobs = static_cast<unsigned>(std::clamp<std::size_t>(most_jobs, 1, options_.jobs));
  pipeline.batch_bytes =
      std::clamp<std::size_t>(options_.memory_budget_bytes / 64, 1 << 20, 8 << 20);
  return pipeline;
}

void Update::read(ArchiveReader& reader) {
  const PipelineOptions pipeline = pipeline_options();
  make_runs(reader, pipeline, known_,
            [this](std::unique_ptr<ArticleRun> run, const SharedDictionary& dictionary) {
              take(std::move(run), dictionary);
            });
  if (segment_) end_segment();
  report_notes();
  changed_ = supersession_.settle(deletions_, next_.last_run);
}

void Update::take(std::unique_ptr<ArticleRun> run, const SharedDictionary& dictionary) {
  for (const BadArticle& bad : run->bad) name("skipped", bad.place, bad.reason);
  for (const Companion& other : run->companions) name("no article", other.place, other.reason);
  next_.last_run.skipped += run->bad.size();
  next_.last_run.empty += run->empty;
  notes_ += run->notes;
  fields_.merge(run->archive_fields);
  if (!segment_ && run->inverted.articles() > 0) {
    new_segments_.push_back(commit_.new_segment());
    segment_ = std::make_unique<SegmentWriter>(new_segments_.back(), earlier_, options_.jobs);
  }
  for (const RunArticle& met : run->articles) {
    supersession_.note(met, met.number == 0 ? 0 : new_segments_.back().id,
                       met.number == 0 ? 0 : segment_->articles());
  }
  if (run->inverted.articles() == 0) return;
  segment_->append(std::move(run), dictionary);
  if (segment_->memory_bytes() > options_.memory_budget_bytes / 2) end_segment();
}

void Update::name(std::string_view what, const Place& place, std::string_view reason) {
  log_ << what << ' ' << printable(to_string(place)) << ": " << printable(reason) << '\n';
}

// What went in changed, so that nothing is changed in silence.
void Update::report_notes() {
  const auto tell = [this](std::uint64_t articles, std::string_view what) {
    if (articles > 0) log_ << articles << ' ' << what << '\n';
  };
  tell(notes_.from_cp1252, "articles were not UTF-8 and read as cp1252");
  tell(notes_.repaired, "articles had bytes that had to be replaced");
  tell(notes_.unread_dates, "articles have a date that cannot be read and count as undated");
}

void Update::end_segment() {
  next_.segments.push_back(segment_->finish());
  segment_.reset();
  earlier_.add(new_segments_.back().folder, {});
  give_back_memory();
}

void Update::count_deleted() {
  for (SegmentEntry& segment : next_.segments) segment.deleted = deletions_[segment.id].count();
}

std::filesystem::path Update::folder_of(SegmentId id) const {
  for (const NewSegment& segment : new_segments_) {
    if (segment.id == id) return segment.folder;
  }
  return options_.index_dir / segment_folder(id);
}

void Update::merge() {
  count_deleted();
  for (auto groups = plan_merges(next_.segments); !groups.empty();
       groups = plan_merges(next_.segments)) {
    merge_group(groups.front());
  }
}

void Update::merge_group(const std::vector<std::size_t>& group) {
  std::vector<MergeSource> sources;
  for (const std::size_t member : group) {
    const SegmentEntry& entry = next_.segments[member];
    sources.push_back({&entry, folder_of(entry.id), &deletions_[entry.id]});
  }
  const NewSegment merged = commit_.new_segment();
  const SegmentEntry entry = merge_segments(sources, merged, options_.jobs);
  give_back_memory();
  new_segments_.push_back(merged);
  for (const MergeSource& source : sources) deletions_.erase(source.entry->id);
  for (auto member = group.rbegin(); member != group.rend(); ++member) {
    next_.segments.erase(next_.segments.begin() + static_cast<std::ptrdiff_t>(*member));
  }
  if (entry.articles == 0) return;  // all its articles were gone
  next_.segments.insert(next_.segments.begin() + static_cast<std::ptrdiff_t>(group.front()), entry);
}

RunReport Update::publish() {
  RunReport report;
  report.changed = changed_ || !commit_.has_base();
  report.generation = commit_.base().generation;
  if (report.changed) merge();
  const auto elapsed = std::chrono::steady_clock::now() - started_;
  next_.last_run.seconds = std::chrono::duration<double>(elapsed).count();
  report.summary = next_.last_run;
  if (report.changed) {
    next_.archive_fields.assign(fields_.begin(), fields_.end());
    report.generation = commit_.publish(std::move(next_), deletions_).generation;
  }
  try {
    commit_.note_run(report.summary);
  } catch (
      const Error& error) {  // the generation is live: that the note of it fails must not hide it
    log_ << "warning: " << printable(error.what()) << '\n';
  }
  return report;
}

}  // namespace

RunReport run_update(const UpdateOptions& options, const Streams& streams) {
  ReadOptions reading;
  reading.format = options.format;
  reading.excluded_folder = options.index_dir.string();
  ArchiveReader reader(options.inputs, reading, streams.in);
  Commit commit(options.index_dir);
  Update update(options, commit, streams.log);
  update.read(reader);
  return update.publish();
}

}  // namespace dateline::indexer
