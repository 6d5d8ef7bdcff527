#include "searcher/query/expansions.h"

namespace dateline::searcher {
namespace {

// Whether something is left to look for.
bool expand(Reading& reading, const Expansions& expansions) {
  for (AcceptedWords& accepted : reading) {
    if (!accepted.pattern) continue;
    const auto found = expansions.find(*accepted.pattern);
    if (found == expansions.end() || found->second.terms.empty()) return false;
    accepted.terms = found->second.terms;
    accepted.pattern.reset();
  }
  return true;
}

}  // namespace

void expand(Interpretation& interpretation, const Expansions& expansions) {
  std::erase_if(interpretation.readings,
                [&](Reading& reading) { return !expand(reading, expansions); });
}

}  // namespace dateline::searcher
