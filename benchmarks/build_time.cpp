#include "benchmarks/build_time.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <map>

#include "benchmarks/child_process.h"
#include "benchmarks/corpus_size.h"
#include "common/error.h"
#include "common/index/index.h"
#include "indexer/update/update.h"

namespace dateline::bench {
namespace {

namespace fs = std::filesystem;

class Build {
 public:
  Build(const BuildOptions& options, std::ostream& log) : options_(options), log_(log) {}

  Report measure();

 private:
  ChildUsage update(const fs::path& index, const std::vector<std::string>& inputs);
  void build_anew(std::size_t round);
  void add_increment(std::size_t round);
  Row usage_row(const std::string& name, const std::vector<ChildUsage>& rounds, double articles,
                double text_bytes) const;
  Row part_row(const std::string& name, double bytes, const Corpus& corpus) const;
  void add_parts(Report& report) const;

  const BuildOptions& options_;
  std::ostream& log_;
  fs::path index_ = options_.out_dir / "index";
  fs::path copy_ = options_.out_dir / "with-increment";
  fs::path increment_ = options_.out_dir / "increment.jsonl";
  std::size_t increment_articles_ = 0;
  std::vector<ChildUsage> whole_;
  std::vector<ChildUsage> added_;
  double whole_seconds_ = 0;  // the median
};

Report Build::measure() {
  if (fs::exists(options_.out_dir) && !fs::is_empty(options_.out_dir)) {
    throw Error(ErrorKind::kUsage, fmt::format("'{}' is not empty; name a new folder with --out",
                                               options_.out_dir.string()));
  }
  fs::create_directories(options_.out_dir);
  for (std::size_t round = 0; round < options_.rounds; ++round) build_anew(round);
  increment_articles_ = write_increment(index_, increment_);
  for (std::size_t round = 0; round < options_.rounds; ++round) add_increment(round);

  std::vector<double> whole_seconds;
  for (const ChildUsage& usage : whole_) whole_seconds.push_back(usage.seconds);
  whole_seconds_ = median_of(std::move(whole_seconds));

  Report report;
  report.benchmark = "build";
  report.corpus = corpus_of(index_, options_.inputs);
  const auto text_bytes = static_cast<double>(report.corpus.text_bytes);
  const auto articles = static_cast<double>(report.corpus.articles);
  report.rows.push_back(usage_row("build", whole_, articles, text_bytes));
  report.rows.push_back(
      usage_row("1 % more", added_, static_cast<double>(increment_articles_),
                text_bytes * static_cast<double>(increment_articles_) / articles));
  add_parts(report);
  fs::remove_all(copy_);
  return report;
}

void Build::build_anew(std::size_t round) {
  log_ << "build, round " << round + 1 << " of " << options_.rounds << std::endl;
  fs::remove_all(index_);
  whole_.push_back(update(index_, options_.inputs));
}

void Build::add_increment(std::size_t round) {
  log_ << "1 % more, round " << round + 1 << " of " << options_.rounds << std::endl;
  fs::remove_all(copy_);
  fs::copy(index_, copy_, fs::copy_options::recursive);
  added_.push_back(update(copy_, {increment_.string()}));
  if (live_articles(copy_) != live_articles(index_) + increment_articles_) {
    throw Error(ErrorKind::kCorrupt, "the update lost or doubled articles; please report it");
  }
}

ChildUsage Build::update(const fs::path& index, const std::vector<std::string>& inputs) {
  indexer::UpdateOptions options;
  options.index_dir = index;
  options.inputs = inputs;
  options.memory_budget_bytes = options_.memory_budget_bytes;
  options.jobs = options_.jobs;
  return run_forked([&] {
    std::ofstream nowhere("/dev/null");
    indexer::run_update(options, {std::cin, nowhere, nowhere});
  });
}

Row Build::usage_row(const std::string& name, const std::vector<ChildUsage>& rounds,
                     double articles, double text_bytes) const {
  std::vector<double> took;
  std::vector<double> worked;
  std::vector<double> speed;
  std::vector<double> memory;
  std::vector<double> share;
  for (const ChildUsage& usage : rounds) {
    took.push_back(usage.seconds);
    worked.push_back(usage.processor_seconds);
    speed.push_back(text_bytes / 1e6 / usage.seconds);
    memory.push_back(static_cast<double>(usage.peak_resident_bytes) / 1e6);
    share.push_back(100 * usage.seconds / whole_seconds_);
  }
  return {name,
          {figure_of("time", "s", Better::kLower, took),
           figure_of("processor", "s", Better::kLower, worked),
           figure_of("text", "MB/s", Better::kHigher, speed),
           figure_of("memory", "MB", Better::kLower, memory),
           figure_of("budget", "MB", Better::kNeither,
                     {static_cast<double>(options_.memory_budget_bytes) / 1e6}),
           figure_of("of build", "%", Better::kLower, share),
           figure_of("articles", "", Better::kNeither, {articles})}};
}

// The same inputs give the same bytes: one round is as good as many.
Row Build::part_row(const std::string& name, double bytes, const Corpus& corpus) const {
  const auto same = [&](double value) { return std::vector<double>(options_.rounds, value); };
  return {name,
          {figure_of("size", "MB", Better::kLower, same(bytes / 1e6)),
           figure_of("of text", "", Better::kLower, same(ratio(bytes, corpus.text_bytes))),
           figure_of("of files", "", Better::kLower, same(ratio(bytes, corpus.input_bytes)))}};
}

void Build::add_parts(Report& report) const {
  std::map<std::string, double> parts;
  const Index index = Index::open(index_);
  for (const SegmentEntry& segment : index.manifest().segments) {
    for (const FileEntry& file : segment.files) {
      parts[file.name] += static_cast<double>(file.size_bytes);
    }
  }
  double whole = 0;
  for (const auto& [name, bytes] : parts) {
    report.rows.push_back(part_row(name, bytes, report.corpus));
    whole += bytes;
  }
  report.rows.push_back(part_row("all parts", whole, report.corpus));
}

}  // namespace

Report measure_build(const BuildOptions& options, std::ostream& log) {
  return Build(options, log).measure();
}

}  // namespace dateline::bench
