#include "searcher/output/shown_date.h"

#include <algorithm>

namespace dateline::searcher {

std::string shown_date(const PublicationTime& published) {
  if (!published.dated()) return "undated";
  std::string date = to_iso(published);
  std::replace(date.begin(), date.end(), 'T', ' ');
  return date;
}

}  // namespace dateline::searcher
