#include "indexer/sources/json_table.h"

#include <algorithm>
#include <string>

#include "indexer/sources/field_value.h"
#include "indexer/sources/json_wrapper.h"

namespace dateline::indexer {
namespace {

namespace dom = simdjson::dom;

bool names_text(std::string_view name, const FieldMap& fields) {
  const auto match = fields.match(name_key(name));
  return match && match->surety != Surety::kUnsure &&
         (match->role == Role::kHeadline || match->role == Role::kBody);
}

bool is_scalar(dom::element value) {
  return !value.is_object() && !value.is_array();
}

// {"article": {"title": …, "text": …}} is an article and no column with two rows.
bool is_article(dom::object object, const FieldMap& fields) {
  return std::any_of(object.begin(), object.end(),
                     [&](const auto& member) { return names_text(member.key, fields); });
}

std::string_view first_name(dom::object object) {
  return object.size() == 0 ? std::string_view() : std::string_view((*object.begin()).key);
}

// All members are columns of cells under the same names, which are no names of parts of a value.
bool has_indexed_columns(dom::object object) {
  const dom::object first = (*object.begin()).value;
  const auto index = first_name(first);
  if (first.size() == 0 || (!is_number(index) && first.size() < 3)) return false;
  return std::all_of(object.begin(), object.end(), [&](const auto& column) {
    dom::object cells;
    return column.value.get(cells) == simdjson::SUCCESS && cells.size() == first.size() &&
           first_name(cells) == index && is_scalar((*cells.begin()).value);
  });
}

bool has_listed_columns(dom::object object) {
  const std::size_t rows = dom::array((*object.begin()).value).size();
  return rows >= 2 && std::all_of(object.begin(), object.end(), [&](const auto& column) {
           dom::array cells;
           return column.value.get(cells) == simdjson::SUCCESS && cells.size() == rows &&
                  is_scalar(*cells.begin());
         });
}

void visit_indexed(dom::object object, const VisitRow& visit) {
  std::vector<std::string_view> columns;
  std::vector<dom::object::iterator> cells;
  for (const auto [name, column] : object) {
    columns.push_back(name);
    cells.push_back(dom::object(column).begin());
  }
  const dom::object first = (*object.begin()).value;
  for (std::size_t row = first.size(); row > 0; --row) {
    std::vector<JsonMember> members;
    const std::string name(std::string_view((*cells.front()).key));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      members.push_back({columns[i], (*cells[i]).value});
      ++cells[i];
    }
    visit(name, std::move(members));
  }
}

void visit_listed(dom::object object, const VisitRow& visit) {
  std::vector<std::string_view> columns;
  std::vector<dom::array::iterator> cells;
  for (const auto [name, column] : object) {
    columns.push_back(name);
    cells.push_back(dom::array(column).begin());
  }
  const std::size_t rows = dom::array((*object.begin()).value).size();
  for (std::size_t row = 1; row <= rows; ++row) {
    std::vector<JsonMember> members;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      members.push_back({columns[i], *cells[i]});
      ++cells[i];
    }
    visit(std::to_string(row), std::move(members));
  }
}

// The form that pandas calls "split".
bool visit_split(dom::object object, const FieldMap& fields, const VisitRow& visit) {
  dom::array columns, rows;
  if (object["columns"].get(columns) != simdjson::SUCCESS ||
      object["data"].get(rows) != simdjson::SUCCESS) {
    return false;
  }
  std::vector<std::string_view> names;
  bool is_known = false;
  for (const dom::element column : columns) {
    if (!column.is_string()) return false;
    names.push_back(column);
    is_known = is_known || names_text(names.back(), fields);
  }
  std::size_t number = 0;
  for (const dom::element row : rows) {
    dom::array cells;
    ++number;
    if (!is_known || row.get(cells) != simdjson::SUCCESS) continue;
    std::vector<JsonMember> members;
    for (const dom::element cell : cells) {
      if (members.size() == names.size()) break;
      members.push_back({names[members.size()], cell});
    }
    visit(std::to_string(number), std::move(members));
  }
  return is_known && number > 0;
}

}  // namespace

bool visit_table(dom::object object, const FieldMap& fields, const VisitRow& visit) {
  if (object.size() == 0) return false;
  const dom::element first = (*object.begin()).value;
  if (is_scalar(first)) return false;
  if (visit_split(object, fields, visit)) return true;
  const bool is_known = std::any_of(object.begin(), object.end(), [&](const auto& column) {
    return names_text(column.key, fields);
  });
  if (!is_known) return false;
  if (first.is_object() && !is_article(first, fields) && has_indexed_columns(object)) {
    visit_indexed(object, visit);
    return true;
  }
  if (first.is_array() && has_listed_columns(object)) {
    visit_listed(object, visit);
    return true;
  }
  return false;
}

}  // namespace dateline::indexer
