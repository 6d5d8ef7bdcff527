// Another search engine on the same words: what a peer must be able to do to be raced.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace dateline::bench {

enum class Match : std::uint8_t { kAll, kAny, kPhrase };
enum class Want : std::uint8_t {
  kBest,
  kNewest,
  kCount
};  // the top ten by score, by date; how many

struct PeerQuery {
  Match match = Match::kAll;
  Want want = Want::kBest;
  std::vector<std::string> words;  // as written
  std::vector<std::string> stems;  // one for each word
};

struct PeerAnswer {
  double microseconds = 0;
  std::uint64_t hits = 0;  // of the page; of a count, all matches
};

struct PeerBuild {
  double seconds = 0;
  double processor_seconds = 0;
  std::uint64_t peak_resident_bytes = 0;
};

// One engine with one index. Not thread-safe. Everything may throw Error(kSystem).
class Peer {
 public:
  virtual ~Peer() = default;

  virtual std::string name() const = 0;  // with its version

  // Indexes a file of prepared articles (see prepared_articles.h) into `folder`, which is new and
  // empty, down to one segment where it has such a thing. `threads` are what it may use.
  virtual PeerBuild build(const std::filesystem::path& prepared,
                          const std::filesystem::path& folder, unsigned threads) = 0;

  // Opens what was built. Only then may it be asked.
  virtual void open(const std::filesystem::path& folder) = 0;
  virtual std::vector<PeerAnswer> ask(const std::vector<PeerQuery>& queries) = 0;
};

// Each is nullptr where its library was missing when this was built, or its program is missing now.
std::unique_ptr<Peer> make_xapian_peer();
std::unique_ptr<Peer> make_sqlite_peer();
std::unique_ptr<Peer> make_lucene_peer();

// Dateline as one of them, through its public search. It builds from `inputs` as a user would, not
// from what is prepared: reading, analysing and stemming are in its time.
std::unique_ptr<Peer> make_dateline_peer(std::vector<std::string> inputs);

}  // namespace dateline::bench
