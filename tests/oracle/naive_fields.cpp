#include "tests/oracle/naive_fields.h"

#include <algorithm>

namespace dateline::oracle {
namespace {

bool contains(const std::vector<std::string>& terms, const std::string& term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

}  // namespace

FieldScan::FieldScan(const std::string& field, const std::string& typed)
    : field_(field), typed_(typed), meant_(searcher::interpret(typed, searcher::Form::kSpelling)) {
  Analyser analyser;
  for (const Token& token : analyser.analyse(typed)) {
    if (token.kind == TokenKind::kWord) url_words_.emplace_back(token.term);
  }
}

bool FieldScan::matches(const Article& article, const NaiveArticle& words) const {
  if (field_ == "id") return article.id == typed_;
  if (field_ == "url") {
    return !url_words_.empty() &&
           std::all_of(url_words_.begin(), url_words_.end(),
                       [&](const std::string& word) { return has_word(words, {word}); });
  }
  return std::any_of(meant_.readings.begin(), meant_.readings.end(),
                     [&](const auto& reading) { return has_reading(words, reading); });
}

bool FieldScan::has_reading(const NaiveArticle& article, const searcher::Reading& reading) const {
  if (reading.size() == 1) return has_word(article, reading[0].terms);
  for (std::size_t i = 0; i + 1 < reading.size(); ++i) {
    if (!has_pair(article, reading[i].terms, reading[i + 1].terms)) return false;
  }
  return true;
}

bool FieldScan::has_word(const NaiveArticle& article, const std::vector<std::string>& terms) const {
  for (const FieldValue& value : article.fields) {
    if (value.name != field_) continue;
    for (const FieldWord& word : value.words) {
      if (contains(terms, word.term) && (word.is_part || field_ != "url")) return true;
    }
  }
  return false;
}

bool FieldScan::has_pair(const NaiveArticle& article, const std::vector<std::string>& first,
                         const std::vector<std::string>& second) const {
  for (const FieldValue& value : article.fields) {
    if (value.name != field_) continue;
    for (const FieldWord& a : value.words) {
      if (!a.is_part || !contains(first, a.term)) continue;
      for (const FieldWord& b : value.words) {
        if (b.is_part && b.position == a.position + 1 && contains(second, b.term)) return true;
      }
    }
  }
  return false;
}

bool lies_in(const PublicationTime& published, const DayRange& range) {
  if (!published.dated()) return false;
  std::chrono::year_month_day earliest = published.day();
  std::chrono::year_month_day latest = earliest;
  if (published.precision == Precision::kYear) {
    earliest = earliest.year() / std::chrono::January / 1;
    latest = latest.year() / std::chrono::December / 31;
  } else if (published.precision == Precision::kMonth) {
    earliest = earliest.year() / earliest.month() / 1;
    latest = latest.year() / latest.month() / std::chrono::last;
  }
  return (!range.first || earliest >= *range.first) && (!range.last || latest <= *range.last);
}

}  // namespace dateline::oracle
