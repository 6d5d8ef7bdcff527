#include "indexer/update/update.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <set>
#include <span>
#include <utility>

#include "common/error.h"
#include "common/index/index.h"
#include "common/terminal_text.h"
#include "indexer/commit/commit.h"
#include "indexer/sources/archive_reader.h"
#include "indexer/update/batch.h"
#include "indexer/update/merge_policy.h"
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
  void merge();
  RunReport publish();

 private:
  Update(const UpdateOptions& options, Commit& commit, std::ostream& log,
         const std::optional<Index>& live);

  BatchOptions batch_options() const;
  void take(std::unique_ptr<Batch> batch);
  void tell(const Batch& batch);
  void name(std::string_view what, const Origin& origin, std::string_view reason);
  void compare(const Batch& batch);
  void append(std::unique_ptr<Batch> batch);
  void end_segment();
  void tell_notes();
  bool makes_a_generation() const { return changed_ || !commit_.has_base(); }

  const UpdateOptions& options_;
  Commit& commit_;
  std::ostream& log_;
  Manifest manifest_;  // but for the segments: those are next_'s
  NextGeneration next_;
  KnownArticles known_;
  Supersession supersession_{known_};
  SourceNotes notes_;
  DayOrders day_orders_;
  std::set<std::string, std::less<>> fields_;
  std::unique_ptr<SegmentWriter> segment_;
  bool changed_ = false;
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

Update::Update(const UpdateOptions& options, Commit& commit, std::ostream& log,
               const std::optional<Index>& live)
    : options_(options),
      commit_(commit),
      log_(log),
      manifest_(commit.base()),
      next_(commit, live),
      known_(live ? KnownArticles(*live) : KnownArticles()),
      fields_(manifest_.archive_fields.begin(), manifest_.archive_fields.end()) {
  manifest_.last_run = {};
  manifest_.last_run.started = to_utc_text(std::chrono::system_clock::now());
  if (options.language) manifest_.settings.language = *options.language;
}

// Batches are a small part of the budget, and few jobs of a small budget are in flight. The size
// depends on the budget alone, so that the result does.
BatchOptions Update::batch_options() const {
  BatchOptions batches;
  batches.parse.fields = options_.fields;
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
  make_batches(reader, batch_options(), known_,
               [this](std::unique_ptr<Batch> batch) { take(std::move(batch)); });
  if (segment_) end_segment();
  tell_notes();
  Deletions gone;
  changed_ = supersession_.settle(gone, manifest_.last_run);
  next_.mark_deleted(gone);
}

// A segment begins with the first new article, so that a run without any leaves the index alone.
// The numbers of the articles must be told before they are appended, which may end the segment.
void Update::take(std::unique_ptr<Batch> batch) {
  tell(*batch);
  if (!segment_ && batch->inverted.articles() > 0) {
    segment_ = std::make_unique<SegmentWriter>(commit_.new_segment(), options_.jobs);
  }
  compare(*batch);
  if (batch->inverted.articles() > 0) append(std::move(batch));
}

void Update::tell(const Batch& batch) {
  for (const BadArticle& bad : batch.bad) name("skipped", bad.origin, bad.reason);
  for (const Companion& other : batch.companions) name("no article", other.origin, other.reason);
  manifest_.last_run.skipped += batch.bad.size();
  manifest_.last_run.empty += batch.empty;
  notes_ += batch.notes;
  fields_.insert(batch.archive_fields.begin(), batch.archive_fields.end());
}

void Update::name(std::string_view what, const Origin& origin, std::string_view reason) {
  log_ << what << ' ' << printable(to_string(origin)) << ": " << printable(reason) << '\n';
}

void Update::compare(const Batch& batch) {
  for (const BatchArticle& met : batch.articles) {
    std::optional<ArticleInSegment> added;
    if (met.number) added = {segment_->id(), segment_->articles() + *met.number};
    supersession_.note(met.identity, met.content, added);
  }
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

// What went in changed, so that nothing is changed in silence.
void Update::tell_notes() {
  const auto tell = [this](std::uint64_t articles, std::string_view one, std::string_view several) {
    if (articles > 0) log_ << articles << ' ' << (articles == 1 ? one : several) << '\n';
  };
  tell(notes_.from_cp1252, "article was not UTF-8 and read as cp1252",
       "articles were not UTF-8 and read as cp1252");
  tell(notes_.repaired, "article had bytes that had to be replaced",
       "articles had bytes that had to be replaced");
  tell(notes_.unread_dates, "article has a date that cannot be read and counts as undated",
       "articles have a date that cannot be read and count as undated");
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
    manifest_.archive_fields.assign(fields_.begin(), fields_.end());
    report.generation = next_.publish(std::move(manifest_));
  }
  try {
    commit_.note_run(report.summary);
  } catch (const Error& error) {
    // The generation is live: that the note of it fails must not hide it.
    log_ << "warning: " << printable(error.what()) << '\n';
  }
  return report;
}

}  // namespace

// The inputs are looked at before the index is locked, so that a slip of the hand in their names
// touches nothing.
RunReport run_update(const UpdateOptions& options, const Streams& streams) {
  ReadOptions reading;
  reading.format = options.format;
  reading.excluded_folder = options.index_dir.string();
  auto reader = std::make_unique<ArchiveReader>(options.inputs, reading, streams.in);
  Commit commit(options.index_dir);
  DayOrders orders(options.day_order);
  std::ostream log(streams.log.rdbuf());
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
    streams.log << printable(line) << '\n';
  }
  update->merge();
  return update->publish();
}

}  // namespace dateline::indexer
