#include "indexer/sources/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/enrichment/characters.h"
#include "indexer/sources/character_references.h"
#include "indexer/sources/kept_fields.h"
#include "indexer/sources/parse.h"

namespace dateline::indexer {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxBytes = 64 << 10;

struct Fenced {
  std::string_view inside;
  std::string_view below;
  char fence = '-';
};

std::string_view trim_right(std::string_view line) {
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

std::optional<Fenced> take_fenced(std::string_view text) {
  std::string_view rest = text;
  while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
  const std::string_view fence = trim_right(take_line(rest));
  if (fence != "---" && fence != "+++" && fence != ";;;") return std::nullopt;
  const std::string_view inside = rest;
  const std::string_view in_reach = rest.substr(0, kMaxBytes);
  for (rest = in_reach; !rest.empty();) {
    const auto at = static_cast<std::size_t>(rest.data() - inside.data());
    const std::string_view line = trim_right(take_line(rest));
    if (line == fence || (fence == "---" && line == "...")) {
      const auto behind = static_cast<std::size_t>(rest.data() - inside.data());
      return Fenced{inside.substr(0, at), inside.substr(behind), fence.front()};
    }
  }
  return std::nullopt;
}

// Copies what YAML holds. Aliases may make much of little, so values are counted.
class YamlReader {
 public:
  Json value(const YAML::Node& node, int depth = 0) {
    constexpr int kMaxDepth = 8, kMaxValues = 2000;
    if (depth > kMaxDepth || ++values_ > kMaxValues) return nullptr;
    if (node.IsScalar()) return node.Scalar();
    if (node.IsSequence()) {
      Json list = Json::array();
      for (const YAML::Node& part : node) list.push_back(value(part, depth + 1));
      return list;
    }
    if (!node.IsMap()) return nullptr;
    Json object = Json::object();
    for (const auto& part : node) {
      if (part.first.IsScalar()) object[part.first.Scalar()] = value(part.second, depth + 1);
    }
    return object;
  }

 private:
  int values_ = 0;
};

// Nothing where it is no YAML.
std::optional<Json> read_yaml(std::string_view text) {
  try {
    return YamlReader().value(YAML::Load(std::string(text)));
  } catch (const YAML::Exception&) {
    return std::nullopt;
  }
}

std::string_view without_quotes(std::string_view value) {
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

bool is_name(std::string_view name) {
  const auto fits = [](char c) {
    return ascii::is_alphanumeric(c) || ascii::is_high(c) || c == '_' || c == '-' || c == '.' ||
           c == ' ' || c == ':';
  };
  return !name.empty() && name.size() <= kMaxFieldNameBytes && std::ranges::all_of(name, fits);
}

// A value of one line: a list in brackets and strings in quotes as YAML has them, all else as it is.
Json line_value(std::string_view value) {
  if (value.starts_with('[') || value.starts_with('{') || value.starts_with('"')) {
    if (auto read = read_yaml(value)) return *std::move(read);
  }
  return std::string(without_quotes(value));
}

// name: value and name = value, with "- part" below a name that has none. Lines that are deeper are
// left out; of a [table] of TOML the names count as if they stood above it.
Json read_lines(std::string_view text, char sign) {
  Json object = Json::object();
  std::string name;
  while (!text.empty()) {
    const std::string_view line = trim_right(take_line(text));
    if (sign == '=' && line.starts_with("[[")) break;  // one of several tables
    if (sign == '=' && line.starts_with('[')) continue;
    const std::string_view part = trim(line);
    if (part.starts_with("- ") && !name.empty()) {
      if (!object[name].is_array()) object[name] = Json::array();
      object[name].push_back(std::string(without_quotes(trim(part.substr(2)))));
      continue;
    }
    if (line.empty() || is_blank(line.front()) || line.front() == '#') continue;
    const std::size_t at = line.find(sign);
    if (at == std::string_view::npos || !is_name(trim(line.substr(0, at)))) continue;
    name = std::string(without_quotes(trim(line.substr(0, at))));
    const std::string_view value = trim(line.substr(at + 1));
    if (!value.empty() && !object.contains(name)) object[name] = line_value(value);
  }
  return object;
}

Json read_fields(const Fenced& fenced) {
  if (fenced.fence == '+') return read_lines(fenced.inside, '=');
  auto read = read_yaml(fenced.inside);
  if (read && read->is_object()) return *std::move(read);
  return read_lines(fenced.inside, ':');
}

}  // namespace

std::optional<FrontMatter> take_front_matter(std::string_view text) {
  const auto fenced = take_fenced(text);
  if (!fenced) return std::nullopt;
  const Json fields = read_fields(*fenced);
  if (!fields.is_object() || fields.empty()) return std::nullopt;
  return FrontMatter{fields.dump(-1, ' ', false, Json::error_handler_t::replace), fenced->below};
}

// The text takes part as the field "body", so that what else could be one ("description") counts
// against it; then it is read as any story is.
std::optional<ParsedArticle> read_front_matter(const RawDocument& document, const FieldMap& fields,
                                               SourceNotes& notes) {
  const auto matter = take_front_matter(document.bytes);
  if (!matter) return std::nullopt;
  Json object = Json::parse(matter->json);
  object["body"] = std::string(matter->below);
  RawDocument record{document.origin, document.ordinal, Format::kJson,
                     object.dump(-1, ' ', false, Json::error_handler_t::replace)};
  ParsedArticle parsed = std::move(read_json_articles(record, fields, notes).front().parsed);
  auto* article = std::get_if<Article>(&parsed);
  if (article == nullptr) return std::nullopt;
  const std::string resolved = resolve_references(matter->below);
  read_story(resolved, *article, notes.survey ? &*notes.survey : nullptr);
  return parsed;
}

}  // namespace dateline::indexer
