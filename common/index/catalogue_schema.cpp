#include "common/index/catalogue_schema.h"

#include <algorithm>

namespace dateline {
namespace {

std::string joined(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (const auto part : parts) size += part.size();
  std::string whole;
  whole.reserve(size);
  for (const auto part : parts) whole += part;
  return whole;
}

}  // namespace

std::string field_term(std::string_view field, std::string_view word) {
  return joined({"F", field.substr(0, kMaxFieldBytes), ":", word});
}

std::string field_pair_term(std::string_view field, std::string_view word, std::string_view next) {
  return joined({"F", field.substr(0, kMaxFieldBytes), ":", word, " ", next});
}

std::string_view field_of_term(std::string_view term) {
  const std::size_t colon = term.find(':');
  if (!term.starts_with('F') || colon == std::string_view::npos) return {};
  return term.substr(1, colon - 1);
}

CatalogueEntry CatalogueEntryMaker::make(const Article& article, const IsSearched& is_searched) {
  CatalogueEntry entry;
  entry.terms.reserve(32);
  for (const auto& [name, value] : kCatalogueFields) add_words(name, article.*value, entry.terms);
  for (const auto& [name, value] : article.fields) {
    if (!is_searched || is_searched(name)) add_words(name, value, entry.terms);
  }
  std::sort(entry.terms.begin(), entry.terms.end());
  entry.terms.erase(std::unique(entry.terms.begin(), entry.terms.end()), entry.terms.end());
  return entry;
}

void CatalogueEntryMaker::add_words(std::string_view field, std::string_view value,
                                    std::vector<std::string>& terms) {
  if (value.empty()) return;
  const Token* previous = nullptr;
  for (const Token& token : analyser_.analyse(value)) {
    terms.push_back(field_term(field, token.term));
    if (token.kind != TokenKind::kWord) continue;
    if (previous != nullptr && previous->position + 1 == token.position) {
      terms.push_back(field_pair_term(field, previous->term, token.term));
    }
    previous = &token;
  }
}

}  // namespace dateline
