#include "benchmarks/peers/race.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "benchmarks/corpus_size.h"
#include "benchmarks/peers/prepared_articles.h"
#include "benchmarks/stopwatch.h"
#include "common/error.h"

namespace dateline::bench {
namespace {

namespace fs = std::filesystem;

constexpr double kNoFaster = 0.97;
constexpr double kStableSeconds = 10;
constexpr std::size_t kStablePasses = 3;
constexpr double kMostWarmSeconds = 90;

struct RaceClass {
  std::string name;
  std::vector<PeerQuery> queries;
};

struct Runner {
  std::unique_ptr<Peer> peer;
  fs::path folder;
  PeerBuild built;
  double bytes = 0;
  std::vector<Timings> timings;  // by class
};

double bytes_below(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return static_cast<double>(bytes);
}

class Race {
 public:
  Race(const RaceOptions& options, std::ostream& log) : options_(options), log_(log) {}

  Report run();

 private:
  void add_peers();
  void add(std::unique_ptr<Peer> peer, const std::string& missing);
  void build();
  void draw();
  void drop_disputed(RaceClass& of);
  void warm(Runner& runner);
  void time_rounds();
  void report_builds();
  void report_timings();

  const RaceOptions& options_;
  std::ostream& log_;
  Report report_;
  std::vector<Runner> runners_;  // Dateline first
  std::vector<RaceClass> classes_;
};

Report Race::run() {
  report_.benchmark = "peers";
  if (fs::exists(options_.out_dir) && !fs::is_empty(options_.out_dir)) {
    throw Error(ErrorKind::kUsage, fmt::format("'{}' is not empty; name a new folder with --out",
                                               options_.out_dir.string()));
  }
  add(make_dateline_peer(options_.inputs), "");
  add_peers();
  build();
  draw();
  for (Runner& runner : runners_) warm(runner);
  time_rounds();
  report_builds();
  report_timings();
  return std::move(report_);
}

void Race::add_peers() {
  struct Candidate {
    const char* missing;
    std::unique_ptr<Peer> (*make)();
  };
  static constexpr Candidate kCandidates[] = {
      {"Lucene was not measured: it wants liblucene8-java and a JDK", make_lucene_peer},
      {"Xapian was not measured", make_xapian_peer},
      {"SQLite was not measured: built without libsqlite3-dev", make_sqlite_peer}};
  for (std::size_t i = 0; i < std::size(kCandidates); ++i) {
    const std::string name = kPeerNames[i];
    if (std::find(options_.peers.begin(), options_.peers.end(), name) != options_.peers.end()) {
      add(kCandidates[i].make(), kCandidates[i].missing);
    } else {
      report_.notes.push_back(name + " was not asked for by --peers");
    }
  }
}

void Race::add(std::unique_ptr<Peer> peer, const std::string& missing) {
  if (!peer) {
    report_.notes.push_back(missing);
    return;
  }
  const fs::path folder = options_.out_dir / std::to_string(runners_.size());
  runners_.push_back({std::move(peer), folder, {}, 0, {}});
}

void Race::build() {
  const fs::path prepared = options_.out_dir / "prepared";
  for (Runner& runner : runners_) {
    log_ << "building with " << runner.peer->name() << std::endl;
    fs::create_directories(runner.folder);
    runner.built = runner.peer->build(prepared, runner.folder, options_.threads);
    runner.bytes = bytes_below(runner.folder);
    if (&runner == &runners_.front()) prepare_articles(runner.folder / "index", prepared);
  }
  for (Runner& runner : runners_) runner.peer->open(runner.folder);
  report_.corpus = corpus_of(runners_.front().folder / "index", options_.inputs);
}

void Race::draw() {
  Index index = Index::open(runners_.front().folder / "index");
  for (const QueryClass& of : draw_queries(index, options_.draw)) {
    const bool is_count = of.name == "and";
    const bool is_newest = of.name == "newest";
    if (!is_count && !is_newest && of.name != "or" && of.name != "phrase-rare" &&
        of.name != "phrase-common" && of.name != "phrase") {
      continue;
    }
    RaceClass next{of.name, {}};
    for (const std::string& text : of.queries) {
      next.queries.push_back(peer_query(text, is_newest ? Want::kNewest : Want::kBest));
    }
    drop_disputed(next);
    if (next.queries.empty()) continue;
    classes_.push_back(next);
    if (!is_count) continue;
    next.name = "count of and";
    for (PeerQuery& query : next.queries) query.want = Want::kCount;
    classes_.push_back(std::move(next));
  }
}

void Race::drop_disputed(RaceClass& of) {
  log_ << "comparing answers, " << of.name << std::endl;
  std::vector<PeerQuery> counts = of.queries;
  for (PeerQuery& query : counts) query.want = Want::kCount;
  std::vector<bool> disputed(counts.size());
  std::vector<PeerAnswer> ours;
  for (Runner& runner : runners_) {
    const std::vector<PeerAnswer> theirs = runner.peer->ask(counts);
    const std::vector<PeerAnswer> page = runner.peer->ask(of.queries);
    if (ours.empty()) ours = theirs;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (!agrees(counts[i], ours[i].hits, theirs[i].hits) ||
          page[i].hits != std::min<std::uint64_t>(10, theirs[i].hits)) {
        disputed[i] = true;
      }
    }
  }
  std::vector<PeerQuery> agreed;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (!disputed[i]) agreed.push_back(std::move(of.queries[i]));
  }
  const std::size_t dropped = counts.size() - agreed.size();
  if (dropped * 20 > counts.size()) {
    throw Error(ErrorKind::kCorrupt, fmt::format("the engines disagree on {} of {} queries of the "
                                                 "class {}; please report it",
                                                 dropped, counts.size(), of.name));
  }
  if (dropped > 0) {
    report_.notes.push_back(fmt::format(
        "left out of {}: {} queries on which the engines' counts differ", of.name, dropped));
  }
  of.queries = std::move(agreed);
}

// Java compiles what it runs often, and every engine fills caches. Java stays as slow as it is for
// some seconds and many passes, then its second compiler is ready and it is five times as fast: so
// it is seconds without a faster pass that tell, and not passes alone.
void Race::warm(Runner& runner) {
  log_ << "warming " << runner.peer->name() << std::endl;
  double best = std::numeric_limits<double>::max();
  std::size_t stable = 0;
  const auto started = Clock::now();
  for (auto improved = started;
       stable < kStablePasses || seconds(Clock::now() - improved) < kStableSeconds;) {
    if (stable > 0 && seconds(Clock::now() - started) > kMostWarmSeconds) {
      report_.notes.push_back(runner.peer->name() + " was timed while it still got faster");
      return;
    }
    double pass = 0;
    for (const RaceClass& of : classes_) {
      for (const PeerAnswer& answer : runner.peer->ask(of.queries)) pass += answer.microseconds;
    }
    const bool is_faster = pass < best * kNoFaster;
    if (is_faster) improved = Clock::now();
    stable = is_faster ? 0 : stable + 1;
    best = std::min(best, pass);
  }
}

void Race::time_rounds() {
  for (Runner& runner : runners_) runner.timings.resize(classes_.size());
  for (std::size_t round = 0; round < options_.rounds; ++round) {
    log_ << "round " << round + 1 << " of " << options_.rounds << std::endl;
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      for (Runner& runner : runners_) {
        std::vector<double>& samples = runner.timings[i].taken.emplace_back();
        for (const PeerAnswer& answer : runner.peer->ask(classes_[i].queries)) {
          samples.push_back(answer.microseconds);
        }
      }
    }
  }
}

Figure times_ours(const char* name, double theirs, double ours) {
  return figure_of(name, "", Better::kNeither, {ours > 0 ? theirs / ours : 0});
}

void Race::report_builds() {
  const auto text = static_cast<double>(report_.corpus.text_bytes);
  const Runner& ours = runners_.front();
  for (const Runner& runner : runners_) {
    report_.rows.push_back(
        {"build / " + runner.peer->name(),
         {figure_of("time", "s", Better::kLower, {runner.built.seconds}),
          figure_of("processor", "s", Better::kLower, {runner.built.processor_seconds}),
          figure_of("text", "MB/s", Better::kHigher, {text / 1e6 / runner.built.seconds}),
          figure_of("memory", "MB", Better::kLower,
                    {static_cast<double>(runner.built.peak_resident_bytes) / 1e6}),
          figure_of("size", "MB", Better::kLower, {runner.bytes / 1e6}),
          figure_of("of text", "", Better::kLower,
                    {ratio(runner.bytes, report_.corpus.text_bytes)}),
          figure_of("of files", "", Better::kLower,
                    {ratio(runner.bytes, report_.corpus.input_bytes)}),
          times_ours("time x", runner.built.seconds, ours.built.seconds),
          times_ours("size x", runner.bytes, ours.bytes)}});
  }
}

// Over the queries, of each the median of its rounds: what else the machine did in a round counts
// for none of the engines.
std::vector<Figure> steady_figures(const Timings& timings) {
  std::vector<double> medians;
  for (std::size_t query = 0; query < timings.taken.front().size(); ++query) {
    std::vector<double> of_query;
    for (const auto& round : timings.taken) of_query.push_back(round[query]);
    medians.push_back(median_of(std::move(of_query)));
  }
  std::vector<Figure> figures = timing_figures(timings);
  const std::vector<Figure> steady = timing_figures({{std::move(medians)}, {}});
  for (std::size_t i = 0; i < figures.size(); ++i) figures[i].value = steady[i].value;
  std::erase_if(figures, [](const Figure& figure) { return figure.better == Better::kNeither; });
  return figures;
}

void Race::report_timings() {
  for (std::size_t i = 0; i < classes_.size(); ++i) {
    std::vector<Figure> ours;
    for (const Runner& runner : runners_) {
      Row row{classes_[i].name + " / " + runner.peer->name(), steady_figures(runner.timings[i])};
      if (ours.empty()) ours = row.figures;
      for (std::size_t f = 0; f < ours.size(); ++f) {
        if (ours[f].name == "p90") continue;
        row.figures.push_back(
            times_ours((ours[f].name + " x").c_str(), row.figures[f].value, ours[f].value));
      }
      report_.rows.push_back(std::move(row));
    }
  }
}

}  // namespace

Report race_peers(const RaceOptions& options, std::ostream& log) {
  return Race(options, log).run();
}

PeerQuery peer_query(const std::string& text, Want want) {
  PeerQuery query;
  query.want = want;
  if (text.find(" OR ") != std::string::npos) query.match = Match::kAny;
  std::string bare = text;
  if (bare.starts_with('"')) {
    query.match = Match::kPhrase;
    std::erase(bare, '"');
  }
  for (const std::string_view word : split_words(bare)) {
    if (word != "AND" && word != "OR") query.words.emplace_back(word);
  }
  query.stems = stems_of(query.words);
  return query;
}

bool agrees(const PeerQuery& query, std::uint64_t ours, std::uint64_t theirs) {
  const std::uint64_t slack = 3 + ours / 100;
  if (theirs + slack < ours) return false;
  return query.match == Match::kPhrase || theirs <= ours + slack;
}

}  // namespace dateline::bench
