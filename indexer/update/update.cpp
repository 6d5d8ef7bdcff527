#include "indexer/update/update.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <span>
#include <utility>

#include "common/error.h"
#include "common/index/index.h"
#include "common/terminal_text.h"
#include "indexer/commit/commit.h"
#include "indexer/sources/archive_reader.h"
#include "indexer/update/batch.h"
#include "indexer/update/field_names.h"
#include "indexer/update/live_articles.h"
#include "indexer/update/merge_policy.h"
#include "indexer/update/namesakes.h"
#include "indexer/update/segment_writer.h"
#include "indexer/update/supersession.h"

namespace dateline::indexer {
namespace {

// What a batch takes while it is parsed, inverted and compressed, about.
constexpr std::size_t kBytesInFlight = 24 << 20;

// The segments of the generation that an update makes: those of the live one, new ones and merged
// ones, each with all that is deleted of it. Not thread-safe.
class NextGeneration {
 public:
  // Begins with the segments of the live generation, if there is one.
  NextGeneration(Commit& commit, const std::optional<Index>& live);

  // In the order of their articles.
  std::span<const SegmentOnDisk> segments() const { return segments_; }

  // The last, with all its files.
  void append(SegmentOnDisk segment) { segments_.push_back(std::move(segment)); }

  // Beside what is deleted already.
  void mark_deleted(const Deletions& gone);

  // Merges segments until the policy (merge_policy.h) finds none to merge.
  void merge(unsigned jobs);

  // Makes it live, as Commit::publish does, with the settings and the account of `next`, and
  // returns its number. Call it once.
  std::uint64_t publish(Manifest next);

 private:
  std::vector<SegmentEntry> entries() const;
  void merge_group(std::span<const std::size_t> group, unsigned jobs);

  Commit& commit_;
  std::vector<SegmentOnDisk> segments_;
};

NextGeneration::NextGeneration(Commit& commit, const std::optional<Index>& live) : commit_(commit) {
  if (live) segments_.assign(live->segments().begin(), live->segments().end());
}

void NextGeneration::mark_deleted(const Deletions& gone) {
  for (SegmentOnDisk& segment : segments_) {
    const auto found = gone.find(segment.entry.id);
    if (found != gone.end()) segment.deleted.add(found->second);
  }
}

std::vector<SegmentEntry> NextGeneration::entries() const {
  std::vector<SegmentEntry> entries;
  for (const SegmentOnDisk& segment : segments_) {
    entries.push_back(segment.entry);
    entries.back().deleted = segment.deleted.count();
  }
  return entries;
}

// One group at a time: what it becomes may belong into a group of the next tier.
void NextGeneration::merge(unsigned jobs) {
  for (auto groups = plan_merges(entries()); !groups.empty(); groups = plan_merges(entries())) {
    merge_group(groups.front(), jobs);
  }
}

// The merged segment stands where the first of the group stood, because equal hits come in the
// order of the segments.
void NextGeneration::merge_group(std::span<const std::size_t> group, unsigned jobs) {
  std::vector<SegmentOnDisk> members;
  for (const std::size_t member : group) members.push_back(std::move(segments_[member]));
  SegmentOnDisk merged = merge_segments(members, commit_.new_segment(), jobs);
  const auto first = segments_.begin() + static_cast<std::ptrdiff_t>(group.front());
  *first = std::move(merged);
  for (std::size_t i = group.size(); i > 1; --i) {
    segments_.erase(segments_.begin() + static_cast<std::ptrdiff_t>(group[i - 1]));
  }
  if (first->entry.articles == 0) segments_.erase(first);  // all its articles were gone
}

std::uint64_t NextGeneration::publish(Manifest next) {
  next.segments = entries();
  Deletions deletions;
  for (const SegmentOnDisk& segment : segments_) deletions[segment.entry.id] = segment.deleted;
  return commit_.publish(std::move(next), deletions).generation;
}

std::optional<Index> open_live(const UpdateOptions& options, const Commit& commit) {
  if (!commit.has_base()) return std::nullopt;
  return Index::open(options.index_dir);
}

// One update on its way from the live generation to the next.
class Update {
 public:
  Update(const UpdateOptions& options, Commit& commit, std::ostream& log, const DayOrders& orders)
      : Update(options, commit, log, open_live(options, commit)) {
    day_orders_ = orders;
  }

  void read(ArchiveReader& reader);
  const SourceNotes& notes() const { return notes_; }
  void say(const std::string& line) { run_log_.say(line); }
  void merge();
  RunReport publish();

 private:
  Update(const UpdateOptions& options, Commit& commit, std::ostream& log,
         const std::optional<Index>& live);

  BatchOptions batch_options() const;
  void take(std::unique_ptr<Batch> batch);
  void tell(const Batch& batch);
  void refuse_to_double();
  void compare(const Batch& batch);
  void append(std::unique_ptr<Batch> batch);
  void end_segment();
  void note_run(const RunReport& report);
  bool makes_a_generation() const { return changed_ || !commit_.has_base(); }

  const UpdateOptions& options_;
  Commit& commit_;
  std::ostream& log_;
  RunLog run_log_;
  Manifest manifest_;  // but for the segments: those are next_'s
  NextGeneration next_;
  KnownArticles known_;
  LiveArticles live_;
  Namesakes namesakes_{known_, live_};
  Supersession supersession_{known_};
  SourceNotes notes_;
  FieldNames fields_;
  DayOrders day_orders_;
  std::uint64_t noted_ = 0;  // articles that notes_ are of
  std::unique_ptr<SegmentWriter> segment_;
  bool changed_ = false;
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

Update::Update(const UpdateOptions& options, Commit& commit, std::ostream& log,
               const std::optional<Index>& live)
    : options_(options),
      commit_(commit),
      log_(log),
      run_log_(log, Told::read(options.index_dir), options.tell),
      manifest_(commit.base()),
      next_(commit, live),
      known_(live ? KnownArticles(*live) : KnownArticles()),
      live_(options.index_dir),
      fields_(manifest_.archive_fields) {
  run_log_.begin(options.inputs);
  manifest_.last_run = {};
  manifest_.last_run.started = to_utc_text(std::chrono::system_clock::now());
  if (options.language) manifest_.settings.language = *options.language;
}

// Batches are a small part of the budget, and few jobs of a small budget are in flight. The size
// depends on the budget alone, so that the result does.
BatchOptions Update::batch_options() const {
  BatchOptions batches;
  batches.parse.fields = options_.fields;
  batches.parse.encoding = options_.encoding;
  if (options_.root) batches.parse.root = ArchiveRoot(*options_.root, options_.inputs);
  batches.all_notes = options_.tell == Tell::kAll;
  batches.enrich.language = manifest_.settings.language;
  batches.day_orders = day_orders_;
  const std::size_t most_jobs = options_.memory_budget_bytes / kBytesInFlight;
  batches.jobs = static_cast<unsigned>(std::clamp<std::size_t>(most_jobs, 1, options_.jobs));
  batches.batch_bytes =
      std::clamp<std::size_t>(options_.memory_budget_bytes / 64, 1 << 20, 8 << 20);
  return batches;
}

// Which versions stay is known when all has been read: until then nothing is marked as deleted, and
// copies are looked for in what was live.
void Update::read(ArchiveReader& reader) {
  make_batches(reader, batch_options(), known_, namesakes_,
               [this](std::unique_ptr<Batch> batch) { take(std::move(batch)); });
  if (!options_.again) refuse_to_double();
  if (segment_) end_segment();
  run_log_.passed_over(reader.passed_over());
  run_log_.end(notes_, noted_);
  if (const auto complaint = fields_.complaint(); !complaint.empty()) run_log_.say(complaint);
  Deletions gone;
  changed_ = supersession_.settle(gone, manifest_.last_run);
  next_.mark_deleted(gone);
}

// A segment begins with the first new article, so that a run without any leaves the index alone.
// The numbers of the articles must be told before they are appended, which may end the segment.
void Update::take(std::unique_ptr<Batch> batch) {
  tell(*batch);
  fields_.admit(*batch);
  if (!segment_ && batch->inverted.articles() > 0) {
    segment_ = std::make_unique<SegmentWriter>(commit_.new_segment(), options_.jobs);
  }
  compare(*batch);
  if (batch->inverted.articles() > 0) append(std::move(batch));
}

void Update::tell(const Batch& batch) {
  for (const BadArticle& bad : batch.bad) run_log_.skipped(bad);
  for (const Companion& other : batch.companions) run_log_.no_article(other);
  manifest_.last_run.skipped += batch.bad.size();
  manifest_.last_run.empty += batch.empty;
  notes_ += batch.notes;
  noted_ += options_.tell == Tell::kAll ? batch.articles.size() : batch.inverted.articles();
}

void Update::compare(const Batch& batch) {
  using Outcome = Supersession::Outcome;
  for (const BatchArticle& met : batch.articles) {
    std::optional<ArticleInSegment> added;
    if (met.number) added = {segment_->id(), segment_->articles() + *met.number};
    const Supersession::Noted noted = supersession_.note(met, added);
    if (noted.outcome == Outcome::kNone) continue;
    const std::string later = to_string({met.file, {}, met.line});
    run_log_.replaced_in_run({met.id, later, noted.earlier}, noted.outcome == Outcome::kNewVersion);
  }
}

// One folder by two paths would be two archives for ever: the second run is the last at which that
// is seen. An article or two may well be copies that another newspaper printed.
void Update::refuse_to_double() {
  constexpr std::uint64_t kFewest = 2;
  const Supersession::Doubled doubled = supersession_.doubled();
  if (doubled.articles < kFewest || doubled.articles * 2 <= known_.size()) return;
  throw Error(ErrorKind::kInput,
              fmt::format("{} of the {} articles in the index would go in once more under other "
                          "names, such as '{}', which is there as '{}': name the inputs as before, "
                          "or say with --root DIR what their paths are relative to; --again puts "
                          "the articles in twice",
                          doubled.articles, known_.size(), doubled.example,
                          live_.read(doubled.another).id));
}

void Update::append(std::unique_ptr<Batch> batch) {
  segment_->append(std::move(batch));
  if (segment_->memory_bytes() > options_.memory_budget_bytes / 2) end_segment();
}

// Copies are looked for in the segments before this one, those of this run included.
void Update::end_segment() {
  next_.append(segment_->finish(next_.segments()));
  segment_.reset();
  give_back_memory();
}

void Update::merge() {
  if (makes_a_generation()) next_.merge(options_.jobs);
}

// The account of the run is taken before publishing and written after: it must not tell of what has
// not become live.
RunReport Update::publish() {
  RunReport report;
  report.changed = makes_a_generation();
  const auto elapsed = std::chrono::steady_clock::now() - started_;
  manifest_.last_run.seconds = std::chrono::duration<double>(elapsed).count();
  report.summary = manifest_.last_run;
  report.generation = manifest_.generation;
  if (report.changed) {
    manifest_.archive_fields = fields_.names();
    report.generation = next_.publish(std::move(manifest_));
  }
  report.skipped_before = run_log_.skipped_before();
  report.has_complaint = run_log_.has_complaint();
  note_run(report);
  return report;
}

void Update::note_run(const RunReport& report) try {
  commit_.note_run(report.summary);
  const bool is_kept = std::filesystem::exists(options_.index_dir / kLastToldName);
  if (is_kept || !run_log_.told().empty()) commit_.note_told(run_log_.told().to_bytes());
} catch (const Error& error) {
  // The generation is live: that the note of it fails must not hide it.
  log_ << "warning: " << printable(error.what()) << '\n';
}

}  // namespace

// The inputs are looked at before the index is locked, so that a slip of the hand in their names
// touches nothing.
RunReport run_update(const UpdateOptions& options, const Streams& streams) {
  ReadOptions reading;
  reading.format = options.format;
  reading.excluded_folder = options.index_dir.string();
  reading.exclusions = Exclusions(options.exclude);
  auto reader = std::make_unique<ArchiveReader>(options.inputs, reading, streams.in);
  if (options.root) ArchiveRoot(*options.root, options.inputs);  // throws where it cannot be one
  Commit commit(options.index_dir);
  DayOrders orders(options.day_order);
  std::ostream log(streams.log.rdbuf());
  log << std::unitbuf;  // what is met is told while the run goes on
  auto update = std::make_unique<Update>(options, commit, log, orders);
  update->read(*reader);
  const bool is_pipe = std::ranges::find(options.inputs, "-") != options.inputs.end();
  if (orders.learn(update->notes().days) && !is_pipe) {
    // The first reading has named all there is to name; its segments are never published and go with
    // the run.
    log.rdbuf(nullptr);
    reader = std::make_unique<ArchiveReader>(options.inputs, reading, streams.in);
    update = std::make_unique<Update>(options, commit, log, orders);
    update->read(*reader);
    orders.learn(update->notes().days);
    log.rdbuf(streams.log.rdbuf());
  }
  for (const std::string& line : orders.tell(update->notes().days, options.inputs)) {
    update->say(line);
  }
  update->merge();
  return update->publish();
}

}  // namespace dateline::indexer
