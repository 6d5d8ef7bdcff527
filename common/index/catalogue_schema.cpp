#include "common/index/catalogue_schema.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/index/article_record.h"
#include "common/index/checksum.h"

namespace dateline {
namespace {

void add_date_terms(const PublicationTime& published, DateCode code,
                    std::vector<std::string>& terms) {
  if (code == kUndated) {  // undated, or in a year that no code can hold
    terms.emplace_back(kUndatedTerm);
    return;
  }
  const std::chrono::year_month_day day = published.day();
  terms.push_back(year_term(day.year()));
  terms.push_back(month_term(day.year() / day.month()));
  if (published.precision >= Precision::kDay) terms.push_back(day_term(day));
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (const auto part : parts) size += part.size();
  std::string whole;
  whole.reserve(size);
  for (const auto part : parts) whole += part;
  return whole;
}

}  // namespace

std::string id_term(std::string_view id) {
  return joined({"Q", to_hex(checksum(id))});
}

std::string year_term(std::chrono::year year) {
  return fmt::format("Y{:04}", static_cast<int>(year));
}

std::string month_term(std::chrono::year_month month) {
  return fmt::format("M{:04}{:02}", static_cast<int>(month.year()),
                     static_cast<unsigned>(month.month()));
}

std::string day_term(std::chrono::year_month_day day) {
  return fmt::format("D{:04}{:02}{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string field_term(std::string_view field, std::string_view word) {
  return joined({"F", field.substr(0, kMaxFieldBytes), ":", word});
}

std::string field_pair_term(std::string_view field, std::string_view word, std::string_view next) {
  return joined({"F", field.substr(0, kMaxFieldBytes), ":", word, " ", next});
}

std::string date_value(DateCode code) {
  if (code == kUndated) return {};
  std::string value;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) value += static_cast<char>(code >> shift & 0xff);
  return value;
}

DateCode parse_date_value(std::string_view value) {
  if (value.size() != sizeof(DateCode)) return kUndated;
  DateCode code = 0;
  for (const char byte : value) code = code << 8 | static_cast<unsigned char>(byte);
  return code;
}

CatalogueEntry CatalogueEntryMaker::make(const Article& article) {
  CatalogueEntry entry;
  entry.terms.reserve(32);
  entry.terms.push_back(id_term(article.id));
  const DateCode code = to_date_code(article.published);
  add_date_terms(article.published, code, entry.terms);
  for (const auto& [name, value, pairs] : kCatalogueFields) {
    add_words(name, article.*value, pairs, entry.terms);
  }
  for (const auto& [name, value] : article.fields) {
    add_words(name, value, FieldPairs::kYes, entry.terms);
  }
  std::sort(entry.terms.begin(), entry.terms.end());
  entry.terms.erase(std::unique(entry.terms.begin(), entry.terms.end()), entry.terms.end());
  entry.date = date_value(code);
  entry.record = encode_article_record(article);
  return entry;
}

void CatalogueEntryMaker::add_words(std::string_view field, std::string_view value,
                                    FieldPairs pairs, std::vector<std::string>& terms) {
  if (value.empty()) return;
  const Token* previous = nullptr;
  for (const Token& token : analyser_.analyse(value)) {
    const bool is_word = token.kind == TokenKind::kWord;
    if (is_word || pairs == FieldPairs::kYes) terms.push_back(field_term(field, token.term));
    if (!is_word || pairs == FieldPairs::kNo) continue;
    if (previous != nullptr && previous->position + 1 == token.position) {
      terms.push_back(field_pair_term(field, previous->term, token.term));
    }
    previous = &token;
  }
}

}  // namespace dateline
