#include "indexer/sources/parse.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/date_text.h"
#include "indexer/enrichment/paragraphs.h"
#include "indexer/sources/character_references.h"
#include "indexer/sources/encoding.h"

namespace dateline::indexer {
namespace {

namespace dom = simdjson::dom;

// Strings, numbers and truth values as text; nothing for null, lists and objects.
std::optional<std::string> scalar_text(dom::element value) {
  switch (value.type()) {
    case dom::element_type::STRING:
      return std::string(std::string_view(value));
    case dom::element_type::INT64:
      return std::to_string(std::int64_t(value));
    case dom::element_type::UINT64:
      return std::to_string(std::uint64_t(value));
    case dom::element_type::DOUBLE:
      return fmt::format("{}", double(value));
    case dom::element_type::BOOL:
      return bool(value) ? "true" : "false";
    default:
      return std::nullopt;
  }
}

// As scalar_text(), and the name of what an object describes: {"name": "Jane Doe"}.
std::optional<std::string> named_text(dom::element value) {
  dom::element name;
  if (value.is_object() && value["name"].get(name) == simdjson::SUCCESS) return scalar_text(name);
  return scalar_text(value);
}

std::string joined_text(dom::element value, std::string_view separator) {
  if (!value.is_array()) return named_text(value).value_or("");
  std::string text;
  for (const dom::element part : dom::array(value)) {
    const auto part_text = named_text(part);
    if (!part_text || part_text->empty()) continue;
    if (!text.empty()) text += separator;
    text += *part_text;
  }
  return text;
}

// "en-GB" and "EN" -> "en"; nothing for what is no code of two letters.
std::string language_code(std::string_view text) {
  text = trim(text);
  std::string code = field_name(text.substr(0, text.find_first_of("-_")));
  const bool is_code =
      code.size() == 2 && code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  return is_code ? code : std::string();
}

// Sorts the fields of one object into parts of an article and fields that are kept as they are.
class FieldSorter {
 public:
  explicit FieldSorter(const FieldMap& map) : map_(map) {}

  // The best field of a role may come last, so that of lower rank is put back among the own fields.
  void put(std::string_view archive_name, dom::element value) {
    std::string name = field_name(archive_name);
    const auto match = map_.match(name);
    if (!match) return keep(name, value);
    text_expected_ |= match->role == Role::kHeadline || match->role == Role::kBody;
    std::string text = joined_text(value, match->role == Role::kBody ? "\n\n" : ", ");
    if (trim(text).empty()) return;
    Candidate& best = best_[static_cast<std::size_t>(match->role)];
    Candidate other{std::move(name), std::move(text), match->rank};
    if (best.text.empty() || other.rank < best.rank) std::swap(best, other);
    // What serves for no part stays findable, but not under the name of the part that another took.
    if (!is_role_name(other.name)) keep(other.name, std::move(other.text));
  }

  bool text_expected() const { return text_expected_; }
  std::string take(Role role) { return std::move(best_[static_cast<std::size_t>(role)].text); }
  std::vector<ArchiveField> take_fields() { return std::move(fields_); }

 private:
  struct Candidate {
    std::string name;
    std::string text;
    std::size_t rank = 0;
  };

  void keep(const std::string& name, dom::element value) {
    if (!value.is_array()) {
      if (auto text = scalar_text(value)) keep(name, *std::move(text));
      return;
    }
    for (const dom::element part : dom::array(value)) {
      if (auto text = scalar_text(part)) keep(name, *std::move(text));
    }
  }

  void keep(const std::string& name, std::string value) {
    const bool fits = !name.empty() && name.size() <= kMaxFieldNameBytes && !value.empty() &&
                      value.size() <= kMaxFieldBytes && fields_.size() < kMaxFieldValues;
    if (fits) fields_.push_back({name, std::move(value)});
  }

  const FieldMap& map_;
  std::array<Candidate, kRoles> best_;
  std::vector<ArchiveField> fields_;
  bool text_expected_ = false;
};

std::string line_of(const std::string& text) {
  return collapse_blanks(resolve_references(text));
}

std::string body_of(std::string text) {
  text = resolve_references(text);
  unify_line_ends(text);
  return to_paragraphs(text);
}

PublicationTime date_of(const std::string& text, SourceNotes& notes) {
  if (text.empty()) return {};
  auto published = parse_date_field(text);
  if (!published) {
    ++notes.unread_dates;
    return {};
  }
  published->origin = DateOrigin::kField;
  return *published;
}

// References are resolved in prose alone: an id or a URL is what it is, byte by byte.
Article to_article(FieldSorter sorter, SourceNotes& notes) {
  Article article;
  article.id = trim(sorter.take(Role::kId));
  article.headline = line_of(sorter.take(Role::kHeadline));
  article.body = body_of(sorter.take(Role::kBody));
  article.byline = line_of(sorter.take(Role::kByline));
  article.source = line_of(sorter.take(Role::kSource));
  article.agency = line_of(sorter.take(Role::kAgency));
  article.place = line_of(sorter.take(Role::kPlace));
  article.section = line_of(sorter.take(Role::kSection));
  article.url = trim(sorter.take(Role::kUrl));
  article.language = language_code(sorter.take(Role::kLanguage));
  article.published = date_of(sorter.take(Role::kDate), notes);
  article.fields = sorter.take_fields();
  return article;
}

// Python writes NaN and Infinity, which become null. A text cut between the halves of a character
// ends in one half, "\ud83d", which becomes U+FFFD.
struct JsonRepair {
  bool numbers = false;
  bool half_characters = false;
};

constexpr std::size_t kEscapeBytes = 6;  // of "\ud83d"

// Whether `text` begins with the escape of a surrogate whose third digit is among `digits`.
bool is_surrogate(std::string_view text, std::string_view digits) {
  return text.size() >= kEscapeBytes && (text.starts_with("\\ud") || text.starts_with("\\uD")) &&
         digits.find(text[3]) != std::string_view::npos;
}
bool is_high(std::string_view text) {
  return is_surrogate(text, "89abAB");
}
bool is_low(std::string_view text) {
  return is_surrogate(text, "cdefCDEF");
}

// Makes JSON of what programs in use write for JSON; all else stays as it is.
class Repairer {
 public:
  explicit Repairer(std::string_view json) : rest_(json) { repaired_.reserve(json.size() + 64); }

  JsonRepair run() {
    while (!rest_.empty()) {
      if (rest_.front() == '"') {
        keep(1);
        follow_string();
      } else if (!replace_number()) {
        keep(1);
      }
    }
    return found_;
  }
  std::string take() { return std::move(repaired_); }

 private:
  void keep(std::size_t bytes) {
    repaired_ += rest_.substr(0, bytes);
    rest_.remove_prefix(std::min(bytes, rest_.size()));
  }

  void follow_string() {
    while (!rest_.empty() && rest_.front() != '"') {
      if (rest_.front() == '\\') {
        follow_escape();
      } else {
        keep(std::min(rest_.find_first_of("\"\\"), rest_.size()));
      }
    }
    keep(1);
  }

  void follow_escape() {
    if (is_high(rest_) && is_low(rest_.substr(kEscapeBytes))) {
      keep(2 * kEscapeBytes);
    } else if (is_high(rest_) || is_low(rest_)) {
      repaired_ += "\\ufffd";
      rest_.remove_prefix(kEscapeBytes);
      found_.half_characters = true;
    } else {
      keep(2);
    }
  }

  bool replace_number() {
    constexpr std::array<std::string_view, 3> kNumbers = {"NaN", "Infinity", "-Infinity"};
    const auto is_here = [&](std::string_view number) { return rest_.starts_with(number); };
    const auto number = std::ranges::find_if(kNumbers, is_here);
    if (number == kNumbers.end()) return false;
    repaired_ += "null";
    rest_.remove_prefix(number->size());
    found_.numbers = true;
    return true;
  }

  std::string_view rest_;
  std::string repaired_;
  JsonRepair found_;
};

// Parses what is JSON as it is, and only what is not after a repair.
simdjson::error_code parse_json(const std::string& json, dom::parser& parser, dom::element& root,
                                SourceNotes& notes) {
  const auto failure = parser.parse(json).get(root);
  if (failure == simdjson::SUCCESS) return failure;
  Repairer repairer(json);
  const JsonRepair found = repairer.run();
  if (!found.numbers && !found.half_characters) return failure;
  const auto second_failure = parser.parse(repairer.take()).get(root);
  if (second_failure == simdjson::SUCCESS && found.half_characters) ++notes.repaired;
  return second_failure;
}

}  // namespace

ParsedArticle read_json_article(const RawDocument& document, const FieldMap& fields,
                                SourceNotes& notes) {
  dom::parser parser;
  dom::element root;
  if (const auto failure = parse_json(document.bytes, parser, root, notes)) {
    return BadArticle{document.origin,
                      fmt::format("not valid JSON: {}", simdjson::error_message(failure))};
  }
  if (!root.is_object()) return BadArticle{document.origin, "not a JSON object"};
  FieldSorter sorter(fields);
  for (const auto [name, value] : dom::object(root)) sorter.put(name, value);
  if (!sorter.text_expected()) {
    return BadArticle{document.origin, "no field for headline or text is known in it, map one"};
  }
  return to_article(std::move(sorter), notes);
}

}  // namespace dateline::indexer
