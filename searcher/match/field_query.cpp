#include "searcher/match/field_query.h"

#include <vector>

#include "common/index/catalogue_schema.h"
#include "searcher/query/interpretation.h"

namespace dateline::searcher {
namespace {

using XapianQuery = Xapian::Query;

XapianQuery any_of(const std::vector<XapianQuery>& queries) {
  return XapianQuery(XapianQuery::OP_OR, queries.begin(), queries.end());
}

XapianQuery word_query(std::string_view field, const AcceptedWords& accepted) {
  std::vector<XapianQuery> terms;
  for (const std::string& term : accepted.terms) terms.emplace_back(field_term(field, term));
  return any_of(terms);
}

XapianQuery pair_query(std::string_view field, const AcceptedWords& first,
                       const AcceptedWords& second) {
  std::vector<XapianQuery> terms;
  for (const std::string& a : first.terms) {
    for (const std::string& b : second.terms) terms.emplace_back(field_pair_term(field, a, b));
  }
  return any_of(terms);
}

XapianQuery reading_query(std::string_view field, const Reading& reading) {
  std::vector<XapianQuery> parts;
  if (reading.size() == 1) {
    parts.push_back(word_query(field, reading[0]));
  } else {
    for (std::size_t i = 0; i + 1 < reading.size(); ++i) {
      parts.push_back(pair_query(field, reading[i], reading[i + 1]));
    }
  }
  return XapianQuery(XapianQuery::OP_AND, parts.begin(), parts.end());
}

}  // namespace

Xapian::Query field_query(std::string_view field, const std::string& typed) {
  std::vector<XapianQuery> readings;
  for (const Reading& reading : interpret(typed, Form::kSpelling).readings) {
    readings.push_back(reading_query(field, reading));
  }
  return any_of(readings);
}

}  // namespace dateline::searcher
