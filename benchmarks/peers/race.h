// dateline-bench peers: Dateline and other engines on the same text, the same queries, in one run,
// in turn.
#pragma once

#include <cstddef>
#include <filesystem>
#include <iterator>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "benchmarks/peers/peer.h"
#include "benchmarks/queries/query_classes.h"
#include "benchmarks/report/report.h"

namespace dateline::bench {

// In the order of the race, as --peers names them.
inline constexpr const char* kPeerNames[] = {"lucene", "xapian", "sqlite"};

struct RaceOptions {
  std::filesystem::path out_dir;  // a new folder for all indexes
  std::vector<std::string> inputs;
  std::vector<std::string> peers = {std::begin(kPeerNames), std::end(kPeerNames)};
  unsigned threads = 1;  // for those that can build on several
  DrawOptions draw;
  std::size_t rounds = 5;
};

// Builds every index once, draws queries from Dateline's, warms each engine until it gets no
// faster, then times every class in every round on each engine in turn.
//
// The engines' counts are compared first. A query on which they disagree is left out, which the
// report says; more than one in twenty is an Error(kCorrupt). Peers that are not installed or not
// among `peers` are named in the report, and engines that were not yet stable when they were timed.
// Throws Error(kUsage) if `out_dir` is there and not empty.
Report race_peers(const RaceOptions& options, std::ostream& log);

// The same words as a query of a class, for all engines. `text` is one of draw_queries().
PeerQuery peer_query(const std::string& text, Want want);

// Whether a peer's count is close enough to Dateline's. Engines with stems alone also find
// inflected forms in phrases.
bool agrees(const PeerQuery& query, std::uint64_t ours, std::uint64_t theirs);

}  // namespace dateline::bench
