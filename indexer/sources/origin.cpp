#include "indexer/sources/origin.h"

namespace dateline::indexer {

std::string to_string(const Origin& origin) {
  std::string text = origin.file;
  if (!origin.member.empty()) text.append("(").append(origin.member).append(")");
  if (origin.line != 0) text.append(":").append(std::to_string(origin.line));
  return text;
}

}  // namespace dateline::indexer
