// Lucene 8 in a process of its own: see README.md and lucene/LucenePeer.java here.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <optional>
#include <sstream>

#include "benchmarks/peers/lucene_peer_source.h"
#include "benchmarks/peers/peer.h"
#include "benchmarks/talking_process.h"
#include "common/error.h"

namespace dateline::bench {
namespace {

namespace fs = std::filesystem;

constexpr const char* kJars = "/usr/share/java";
constexpr std::string_view kJarBegin = "lucene-core-8.";
constexpr const char* kHeap = "-Xmx1g";

std::optional<fs::path> find_jar() {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(kJars, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kJarBegin) && entry.path().extension() == ".jar") return entry.path();
  }
  return std::nullopt;
}

class LucenePeer final : public Peer {
 public:
  explicit LucenePeer(fs::path jar) : jar_(std::move(jar)) {}

  std::string name() const override {
    const std::string stem = jar_.stem().string();
    return "Lucene " + stem.substr(stem.rfind('-') + 1);
  }

  PeerBuild build(const fs::path& prepared, const fs::path& folder, unsigned threads) override {
    write_program(folder);
    TalkingProcess java("java",
                        arguments(folder, {"build", prepared.string(), (folder / "lucene").string(),
                                           std::to_string(threads)}));
    // Its own watch: starting the machine and compiling the program are not Lucene's doing.
    const double took = std::stod(java.read_line());
    const ChildUsage usage = java.finish();
    return {took, usage.processor_seconds, usage.peak_resident_bytes};
  }

  void open(const fs::path& folder) override {
    java_.emplace("java", arguments(folder, {"serve", (folder / "lucene").string()}));
  }

  std::vector<PeerAnswer> ask(const std::vector<PeerQuery>& queries) override {
    static constexpr const char* kMatches[] = {"all", "any", "phrase"};
    static constexpr const char* kWants[] = {"best", "newest", "count"};
    std::vector<PeerAnswer> answers;
    for (const PeerQuery& query : queries) {
      java_->write_line(fmt::format("{} {} {}", kMatches[static_cast<std::size_t>(query.match)],
                                    kWants[static_cast<std::size_t>(query.want)],
                                    fmt::join(query.stems, " ")));
      std::istringstream line(java_->read_line());
      double nanoseconds = 0;
      PeerAnswer& answer = answers.emplace_back();
      line >> nanoseconds >> answer.hits;
      answer.microseconds = nanoseconds / 1'000;
    }
    return answers;
  }

 private:
  static fs::path program_in(const fs::path& folder) { return folder / "LucenePeer.java"; }

  void write_program(const fs::path& folder) const {
    std::ofstream out(program_in(folder), std::ios::binary);
    out << kLucenePeerSource;
    if (!out.flush()) throw Error(ErrorKind::kSystem, "cannot write the program for Lucene");
  }

  std::vector<std::string> arguments(const fs::path& folder,
                                     const std::vector<std::string>& own) const {
    std::vector<std::string> all = {kHeap, "-cp", jar_.string(), program_in(folder).string()};
    all.insert(all.end(), own.begin(), own.end());
    return all;
  }

  fs::path jar_;
  std::optional<TalkingProcess> java_;
};

}  // namespace

std::unique_ptr<Peer> make_lucene_peer() {
  const auto jar = find_jar();
  if (!jar || !is_on_path("java") || !is_on_path("javac")) return nullptr;
  return std::make_unique<LucenePeer>(*jar);
}

}  // namespace dateline::bench
