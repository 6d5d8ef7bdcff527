// Results as JSON: the formats "json" and "jsonl". A test holds the shape to docs/json-output.md.
// Bytes that are not UTF-8 become U+FFFD; what could drive or deceive a terminal is written as
// \uXXXX, so that programs read every text as it is in the archive.
#include <fmt/format.h>

#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>

#include "common/publication_time.h"
#include "common/terminal_text.h"
#include "common/utf8.h"
#include "searcher/output/writers.h"

namespace dateline::searcher {
namespace {

using Json = nlohmann::ordered_json;  // keys in the order they are documented in

template <typename Value>
Json or_null(const std::optional<Value>& value, const auto& as_json) {
  return value ? Json(as_json(*value)) : Json(nullptr);
}

Json or_null(const std::optional<std::uint64_t>& count) {
  return or_null(count, std::identity());
}

Json array_of(const auto& values, const auto& as_json) {
  Json array = Json::array();
  for (const auto& value : values) array.push_back(as_json(value));
  return array;
}

Json published_json(const PublicationTime& published) {
  return published.dated() ? Json(to_iso(published)) : Json(nullptr);
}

void append_escaped(std::string& text, char32_t character) {
  auto value = static_cast<std::uint32_t>(character);
  if (value > 0xffff) {  // JSON escapes are UTF-16
    value -= 0x1'0000;
    fmt::format_to(std::back_inserter(text), "\\u{:04x}", 0xd800 + (value >> 10));
    value = 0xdc00 + (value & 0x3ff);
  }
  fmt::format_to(std::back_inserter(text), "\\u{:04x}", value);
}

// What drives a terminal can stand inside strings only, where an escape means the same.
std::string with_terminal_escapes(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  while (!json.empty()) {
    const Utf8Character c = first_character(json);
    if (is_safe_in_terminal(c.value)) {
      safe += json.substr(0, c.bytes);
    } else {
      append_escaped(safe, c.value);
    }
    json.remove_prefix(c.bytes);
  }
  return safe;
}

// First all of it as JSON, which replaces bytes that are not UTF-8, then the escapes, which need it
// to be UTF-8.
std::string line_of(const Json& json) {
  return with_terminal_escapes(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Json related_json(const RelatedArticle& article) {
  return {{"id", article.id},
          {"source", article.source},
          {"headline", article.headline},
          {"published", published_json(article.published)}};
}

void add_related(Json& json, const std::string& name,
                 const std::optional<RelatedArticles>& related) {
  json[name] = related ? array_of(related->listed, related_json) : Json::array();
  json[name + "_count"] =
      or_null(related, [](const RelatedArticles& articles) { return articles.count; });
}

Json hit_json(const Hit& hit) {
  const Article& article = hit.article;
  Json json;
  json["rank"] = hit.rank;
  json["score"] = hit.score;
  json["id"] = article.id;
  json["headline"] = article.headline;
  json["published"] = published_json(article.published);
  json["precision"] = to_string(article.published.precision);
  json["source"] = article.source;
  json["agency"] = article.agency;
  json["byline"] = article.byline;
  json["place"] = article.place;
  json["section"] = article.section;
  json["url"] = article.url;
  json["snippet"] = hit.snippet.text;
  json["highlights"] = hit.snippet.highlights;
  add_related(json, "copies", hit.copies);
  add_related(json, "versions", hit.versions);
  return json;
}

Json facet_json(const Facet& facet) {
  const auto counted = [](const CountedValue& value) {
    return Json{{"value", value.value}, {"articles", value.articles}};
  };
  return {{"field", facet.field},
          {"values", array_of(facet.values, counted)},
          {"different", facet.different},
          {"without", facet.without}};
}

Json timeline_json(const Timeline& timeline) {
  const auto counted = [](const CountedPeriod& period) {
    return Json{{"period", to_string(period)}, {"articles", period.articles}};
  };
  return {{"unit", to_string(timeline.unit)},
          {"periods", array_of(timeline.periods, counted)},
          {"undated", timeline.undated}};
}

Json part_json(const ExplainedPart& part) {
  const auto counted = [](const CountedWord& form) {
    return Json{{"word", form.word}, {"articles", form.articles}};
  };
  return {{"depth", part.depth},           {"text", part.text},
          {"articles", part.articles},     {"forms", array_of(part.forms, counted)},
          {"more_forms", part.more_forms}, {"cut", part.cut}};
}

Json explanation_json(const Explanation& explanation) {
  const auto counted = [](const WithoutPart& part) {
    return Json{{"text", part.text}, {"articles", part.articles}};
  };
  return {{"parts", array_of(explanation.parts, part_json)},
          {"more_parts", explanation.more_parts},
          {"without", array_of(explanation.without, counted)}};
}

// What makes a search citable and repeatable.
void add_search(Json& json, const SearchResult& result) {
  json["query"] = result.query;
  json["read_as"] = result.read_as;
  json["total"] = Json{{"value", result.total.value}, {"exact", result.total.exact}};
  json["undated_left_out"] = or_null(result.undated_left_out);
  json["generation"] = result.generation;
}

Json search_json(const SearchResult& result) {
  Json json;
  add_search(json, result);
  json["groups"] = or_null(result.groups);
  json["notes"] = result.notes;
  return json;
}

void add_members(Json& json, const SearchResult& result) {
  add_search(json, result);
  json["elapsed_us"] = result.elapsed.count();
  json["hits"] = array_of(result.hits, hit_json);
  json["notes"] = result.notes;
  json["suggestion"] = or_null(result.suggestion, std::mem_fn(&Suggestion::text));
  json["facets"] = array_of(result.facets, facet_json);
  json["timeline"] = or_null(result.timeline, timeline_json);
  json["explanation"] = or_null(result.explanation, explanation_json);
  json["groups"] = or_null(result.groups);
}

}  // namespace

std::string to_json(const SearchResult& result) {
  Json json;
  add_members(json, result);
  return line_of(json);
}

std::string to_json_lines(const SearchResult& result) {
  const Json search = search_json(result);
  if (result.hits.empty()) return line_of(Json{{"search", search}});
  std::string lines;
  for (const Hit& hit : result.hits) {
    Json json = hit_json(hit);
    json["search"] = search;
    lines += line_of(json);
  }
  return lines;
}

std::string to_batch_json(std::string_view id, const SearchResult& result) {
  Json json;
  json["id"] = id;
  add_members(json, result);
  return line_of(json);
}

std::string to_batch_json(std::string_view id, std::string_view query,
                          const QueryMistake& mistake) {
  Json json;
  json["id"] = id;
  json["query"] = query;
  json["error"] = Json{{"message", mistake.message}, {"column", mistake.column}};
  return line_of(json);
}

}  // namespace dateline::searcher
