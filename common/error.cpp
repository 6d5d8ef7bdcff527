#include "common/error.h"

#include <cerrno>
#include <cstring>
#include <ostream>

namespace dateline {

void finish_results(std::ostream& out) {
  out.flush();
  if (out) return;
  throw Error(ErrorKind::kSystem, std::string("cannot write the results: ") + std::strerror(errno));
}

}  // namespace dateline
