#include "benchmarks/judged/judged.h"

#include <fmt/format.h>

#include <fstream>
#include <set>
#include <sstream>
#include <utility>

#include "benchmarks/corpus_size.h"
#include "benchmarks/judged/judgments.h"
#include "benchmarks/judged/measures.h"
#include "benchmarks/judged/paired_test.h"
#include "benchmarks/judged/run_file.h"
#include "benchmarks/judged/topic_query.h"
#include "common/error.h"
#include "indexer/update/update.h"
#include "searcher/search/searcher.h"

namespace dateline::bench {
namespace {

constexpr std::size_t kRunDepth = 1'000;

std::ifstream opened(const std::filesystem::path& file, std::string_view what) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorKind::kInput, fmt::format("cannot read {} '{}'", what, file.string()));
  return in;
}

// A new index of the inputs, with what the indexer says of them on `log`.
std::filesystem::path build_index(const JudgedOptions& options, std::ostream& log) {
  if (std::filesystem::exists(options.out_dir) && !std::filesystem::is_empty(options.out_dir)) {
    throw Error(ErrorKind::kUsage,
                "'" + options.out_dir.string() + "' is not empty; name a new folder with --out");
  }
  std::filesystem::create_directories(options.out_dir);
  indexer::UpdateOptions update;
  update.index_dir = options.out_dir / "index";
  update.inputs = options.inputs;
  std::istringstream no_input;
  std::ostringstream ignored;
  indexer::run_update(update, {no_input, ignored, log});
  return update.index_dir;
}

// A topic that says something of a ranking, and what people said of documents for it.
struct JudgedTopic {
  Topic topic;
  const Grades* grades;
};

class JudgedRun {
 public:
  JudgedRun(const JudgedOptions& options, std::ostream& log) : options_(options), log_(log) {}

  Report measure();

 private:
  void read_files();
  std::vector<Topic> chosen_topics();
  void note(std::string_view what, const SkippedLines& skipped);
  Run ask(const std::filesystem::path& index_dir);
  void tell_strange_ids(const Run& run);
  std::vector<Measures> measure_all(const Run& run) const;
  void tell_topics(const std::vector<Measures>& measured);
  void tell_mean(std::string name, const std::vector<Measures>& measured);
  void tell_difference(const std::vector<Measures>& ours, const std::vector<Measures>& theirs);

  const JudgedOptions& options_;
  std::ostream& log_;
  Judgments judgments_;
  std::vector<JudgedTopic> topics_;
  Report report_;
};

Report JudgedRun::measure() {
  report_.benchmark = "judged";
  read_files();
  const auto index_dir = options_.inputs.empty() ? options_.index_dir : build_index(options_, log_);
  const Run run = ask(index_dir);
  tell_strange_ids(run);
  const std::vector<Measures> ours = measure_all(run);
  tell_topics(ours);
  tell_mean("mean", ours);
  if (options_.against) {
    SkippedLines skipped;
    std::ifstream in = opened(*options_.against, "the run");
    const Run other = read_run(in, options_.against->string(), skipped);
    note("lines of the run were", skipped);
    const std::vector<Measures> theirs = measure_all(other);
    tell_mean("mean of the other run", theirs);
    tell_difference(ours, theirs);
  }
  report_.corpus = corpus_of(index_dir);
  return std::move(report_);
}

void JudgedRun::note(std::string_view what, const SkippedLines& skipped) {
  if (skipped.count == 0) return;
  std::string text = fmt::format("{} {} skipped:", skipped.count, what);
  for (const std::string& named : skipped.named) text += ' ' + named + ';';
  text.pop_back();
  report_.notes.push_back(std::move(text));
}

std::vector<Topic> JudgedRun::chosen_topics() {
  SkippedLines skipped;
  std::ifstream in = opened(options_.topics_file, "the topics");
  auto topics = read_topics(in, options_.topics_file.string(), options_.parts, skipped);
  note("topics were", skipped);
  return half_of(std::move(topics), options_.half);
}

void JudgedRun::read_files() {
  SkippedLines skipped;
  std::ifstream in = opened(options_.judgments_file, "the judgments");
  judgments_ = read_judgments(in, options_.judgments_file.string(), skipped);
  note("lines of the judgments were", skipped);
  std::size_t unjudged = 0;
  for (Topic& topic : chosen_topics()) {
    const auto found = judgments_.find(topic.id);
    if (found == judgments_.end() || !has_relevant(found->second, options_.least_grade)) {
      ++unjudged;
    } else {
      topics_.push_back({std::move(topic), &found->second});
    }
  }
  if (unjudged > 0) {
    report_.notes.push_back(fmt::format(
        "{} topics have no document of use among the judged and are left out", unjudged));
  }
  if (topics_.empty()) {
    throw Error(ErrorKind::kInput, "no topic of '" + options_.topics_file.string() +
                                       "' has a document of use in '" +
                                       options_.judgments_file.string() + "'");
  }
}

Run JudgedRun::ask(const std::filesystem::path& index_dir) {
  searcher::Searcher searcher(index_dir);
  searcher::SearchOptions options;
  options.page.limit = kRunDepth;
  options.page.detail = searcher::Detail::kScores;
  options.count.total = searcher::TotalCount::kEstimate;
  std::ofstream out;
  if (options_.run_file) out.open(*options_.run_file, std::ios::binary);
  Run run;
  for (const JudgedTopic& of : topics_) {
    searcher::Query query = query_of_topic(of.topic.text);
    if (options_.expand) query = searcher.expanded(query, {});
    const auto found = searcher.search(query, options);
    Ranking& ranking = run[of.topic.id];
    for (const searcher::Hit& hit : found.hits) ranking.push_back({hit.article.id, hit.score});
    if (options_.run_file) write_ranking(out, of.topic.id, ranking, "dateline");
  }
  if (options_.run_file && !out.flush()) {
    throw Error(ErrorKind::kSystem, "cannot write '" + options_.run_file->string() + "'");
  }
  return run;
}

// An archive whose ids are others than those that were judged measures as 0, and is none.
void JudgedRun::tell_strange_ids(const Run& run) {
  std::set<std::string, std::less<>> judged;
  for (const JudgedTopic& of : topics_) {
    for (const auto& [document, grade] : *of.grades) judged.insert(document);
  }
  for (const auto& [topic, ranking] : run) {
    for (const RankedDocument& document : ranking) {
      if (judged.contains(document.id)) return;
    }
  }
  report_.notes.push_back("no article that was found has the id of a judged document");
}

std::vector<Measures> JudgedRun::measure_all(const Run& run) const {
  std::vector<Measures> measured;
  for (const JudgedTopic& of : topics_) {
    const auto found = run.find(of.topic.id);
    const auto ids = found == run.end() ? std::vector<std::string>() : ids_of(found->second);
    measured.push_back(bench::measure(ids, *of.grades, options_.least_grade));
  }
  return measured;
}

void JudgedRun::tell_topics(const std::vector<Measures>& measured) {
  for (std::size_t i = 0; i < topics_.size(); ++i) {
    Row row{"topic " + topics_[i].topic.id, {}};
    for (const MeasureName& name : measure_names()) {
      row.figures.push_back(
          figure_of(name.of_topic, "", Better::kHigher, {measured[i].*name.value}));
    }
    report_.rows.push_back(std::move(row));
  }
}

void JudgedRun::tell_mean(std::string name, const std::vector<Measures>& measured) {
  const Measures mean = mean_of(measured);
  Row row{std::move(name), {}};
  for (const MeasureName& of : measure_names()) {
    row.figures.push_back(figure_of(of.of_mean, "", Better::kHigher, {mean.*of.value}));
  }
  report_.rows.push_back(std::move(row));
}

void JudgedRun::tell_difference(const std::vector<Measures>& ours,
                                const std::vector<Measures>& theirs) {
  Row higher{"higher by", {}};
  Row chance{"p", {}};
  for (const MeasureName& of : measure_names()) {
    std::vector<double> differences;
    double sum = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
      differences.push_back(ours[i].*of.value - theirs[i].*of.value);
      sum += differences.back();
    }
    const double mean = sum / static_cast<double>(ours.size());
    higher.figures.push_back(figure_of(of.of_mean, "", Better::kNeither, {mean}));
    chance.figures.push_back(
        figure_of(of.of_mean, "", Better::kNeither, {randomisation_test(differences)}));
  }
  report_.rows.push_back(std::move(higher));
  report_.rows.push_back(std::move(chance));
}

}  // namespace

Report measure_judged(const JudgedOptions& options, std::ostream& log) {
  return JudgedRun(options, log).measure();
}

}  // namespace dateline::bench
