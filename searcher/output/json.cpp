#include "searcher/output/json.h"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "common/publication_time.h"
#include "common/terminal_text.h"
#include "common/utf8.h"

namespace dateline::searcher {
namespace {

using Json = nlohmann::ordered_json;  // keys in the order they are documented in

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

std::string dump(const Json& json) {
  return with_terminal_escapes(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void add_related(Json& json, const std::string& name,
                 const std::optional<RelatedArticles>& related) {
  json[name] = Json::array();
  json[name + "_count"] = related ? Json(related->count) : Json(nullptr);
  if (!related) return;
  for (const RelatedArticle& article : related->listed) {
    json[name].push_back({{"id", article.id},
                          {"source", article.source},
                          {"headline", article.headline},
                          {"published", published_json(article.published)}});
  }
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
  json["highlights"] = Json::array();
  for (const auto& [begin, end] : hit.snippet.highlights) {
    json["highlights"].push_back({begin, end});
  }
  add_related(json, "copies", hit.copies);
  add_related(json, "versions", hit.versions);
  return json;
}

Json facet_json(const Facet& facet) {
  Json json;
  json["field"] = facet.field;
  json["values"] = Json::array();
  for (const CountedValue& value : facet.values) {
    json["values"].push_back(Json{{"value", value.value}, {"articles", value.articles}});
  }
  json["different"] = facet.different;
  json["without"] = facet.without;
  return json;
}

Json timeline_json(const Timeline& timeline) {
  Json json;
  json["unit"] = to_string(timeline.unit);
  json["periods"] = Json::array();
  for (const CountedPeriod& period : timeline.periods) {
    json["periods"].push_back(Json{{"period", to_string(period)}, {"articles", period.articles}});
  }
  json["undated"] = timeline.undated;
  return json;
}

Json part_json(const ExplainedPart& part) {
  Json json;
  json["depth"] = part.depth;
  json["text"] = part.text;
  json["articles"] = part.articles;
  json["forms"] = Json::array();
  for (const WrittenForm& form : part.forms) {
    json["forms"].push_back(Json{{"word", form.word}, {"articles", form.articles}});
  }
  json["more_forms"] = part.more_forms;
  json["cut"] = part.cut;
  return json;
}

Json explanation_json(const Explanation& explanation) {
  Json json;
  json["parts"] = Json::array();
  for (const ExplainedPart& part : explanation.parts) json["parts"].push_back(part_json(part));
  json["more_parts"] = explanation.more_parts;
  json["without"] = Json::array();
  for (const WithoutPart& part : explanation.without) {
    json["without"].push_back(Json{{"text", part.text}, {"articles", part.articles}});
  }
  return json;
}

// What makes a search citable and repeatable.
void add_search(Json& json, const SearchResult& result) {
  json["query"] = result.query;
  json["read_as"] = result.read_as;
  json["total"] = Json{{"value", result.total.value}, {"exact", result.total.exact}};
  json["undated_left_out"] =
      result.undated_left_out ? Json(*result.undated_left_out) : Json(nullptr);
  json["generation"] = result.generation;
}

Json groups_json(const SearchResult& result) {
  return result.groups ? Json(*result.groups) : Json(nullptr);
}

Json search_json(const SearchResult& result) {
  Json json;
  add_search(json, result);
  json["groups"] = groups_json(result);
  json["notes"] = result.notes;
  return json;
}

void add_members(Json& json, const SearchResult& result) {
  add_search(json, result);
  json["elapsed_us"] = result.elapsed.count();
  json["hits"] = Json::array();
  for (const Hit& hit : result.hits) json["hits"].push_back(hit_json(hit));
  json["notes"] = result.notes;
  json["suggestion"] = result.suggestion ? Json(result.suggestion->text) : Json(nullptr);
  json["facets"] = Json::array();
  for (const Facet& facet : result.facets) json["facets"].push_back(facet_json(facet));
  json["timeline"] = result.timeline ? timeline_json(*result.timeline) : Json(nullptr);
  json["explanation"] = result.explanation ? explanation_json(*result.explanation) : Json(nullptr);
  json["groups"] = groups_json(result);
}

}  // namespace

std::string to_json(const SearchResult& result) {
  Json json;
  add_members(json, result);
  return dump(json);
}

std::string to_json_lines(const SearchResult& result) {
  const Json search = search_json(result);
  if (result.hits.empty()) return dump(Json{{"search", search}}) + '\n';
  std::string lines;
  for (const Hit& hit : result.hits) {
    Json json = hit_json(hit);
    json["search"] = search;
    lines += dump(json) + '\n';
  }
  return lines;
}

std::string to_batch_json(std::string_view id, const SearchResult& result) {
  Json json;
  json["id"] = id;
  add_members(json, result);
  return dump(json);
}

std::string to_batch_json(std::string_view id, std::string_view query,
                          const QueryMistake& mistake) {
  Json json;
  json["id"] = id;
  json["query"] = query;
  json["error"] = Json{{"message", mistake.message}, {"column", mistake.column}};
  return dump(json);
}

}  // namespace dateline::searcher
