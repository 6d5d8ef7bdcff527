#include "indexer/sources/json_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "indexer/enrichment/characters.h"
#include "indexer/sources/field_value.h"
#include "indexer/sources/json_blocks.h"
#include "indexer/sources/json_repair.h"

namespace dateline::indexer {
namespace {

namespace dom = simdjson::dom;

constexpr int kDeepestValue = 16;

// Where the value of an object stands, the surest first.
// clang-format off
constexpr auto kValueNames = std::to_array<std::string_view>({
    "main", "rendered", "value", "name", "title", "text", "headline", "label", "displayName",
    "display_name", "default", "content", "plain", "html", "term", "id", "$t", "#text", "_text",
    "__cdata", "#cdata-section", "_", "en", "S", "node", "nodes", "edges"});
// clang-format on

// clang-format off
constexpr auto kNameOfPerson = std::to_array<std::string_view>({
    "name", "display_name", "displayName", "fullname", "full_name", "fullName", "original",
    "author", "title", "byline", "rendered", "value", "$t", "#text", "_text", "S", "by", "text",
    "content", "node", "nodes", "edges", "items", "data", "attributes"});
// clang-format on

struct NamePair {
  std::string_view first;
  std::string_view last;
};
constexpr auto kNamePairs = std::to_array<NamePair>({{"first", "last"},
                                                     {"firstname", "lastname"},
                                                     {"firstName", "lastName"},
                                                     {"first_name", "last_name"},
                                                     {"givenName", "familyName"},
                                                     {"given_name", "family_name"},
                                                     {"given", "family"}});

constexpr auto kUrlNames =
    std::to_array<std::string_view>({"href", "url", "canonical", "link", "@id", "web", "rendered",
                                     "value", "$t", "#text", "_text", "S"});

constexpr auto kIdNames = std::to_array<std::string_view>(
    {"$oid", "id", "value", "#text", "$t", "_text", "rendered", "S", "N"});

constexpr auto kDateNames = std::to_array<std::string_view>(
    {"$date",     "$numberLong", "iso",      "iso8601", "datetime",   "dateTime", "date",
     "published", "value",       "rendered", "utc",     "local",      "seconds",  "_seconds",
     "timestamp", "$t",          "#text",    "_text",   "date-parts", "S",        "N"});

template <typename Names>
std::optional<dom::element> member_among(dom::object object, const Names& names) {
  for (const auto name : names) {
    dom::element member;
    if (object[name].get(member) == simdjson::SUCCESS && !member.is_null()) return member;
  }
  return std::nullopt;
}

std::string string_member(dom::object object, std::string_view name) {
  dom::element member;
  if (object[name].get(member) != simdjson::SUCCESS) return {};
  return scalar_text(member).value_or("");
}

// Texts of a list, each once, behind one another.
class TextList {
 public:
  void add(std::string text) {
    constexpr std::size_t kMostTexts = 1'000;
    if (trim(text).empty() || is_nothing(text) || texts_.size() == kMostTexts) return;
    if (std::ranges::find(texts_, text) == texts_.end()) texts_.push_back(std::move(text));
  }

  // By semicolons where a comma stands in a text and has to stay one: "Roe, Leo; Penn, Ann".
  std::string joined(bool may_hold_commas) const {
    const auto holds_comma = [](const std::string& text) { return text.find(',') != text.npos; };
    const bool by_semicolons = may_hold_commas && std::ranges::any_of(texts_, holds_comma);
    std::string all;
    for (const std::string& text : texts_) {
      if (!all.empty()) all += by_semicolons ? "; " : ", ";
      all += text;
    }
    return all;
  }

 private:
  std::vector<std::string> texts_;
};

class ValueReader {
 public:
  explicit ValueReader(Role role) : role_(role) {}

  std::string read(dom::element value, int depth = 0) const {
    if (depth > kDeepestValue) return {};
    if (value.is_array()) return read_list(value, depth);
    if (value.is_object()) return read_object(value, depth);
    return read_scalar(value);
  }

 private:
  std::string read_scalar(dom::element value) const {
    if (value.is_bool() || (is_named() && !value.is_string())) return {};
    return string_text(scalar_text(value).value_or(""), role_);
  }

  // Parts that name something: a number there is the key of another table.
  bool is_named() const {
    return role_ == Role::kByline || role_ == Role::kSource || role_ == Role::kSection ||
           role_ == Role::kPlace || role_ == Role::kAgency;
  }

  // Of dates, URLs and ids, and of the roles that ninjs gives its headlines, one is meant.
  std::string read_list(dom::array list, int depth) const {
    if (role_ == Role::kDate && is_list_of_numbers(list)) return date_of_numbers(list);
    if (role_ == Role::kUrl) {
      std::string page = url_of_page(list, depth);
      if (!page.empty()) return page;
    }
    const bool takes_one = role_ == Role::kDate || role_ == Role::kUrl || role_ == Role::kId;
    TextList texts;
    for (const dom::element part : list) {
      std::string text = read(part, depth + 1);
      const bool is_one = takes_one || (role_ == Role::kHeadline && part.is_object());
      if (is_one && !trim(text).empty()) return text;
      texts.add(std::move(text));
    }
    return texts.joined(role_ == Role::kByline);
  }

  // Of the links of an entry of Atom the one to the page itself.
  std::string url_of_page(dom::array links, int depth) const {
    for (const dom::element link : links) {
      dom::object object;
      if (link.get(object) != simdjson::SUCCESS) continue;
      if (string_member(object, "rel") == "alternate") return read_object(object, depth + 1);
    }
    return {};
  }

  std::string read_object(dom::object object, int depth) const {
    if (role_ == Role::kByline) return read_person(object, depth);
    if (role_ == Role::kDate) return read_date(object, depth);
    if (role_ == Role::kUrl) return read_member(object, kUrlNames, depth);
    if (role_ == Role::kId) return read_member(object, kIdNames, depth);
    std::string text = read_member(object, kValueNames, depth);
    if (text.empty() && role_ == Role::kHeadline) return read_first_string(object);
    return text;
  }

  // {"en-US": "Ferry sinks", "de": "..."}: the first language.
  std::string read_first_string(dom::object object) const {
    for (const auto [name, member] : object) {
      if (!member.is_string()) return {};
      std::string text = read_scalar(member);
      if (!text.empty()) return text;
    }
    return {};
  }

  template <typename Names>
  std::string read_member(dom::object object, const Names& names, int depth) const {
    for (const auto name : names) {
      dom::element member;
      if (object[name].get(member) != simdjson::SUCCESS) continue;
      std::string text = read(member, depth + 1);
      if (!trim(text).empty()) return text;
    }
    return read_member_in_any_case(object, names, depth);
  }

  // {"Id": "1", "Name": "The Courier"}
  template <typename Names>
  std::string read_member_in_any_case(dom::object object, const Names& names, int depth) const {
    for (const auto name : names) {
      dom::element member;
      if (object.at_key_case_insensitive(name).get(member) != simdjson::SUCCESS) continue;
      std::string text = read(member, depth + 1);
      if (!trim(text).empty()) return text;
    }
    return {};
  }

  std::string read_person(dom::object object, int depth) const {
    for (const NamePair& pair : kNamePairs) {
      const std::string first = string_member(object, pair.first);
      const std::string last = string_member(object, pair.last);
      if (is_nothing(first) && is_nothing(last)) continue;
      return std::string(trim(first + " " + last));
    }
    std::string name = read_member(object, kNameOfPerson, depth);
    if (!name.empty()) return name;
    dom::element people;
    if (object["person"].get(people) == simdjson::SUCCESS) return read(people, depth + 1);
    return {};
  }

  std::string read_date(dom::object object, int depth) const {
    const std::string year = string_member(object, "year");
    if (!year.empty()) {
      return date_of_parts({year, string_member(object, "month"), string_member(object, "day")});
    }
    return read_member(object, kDateNames, depth);
  }

  static bool is_list_of_numbers(dom::array list) {
    const auto is_number = [](dom::element part) { return part.is_int64(); };
    std::size_t numbers = 0;
    for (const dom::element part : list) {
      if (!is_number(part)) return false;
      ++numbers;
    }
    return numbers >= 2 && std::int64_t(*list.begin()) < 10'000;
  }

  static std::string date_of_numbers(dom::array list) {
    std::vector<std::string> parts;
    for (const dom::element part : list) parts.push_back(std::to_string(std::int64_t(part)));
    return date_of_parts(parts);
  }

  // "2020-01-02" of {"2020", "1", "2"}, "2020-01" where no day is known; names of months stay.
  static std::string date_of_parts(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(parts.size(), 3) && !parts[i].empty(); ++i) {
      if (i > 0) text += '-';
      if (i > 0 && parts[i].size() == 1) text += '0';
      text += parts[i];
    }
    return text;
  }

  Role role_;
};

}  // namespace

std::optional<std::string> scalar_text(dom::element value) {
  switch (value.type()) {
    case dom::element_type::STRING:
      return std::string(std::string_view(value));
    case dom::element_type::INT64:
      return std::to_string(std::int64_t(value));
    case dom::element_type::UINT64:
      return std::to_string(std::uint64_t(value));
    case dom::element_type::DOUBLE: {
      const auto number = double(value);
      const bool is_whole = std::abs(number) < 1e17 && number == std::floor(number);
      return is_whole ? fmt::format("{:.0f}", number) : fmt::format("{}", number);
    }
    case dom::element_type::BOOL:
      return bool(value) ? "true" : "false";
    default:
      return std::nullopt;
  }
}

std::string text_of(dom::element value, Role role) {
  if (role == Role::kBody) return text_of_blocks(value);
  return ValueReader(role).read(value);
}

std::string printed_value_text(std::string_view value, Role role) {
  value = trim(value);
  if (value.size() < 2) return {};
  const bool is_list = value.front() == '[' && value.back() == ']';
  const bool is_object = value.front() == '{' && value.back() == '}';
  if (!is_list && !is_object) return {};
  dom::parser parser;
  dom::element root;
  bool repaired = false;
  if (parse_json(value, parser, root, repaired) != simdjson::SUCCESS) return {};
  return text_of(root, role);
}

std::string string_text(std::string_view value, Role role) {
  if (is_nothing(value) || (role == Role::kBody && is_url(value))) return {};
  if (role == Role::kUrl || role == Role::kId || role == Role::kLanguage) return std::string(value);
  std::string printed = printed_value_text(value, role);
  if (!printed.empty()) return printed;
  return role == Role::kDate ? std::string(value) : prose(value);
}

simdjson::error_code parse_json(std::string_view json, dom::parser& parser, dom::element& root,
                                bool& repaired) {
  const auto failure = parser.parse(json.data(), json.size()).get(root);
  if (failure == simdjson::SUCCESS) return failure;
  const auto mended = repair_json(json);
  if (!mended) return failure;
  const auto second_failure = parser.parse(mended->json).get(root);
  if (second_failure == simdjson::SUCCESS) repaired = mended->characters_replaced;
  return second_failure;
}

}  // namespace dateline::indexer
