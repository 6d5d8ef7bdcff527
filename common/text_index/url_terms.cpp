#include "common/text_index/url_terms.h"

#include <algorithm>

namespace dateline {

std::vector<std::string> url_terms(std::string_view url, Analyser& analyser) {
  std::vector<std::string> terms;
  if (url.empty()) return terms;
  for (const Token& token : analyser.analyse(url)) {
    if (token.kind != TokenKind::kWord) continue;
    terms.emplace_back(1, kUrlMark) += token.term;
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

}  // namespace dateline
