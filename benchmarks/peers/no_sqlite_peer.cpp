// Stands in for sqlite_peer.cpp where SQLite was not there when this was built.
#include "benchmarks/peers/peer.h"

namespace dateline::bench {

std::unique_ptr<Peer> make_sqlite_peer() {
  return nullptr;
}

}  // namespace dateline::bench
