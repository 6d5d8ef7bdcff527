#include "indexer/sources/article_source.h"

namespace dateline::indexer {

std::string to_string(const Place& place) {
  std::string text = place.file;
  if (!place.member.empty()) text.append("(").append(place.member).append(")");
  if (place.line != 0) text.append(":").append(std::to_string(place.line));
  return text;
}

}  // namespace dateline::indexer
